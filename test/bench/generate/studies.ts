import { totalOf } from './appraisals.js';
import type { Plan, StudyPlan, Theme } from './plan.js';
import { type Random, random } from './random.js';
import * as field from './words/field.js';
import * as voices from './words/voices.js';

/** One coded passage of a study. */
interface Passage {
  readonly kind: 'quote' | 'authors' | 'verbatim';
  readonly words: string;
  /** Undefined for a reading in the reviewers' words. */
  readonly locator: string | undefined;
  readonly themes: readonly string[];
  readonly challenge: boolean;
}

/** Every study's file, by path. */
export function studyTexts({ studies, options }: Plan): [string, string][] {
  return studies.map(study => {
    const draw = random(options.seed, 1_000_000 + study.number);
    const head = headOf(study, draw);
    const passages = passagesOf(study, draw);
    const text = study.yaml ? yamlOf(head, passages, draw) : markdownOf(head, study, passages, draw);
    return [`studies/${study.key}.${study.yaml ? 'yaml' : 'md'}`, study.crlf ? text.replaceAll('\n', '\r\n') : text];
  });
}

/** The characteristics and themes, as YAML. */
function headOf(study: StudyPlan, draw: Random): string {
  const participants = study.participants ?? 'not reported';
  const heard = draw.some(field.collections, draw.whole(1, 2));
  const collected = heard.some(each => field.voiced.includes(each)) ? heard : [draw.pick(field.voiced), ...heard];
  const from = study.year - draw.whole(2, 4);
  const lines = [
    `country: ${study.country}`,
    `region: ${draw.pick(field.regions)}`,
    `setting: ${draw.pick(field.settings)}`,
    `discipline: ${study.discipline}`,
    `population: ${draw.pick(field.populations)}`,
    `participants: ${participants}`,
    `women: ${study.participants === undefined ? 'not reported' : draw.whole(0, study.participants)}`,
    `age-range: ${draw.whole(16, 34)} to ${draw.whole(48, 91)}`,
    `recruitment: ${draw.pick(field.recruitments)}`,
    `sampling: [${draw.some(field.samplings, draw.whole(1, 2)).join(', ')}]`,
    `design: ${study.design}`,
    `theory: ${draw.pick(field.theories)}`,
    `data-collection: [${collected.join(', ')}]`,
    `interviews: ${draw.whole(4, 60)}`,
    `interview-minutes: ${draw.whole(30, 110)}${draw.chance(0.3) ? '.5' : ''}`,
    `analysis: ${draw.pick(field.analyses)}`,
    `software: ${draw.pick(field.software)}`,
    `language: ${draw.pick(field.languages)}`,
    `fieldwork: ${from} to ${from + 1}`,
    `published: ${study.year}`,
    `ethics-approval: ${draw.pick(['yes', 'yes', 'yes', 'not reported'])}`,
    `funding: ${draw.pick(field.funders)}`,
    `peer-researchers: ${draw.pick(['yes', 'no', 'no', 'unclear'])}`,
    `member-checking: ${draw.pick(['yes', 'no', 'not reported'])}`,
    'reflexivity: >-',
    `  ${draw.pick(field.standpoints)}, and ${draw.pick(field.consequences)}.`,
    'themes:',
    ...study.themes.map(theme =>
      draw.chance(0.3) ? `  - ${theme.name}: ${wordingOf(theme, draw)}` : `  - ${theme.name}`,
    ),
    ...(study.number % 10 === 0 ? [`casp: ${totalOf(study)}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The authors' own words for a theme. */
function wordingOf(theme: Theme, draw: Random): string {
  const words = theme.label.toLowerCase();
  return draw.pick([
    `"Always ${words}: no end to it"`,
    `The art of ${words}`,
    `${theme.label} for two`,
    `Not ${words} any more`,
  ]);
}

function passagesOf(study: StudyPlan, draw: Random): Passage[] {
  const page = draw.whole(2, 800);
  const count = draw.whole(10, 14);
  return Array.from({ length: count }, (_, index): Passage => {
    const theme = study.themes[index % study.themes.length] ?? draw.pick(study.themes);
    const themes = draw.chance(0.15) ? [...new Set([theme.name, draw.pick(study.themes).name])] : [theme.name];
    const about = theme.label.toLowerCase();
    const at = `p. ${page + Math.floor(index / 3)}`;
    const speaker = `P${draw.whole(1, study.participants ?? 12)}`;
    const common = { themes, challenge: draw.chance(0.25) };
    if (index % 5 === 2) return { kind: 'authors', words: voices.reading(draw, about), locator: undefined, ...common };
    if (index % 5 === 4) return { kind: 'verbatim', words: voices.verbatim(draw, about), locator: at, ...common };
    if (study.foreign && index % 5 === 1)
      return { kind: 'quote', words: draw.pick(voices.foreign), locator: `${speaker}, ${at}`, ...common };
    return { kind: 'quote', words: voices.quote(draw), locator: `${speaker}, ${at}`, ...common };
  });
}

function markdownOf(head: string, study: StudyPlan, passages: readonly Passage[], draw: Random): string {
  const blocks = passages.map(({ kind, words, locator, themes, challenge }) => {
    const tags = [...themes, ...(challenge ? ['challenge'] : [])].map(tag => ` #${tag}`).join('');
    const where = locator ? ` (${locator})` : '';
    if (kind === 'quote') return `> ${words}${where}${tags}`;
    return kind === 'verbatim' ? `"${words}"${where}${tags}` : `${words}${tags}`;
  });
  const note = draw.chance(0.2) ? ['> [!note]\n> A callout is ours, even under this heading.'] : [];
  return `---
${head}---

# ${study.themes[0]?.label ?? 'A study'} in ${study.discipline.charAt(0).toLowerCase()}${study.discipline.slice(1)}

## Findings

${[...blocks, ...note].join('\n\n')}

## Memo

${voices.memo(draw)}
${voices.memo(draw)}
`;
}

function yamlOf(head: string, passages: readonly Passage[], draw: Random): string {
  const findings = passages.map(({ kind, words, locator, themes, challenge }) => {
    const field = kind === 'quote' ? 'quote' : 'authors';
    const said = kind === 'verbatim' ? `"${words}"` : words;
    return `  - ${field}: |-
      ${said}
${locator ? `    at: ${locator}\n` : ''}    themes: [${themes.join(', ')}]
${challenge ? '    aspects: [challenge]\n' : ''}`;
  });
  return `# The same model as the Markdown studies, written as YAML.
${head}findings:
${findings.join('')}notes: |
  ## Memo

  ${voices.memo(draw)}
  ${voices.memo(draw)}
`;
}
