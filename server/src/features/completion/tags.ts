import type { Review } from '../../review/model.js';
import type { Lines } from '../../text/lines.js';
import { foldId } from '../../text/words.js';
import { Offer } from './items.js';
import type { MarkdownSpot } from './markdown-spot.js';
import { offerThemes, themeIds } from './names.js';
import { targetOn } from './place.js';
import { offerAspects } from './settings.js';

const tagSign = /[\p{L}\p{N}\p{M}_/-]/u;
const tag = /#([\p{L}\p{N}\p{M}_/-]+)/gu;
/** What may stand behind a tag in its block: other tags and comments. */
const tail = /^(?:\s*(?:>\s*)*(?:#[\p{L}\p{N}\p{M}_/-]+|<!--.*?-->))*\s*$/u;

/** Offers themes and aspects behind a ` #` at the end of a block under *Findings*; undefined anywhere else. */
export function offerTags(
  review: Review,
  path: string,
  body: { readonly text: string; readonly lines: Lines; readonly first: number },
  spot: MarkdownSpot,
): Offer | undefined {
  const { before, text, character, line } = spot;
  const found = /(^|\s)#([\p{L}\p{N}\p{M}_/-]*)$/u.exec(before);
  if (!found) return undefined;
  const from = character - found[2]!.length;
  let to = character;
  while (to < text.length && tagSign.test(text[to]!)) to++;
  if (!tail.test(text.slice(to)) || !endsBlock(body, line)) return undefined;
  const row = (at: number): string => body.text.slice(...body.lines.lineSpan(at));
  const startsLine = /^[\s>]*#$/.test(before.slice(0, from));
  // At the start of a block it is the beginning of a heading.
  if (startsLine && (line === body.first || /^[\s>]*$/.test(row(line - 1)))) return undefined;
  if (!isData(body, line) || isCallout(body, line)) return undefined;

  const offer = new Offer(targetOn(line, from, to, text, character));
  const there = [...`${text.slice(0, from - 1)} ${text.slice(to)}`.matchAll(tag)].map(each => each[1]!);
  const study = review.studyFiles.length > 0 ? review.files.get(path) : undefined;
  const facts = study?.chunks[0]?.facts;
  const own =
    facts?.kind === 'study'
      ? themeIds(
          review,
          facts.themes.map(each => each.name),
        )
      : new Set<string>();
  offerThemes(offer, review, name => name, { without: themeIds(review, there), first: own });
  offerAspects({ review, offer }, id => id, new Set(there.map(foldId)));
  return offer;
}

interface Body {
  readonly text: string;
  readonly lines: Lines;
  readonly first: number;
}

/** True when nothing but tags and comments follows in the block. */
function endsBlock({ text, lines }: Body, line: number): boolean {
  for (let at = line + 1; at < lines.count && at < line + 20; at++) {
    const row = text.slice(...lines.lineSpan(at));
    if (/^[\s>]*$/.test(row)) return true;
    // What opens another block ends this one.
    if (/^\s*(?:[-*+]\s|\d+[.)]\s|#{1,6}\s)/.test(row)) return true;
    if (!/^\s*>/.test(row) !== !/^\s*>/.test(text.slice(...lines.lineSpan(line)))) return true;
    if (!tail.test(row)) return false;
  }
  return true;
}

/** True under a heading *Findings* or *Results* and the headings below it. */
function isData({ text, lines, first }: Body, line: number): boolean {
  let inside = 0;
  for (let at = first; at < line; at++) {
    const row = text.slice(...lines.lineSpan(at));
    const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(row);
    const under = /^ {0,3}(=+|-+)[ \t]*$/.exec(row);
    let level = heading?.[1]?.length;
    let title = heading?.[2] ?? '';
    if (under && at > first) {
      title = text.slice(...lines.lineSpan(at - 1)).trim();
      if (title !== '') level = under[1]!.startsWith('=') ? 1 : 2;
    }
    if (level === undefined) continue;
    const words = title
      .replace(/\{[^{}]*\}\s*$/, '')
      .replace(/<!--.*?-->/g, '')
      .trim();
    if (/^(findings?|results?)$/i.test(words)) inside = inside === 0 ? level : Math.min(inside, level);
    else if (level <= inside) inside = 0;
  }
  return inside > 0;
}

/** True in a callout, `> [!note]`, which is never data. */
function isCallout({ text, lines, first }: Body, line: number): boolean {
  let top = -1;
  for (let at = line; at >= first; at--) {
    if (!/^\s*>/.test(text.slice(...lines.lineSpan(at)))) break;
    top = at;
  }
  return top >= 0 && /^\s*>\s*\[!\w+\]/.test(text.slice(...lines.lineSpan(top)));
}
