/** Markdown as plain words, for hovers, lists and reports. */
import { type Inline, type Mark, scanInline } from './inline.js';

/** A stretch to leave out, or to print otherwise. */
interface Cut {
  readonly from: number;
  readonly to: number;
  readonly instead: string;
}

const NO_LABELS: ReadonlySet<string> = new Set();

/**
 * The words of a block or sentence on one line, as a reader sees them: without emphasis, links' targets, backticks,
 * comments, HTML, notes and deletions. Citations in brackets are left out, a bare `@doe99` keeps its key.
 */
export function plainText(text: string): string {
  const words = text.replace(/(\r\n?|\n)[ \t]*(?:>[ \t]?)+/g, '\n');
  const inline = scanInline(words, 0, words.length, NO_LABELS);
  const cuts = [...markCuts(words, inline), ...citationCuts(inline), ...emphasisCuts(words, inline.marks)];
  cuts.sort((a, b) => a.from - b.from || b.to - a.to);
  let out = '';
  let at = 0;
  for (const cut of cuts) {
    if (cut.from < at) continue;
    out += words.slice(at, cut.from) + cut.instead;
    at = cut.to;
  }
  out += words.slice(at);
  return out
    .replace(/\[\^[^\s[\]]{1,99}\]|\{(?:==|\+\+)|(?:==|\+\+|~~)\}/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?](?:\s|$))/g, '')
    .trim();
}

function markCuts(text: string, inline: Inline): Cut[] {
  const cuts: Cut[] = [];
  for (const { kind, from, to } of inline.marks) {
    if (kind === 'math') continue;
    let instead = '';
    if (kind === 'code') {
      const inside = text.slice(from, to).replace(/^`+|`+$/g, '');
      instead = /^ .*\S.* $/s.test(inside) ? inside.slice(1, -1) : inside;
    } else if (kind === 'address') instead = text.slice(from, to).replace(/^<|>$/g, '');
    cuts.push({ from, to, instead });
  }
  for (const from of inline.linkStarts) cuts.push({ from, to: from + (text[from] === '!' ? 2 : 1), instead: '' });
  return cuts;
}

function citationCuts(inline: Inline): Cut[] {
  return inline.citations.map(citation => ({
    from: citation.groupFrom,
    to: citation.groupTo,
    instead: citation.bracketed ? '' : citation.key,
  }));
}

/** Pairs `*`, `_` and `~~` as CommonMark does in ordinary text: opened before a word, closed after one. */
function emphasisCuts(text: string, marks: readonly Mark[]): Cut[] {
  const cuts: Cut[] = [];
  const open: { character: string; from: number; left: number }[] = [];
  let mark = 0;
  const runs = /\*+|_+|~~/g;
  for (let run = runs.exec(text); run; run = runs.exec(text)) {
    const from = run.index;
    const character = run[0][0]!;
    while (mark < marks.length && marks[mark]!.to <= from) mark++;
    const hidden = marks[mark];
    if (hidden && hidden.from < from) continue;
    const last = marks[mark - 1];
    if (last?.kind === 'escape' && last.to === from) continue;
    const before = text[from - 1] ?? ' ';
    const after = text[from + run[0].length] ?? ' ';
    const inWord = character === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
    if (inWord) continue;
    let left = run[0].length;
    let place = from;
    if (!/\s/.test(before)) {
      for (let i = open.length - 1; i >= 0 && i >= open.length - 8 && left > 0; i--) {
        const opener = open[i]!;
        if (opener.character !== character) continue;
        const taken = Math.min(opener.left, left);
        opener.left -= taken;
        cuts.push({ from: opener.from + opener.left, to: opener.from + opener.left + taken, instead: '' });
        cuts.push({ from: place, to: place + taken, instead: '' });
        place += taken;
        left -= taken;
        open.length = opener.left > 0 ? i + 1 : i;
      }
    }
    if (left > 0 && !/\s/.test(after)) open.push({ character, from: place, left });
  }
  return cuts;
}
