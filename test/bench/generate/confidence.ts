import type { Plan } from './plan.js';
import { random } from './random.js';
import * as voices from './words/voices.js';

/** How many findings are told in the file itself, beside those of the manuscript. */
const told = 12;

/** `confidence.yaml`: what was judged of some findings, with a reason for each concern. A large review judges no more of them. */
export function confidenceText({ studies, themes, options }: Plan, findings: readonly string[]): string {
  const draw = random(options.seed, 6);
  const named = findings.slice(0, 4).map(name => entry(name, ''));
  const own = Array.from({ length: told }, (_, index) => {
    const keys = [0, 1, 2].map(step => studies[(index * 5 + step) % studies.length]!.key);
    const theme = draw.pick(themes).label.toLowerCase();
    const sentence = `In clinics and at home, ${voices.synthesis(draw, theme).replace(/^\w/, letter => letter.toLowerCase())}, whatever the illness.`;
    return entry(
      `judged-${index + 1}`,
      `  finding: >-\n    ${sentence}\n  studies: [${[...new Set(keys)].join(', ')}]\n`,
    );
  });
  return [...named, ...own].join('');
}

function entry(name: string, finding: string): string {
  return `${name}:
${finding}  methodological-limitations:
    concern: minor
    because: >-
      One of the studies says little of how people were found.
  coherence: none-or-very-minor
  adequacy:
    concern: minor
    because: >-
      The quotes are few, and two of them are long.
  relevance: none-or-very-minor
  confidence:
    level: moderate
    because: >-
      Two minor concerns count together.
    by: [A, B]
    judged: 2026-01-15
`;
}
