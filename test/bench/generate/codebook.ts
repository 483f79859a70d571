import type { Plan } from './plan.js';
import { random } from './random.js';
import { purposes, scopes } from './words/ideas.js';

/** `codebook.yaml`. `answered` are names of findings of the manuscript, which the argument takes up. */
export function codebookText({ themes, constructs, options }: Plan, answered: readonly string[]): string {
  const draw = random(options.seed, 4);
  const entries = [...themes]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(theme => {
      const aliases = theme.alias ? `    aliases: [${theme.alias}]\n` : '';
      const [only] = theme.constructs;
      const construct = theme.constructs.length === 1 ? only : `[${theme.constructs.join(', ')}]`;
      return `  ${theme.name}:
    label: ${theme.label}
    definition: >-
      ${theme.label} ${draw.pick(scopes)}, ${draw.pick(purposes)}
${aliases}    construct: ${construct}
`;
    });
  return `# Themes are the study authors' ideas (second order); constructs are this review's (third order).
themes:
${entries.join('')}constructs:
${constructs
  .map((construct, index) => {
    const next = constructs[index + 1];
    const arrow = next
      ? `    leads-to:\n      ${next.name}: >-\n        what is settled in the one returns as a question in the other\n`
      : '';
    return `  ${construct.name}:
    label: ${construct.label}
    definition: >-
      ${construct.definition}
    order: ${index + 1}
${arrow}`;
  })
  .join('')}argument:
${constructs
  .map((construct, index) => {
    // Each sentence takes up a finding, and the last one all that are left: a challenge that is passed over would be told.
    const findings = answered.slice(index, index === constructs.length - 1 ? undefined : index + 1);
    return `  - says: >-
      ${construct.definition}
    rests-on: [${construct.name}]
${findings.length > 0 ? `    answers: [${findings.join(', ')}]\n` : ''}`;
  })
  .join('')}`;
}
