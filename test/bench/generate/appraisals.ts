import type { Plan, StudyPlan } from './plan.js';
import { random } from './random.js';

const doubts = [
  'The paper does not say who was asked and declined.',
  'How the researchers were known to participants is left open.',
  'Consent is mentioned, approval is not.',
  'The steps between transcript and theme are not shown.',
  'The reason for the design is given in a word.',
  'Quotes come from few of the participants.',
];

/** A rater's file: `rater` is 0 for A and 1 for B. Each answer that is not a yes has its reason. */
export function raterText({ studies, options }: Plan, rater: 0 | 1): string {
  const draw = random(options.seed, 10 + rater);
  return byKey(studies)
    .map(({ key, answers }) => {
      const lines = answers.map((each, index) => `  ${index + 1}: ${each[rater]}`);
      const open = answers.flatMap((each, index) => (each[rater] === 'yes' ? [] : [index + 1]));
      if (open.length > 0) lines.push('  because:', ...open.map(item => `    ${item}: ${draw.pick(doubts)}`));
      return `${key}:\n${lines.join('\n')}\n`;
    })
    .join('');
}

/** `appraisals/consensus.yaml`: what differed, settled, and nothing else. */
export function consensusText({ studies }: Plan): string {
  const entries = byKey(studies).flatMap(({ key, answers }) => {
    const lines = answers.flatMap(([first, second, settled], index) =>
      first === second ? [] : [`  ${index + 1}: ${settled}`],
    );
    return lines.length === 0 ? [] : [`${key}:\n${lines.join('\n')}\n  by: [A, B]\n`];
  });
  return `# Only what differed. Where both raters said the same, their answer stands.\n${entries.join('')}`;
}

/** The number of settled answers that are a yes. */
export function totalOf({ answers }: StudyPlan): number {
  return answers.filter(([, , settled]) => settled === 'yes').length;
}

/** How many of all answers the raters gave alike, as a whole percentage. */
export function agreement(studies: readonly StudyPlan[]): number {
  const all = studies.flatMap(study => study.answers);
  return Math.round((100 * all.filter(([first, second]) => first === second).length) / all.length);
}

export function byKey(studies: readonly StudyPlan[]): StudyPlan[] {
  return [...studies].sort((a, b) => (a.key < b.key ? -1 : 1));
}
