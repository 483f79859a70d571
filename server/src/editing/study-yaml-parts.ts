import type { LocatedEntry } from '../syntax/yaml/located.js';
import type { Span } from '../text/span.js';
import type { Aside } from './study-form.js';

/**
 * What of a YAML study becomes the head of a Markdown one: all lines but those of the findings and the notes. A comment
 * right above the findings speaks of them, and is given by itself; all others stay.
 */
export function headBetween(
  yaml: string,
  findings: LocatedEntry | undefined,
  notes: LocatedEntry | undefined,
  comments: readonly Span[],
): { readonly head: string; readonly above: readonly Span[] } {
  const above: Span[] = [];
  const cuts: Span[] = [];
  if (findings) {
    let start = lineStart(yaml, findings.keyAt[0]);
    for (const comment of [...comments].reverse()) {
      if (comment[0] >= start || comment[1] !== start - 1 || !standsAlone(yaml, comment)) continue;
      above.unshift(comment);
      start = lineStart(yaml, comment[0]);
    }
    cuts.push([start, endOfFindings(yaml, findings)]);
  }
  let beside = '';
  if (notes) {
    cuts.push([lineStart(yaml, notes.keyAt[0]), lineEnd(yaml, notes)]);
    if (notes.comment) beside = `${yaml.slice(...notes.comment).trimEnd()}\n`;
  }
  let head = '';
  let from = 0;
  for (const [start, end] of cuts.sort((a, b) => a[0] - b[0])) {
    head += yaml.slice(from, start);
    from = end;
  }
  head += yaml.slice(from);
  head = head.replace(/^(?:[ \t]*\n)+/, '');
  if (!keepsEmptyLines(head)) head = head.trimEnd();
  const ended = head === '' || head.endsWith('\n') ? head : `${head}\n`;
  return { head: ended + beside, above };
}

/** True where a block of text may be meant to end in empty lines: `|+`. */
export function keepsEmptyLines(yaml: string): boolean {
  return /[|>][0-9]?\+/.test(yaml);
}

/** Where the findings end: behind the comments below the last of them that are set in, empty lines between or not. */
export function endOfFindings(yaml: string, findings: LocatedEntry): number {
  let end = lineEnd(yaml, findings);
  const row = /[ \t]*(?:([ \t])#[^\n]*)?(?:\n|$)/y;
  for (row.lastIndex = end; row.lastIndex < yaml.length; ) {
    const found = row.exec(yaml);
    if (!found) break;
    if (found[1] !== undefined) end = row.lastIndex;
  }
  return end;
}

/** Comments as they are read together: lines that follow one another are one, and what stands beside a value is another. */
export function asidesOf(yaml: string, comments: readonly Span[]): Aside[] {
  const asides: { kind: 'aside'; lines: string[]; end: number }[] = [];
  for (const comment of comments) {
    const words = yaml
      .slice(...comment)
      .replace(/^# ?/, '')
      .trimEnd();
    const last = asides.at(-1);
    const alone = standsAlone(yaml, comment);
    if (last && alone && last.end === lineStart(yaml, comment[0]) - 1) {
      last.lines.push(words);
      last.end = comment[1];
    } else asides.push({ kind: 'aside', lines: [words], end: alone ? comment[1] : -1 });
  }
  return asides.filter(aside => aside.lines.some(line => line.trim() !== ''));
}

function standsAlone(yaml: string, [start]: Span): boolean {
  return yaml.slice(lineStart(yaml, start), start).trim() === '';
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The end of the last line of an entry, with its line break. */
function lineEnd(yaml: string, { keyAt, value, whole }: LocatedEntry): number {
  const end = yaml.indexOf('\n', Math.max(keyAt[1], value.at[1], whole[1] - 1));
  return end < 0 ? yaml.length : end + 1;
}
