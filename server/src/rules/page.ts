import { markedFilesOf } from './example.js';
import { rules } from './index.js';
import { ruleNamed } from './judge.js';
import type { Rule } from './rule.js';

const severityWords = { error: 'error', warning: 'warning', info: 'note', hint: 'hint' } as const;

/** What each area, the part of a code before its first dot, is about; in the order of the index. */
const areas: Readonly<Record<string, string>> = {
  review: 'The review and its files',
  file: 'Files that cannot be read as they are',
  yaml: 'How fields and values are written',
  field: 'The fields of each kind of file',
  study: 'Studies',
  characteristic: 'Characteristics of the studies',
  appraisal: 'Appraisal',
  theme: 'Themes',
  construct: 'Constructs',
  aspect: 'Divisions of a construct',
  argument: 'The line of argument',
  translation: 'Translation of the studies into one another',
  finding: 'Findings',
  confidence: 'Confidence in findings',
  number: 'Numbers',
  eligibility: 'Eligibility',
  flow: 'Flow of records',
  quote: 'Quotes',
  citation: 'Citations',
  bibliography: 'The bibliography',
  table: 'The synthesis table',
  block: 'Generated blocks of the manuscript',
  reporting: 'Reporting standards',
};

/** The page of a diagnostic, as Markdown; undefined for a code that no rule has. */
export function rulePage(code: string): string | undefined {
  const rule = ruleNamed(code);
  return rule && pageOf(rule);
}

/** All pages of `docs/diagnostics`, by file name: one for each rule and `README.md`, their index. */
export function allPages(): Map<string, string> {
  return new Map([...rules.map(rule => [`${rule.code}.md`, pageOf(rule)] as const), ['README.md', indexPage(rules)]]);
}

/** The page of a rule: what it is about, why it matters, what to do, and an example. Made from the rule alone. */
export function pageOf(rule: Rule): string {
  return `# ${rule.title}

\`${rule.code}\` · ${severityOf(rule)}

## Why it matters

${rule.why}

## What to do

${rule.mend}

${exampleOf(rule)}## ${rule.off ? 'Turning it on' : 'Turning it off, or making it louder'}

In \`metasynth.yaml\`, for the review and everybody who works on it:

\`\`\`yaml
severities:
  ${rule.code}: ${rule.off ? 'info       # or error, warning, hint' : 'off        # or error, warning, info, hint'}
\`\`\`

The setting \`metasynth.severities\` does the same for one person's editor; what \`metasynth.yaml\` says wins.
`;
}

function severityOf(rule: Rule): string {
  if (rule.off) return `off, unless it is asked for · then a ${severityWords[rule.severity]}`;
  if (rule.final) return `off, until the review is \`status: final\` · then a ${severityWords[rule.severity]}`;
  return `${severityWords[rule.severity]}${rule.open ? ' · an error once the review is `status: final`' : ''}`;
}

function exampleOf({ example, severity }: Rule): string {
  if (!example) return '';
  return `## Example

What is marked with « and » is what the ${severityWords[severity]} points at.

${fenced(example.wrong)}

Mended:

${fenced(example.right)}

`;
}

function fenced(example: string): string {
  return markedFilesOf(example)
    .map(({ path, text }) =>
      text.trim() === '(absent)' ? `There is no \`${path}\`.` : `\`${path}\`\n\n${fence(path, text)}`,
    )
    .join('\n\n');
}

function fence(path: string, text: string): string {
  const language = /\.ya?ml$/.test(path)
    ? 'yaml'
    : /\.bib$/.test(path)
      ? 'bibtex'
      : /\.txt$/.test(path)
        ? 'text'
        : 'markdown';
  return `\`\`\`\`${language}\n${text.replace(/\n*$/, '\n')}\`\`\`\``;
}

/** The index of all pages, area by area. */
function indexPage(all: readonly Rule[]): string {
  const present = new Set([...Object.keys(areas), ...all.map(rule => areaOf(rule.code))]);
  const tables = [...present].flatMap(area => {
    const ofArea = all.filter(rule => areaOf(rule.code) === area);
    return ofArea.length > 0 ? [areaTable(area, ofArea)] : [];
  });
  return `# What Metasynth tells about a review

Each thing it tells has a name, its code, and a page. \`metasynth explain CODE\` prints the same page.
How loud each one is can be set under \`severities:\` in \`metasynth.yaml\`, by code or for a whole area (\`theme: hint\`).

${tables.join('\n')}`;
}

function areaTable(area: string, ofArea: readonly Rule[]): string {
  const rows = ofArea.map(rule => `| [\`${rule.code}\`](${rule.code}.md) | ${rule.title} | ${severityOf(rule)} |`);
  return `## ${areas[area] ?? area}\n\n| Code | What it tells | As |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

function areaOf(code: string): string {
  return code.slice(0, code.indexOf('.'));
}
