import * as l10n from '@vscode/l10n';
import { knownKeys } from '../syntax/definitions/validate.js';
import { scanMarkdown } from '../syntax/markdown/scan.js';
import { dataHeading, dataSections } from '../syntax/read-study.js';
import { asList, entry, isEmpty } from '../syntax/yaml/access.js';
import type { Located, LocatedEntry, LocatedMap } from '../syntax/yaml/located.js';
import { readYaml } from '../syntax/yaml/read.js';
import type { Span } from '../text/span.js';
import { type Converted, type Item, lineNumber, refused, trimmedLines } from './study-form.js';
import { asidesOf, endOfFindings, headBetween } from './study-yaml-parts.js';
import { commentsOf } from './yaml-comments.js';

type Refusal = { readonly refused: string };

/**
 * A YAML study as Markdown: all fields but `findings:` and `notes:` become its head as they are, the findings stand under
 * the heading that the notes keep for them, else under *Findings*, and the notes follow. Comments among the findings
 * become comments of Markdown.
 */
export function studyToMarkdown(text: string): Converted {
  const yaml = text.replace(/^---[ \t]*\n/, '');
  const { root, problems } = readYaml(yaml, { knownKeys: knownKeys('study') });
  if (problems.length > 0)
    return refused(l10n.t('The file cannot be read whole yet. Mend what the Problems view tells of it first.'));
  const comments = commentsOf(yaml, root);
  if (!comments)
    return refused(
      l10n.t('The file has anchors, tags or marks between documents, which Markdown would show as words.'),
    );
  if (root && (root.kind !== 'map' || root.flow || root.entries.some(each => each.indent > 0))) {
    return refused(l10n.t('The fields of the study must each begin a line.'));
  }
  const map = root?.kind === 'map' ? root : undefined;
  const findings = map && entry(map, 'findings');
  const notes = map && entry(map, 'notes');
  const words = notesOf(notes);
  if (typeof words !== 'string') return words;
  const { head, above } = headBetween(yaml, findings, notes, comments);
  const items = findings ? itemsOf(yaml, findings, above, comments) : [];
  if ('refused' in items) return items;
  const place = placeIn(words);
  const body = findings ? bodyOf(place, items) : words;
  if (typeof body !== 'string') return body;
  const front = head === '' ? '' : `---\n${head}---\n`;
  return { text: body === '' ? front : `${front}${front === '' ? '' : '\n'}${body}\n` };
}

function notesOf(notes: LocatedEntry | undefined): string | Refusal {
  if (!notes) return '';
  if (notes.value.kind !== 'scalar')
    return refused(l10n.t('The notes are a list or have fields of their own; Markdown has a place for words alone.'));
  return trimmedLines(notes.value.value);
}

/** Where the findings go among the notes: what stands before, the heading, what follows. */
interface FindingsPlace {
  readonly before: string;
  readonly heading: string;
  readonly level: number;
  readonly after: string;
}

function placeIn(notes: string): FindingsPlace {
  const { sections } = scanMarkdown(notes);
  const kept = dataSections(sections).find(({ heading }) => heading && dataHeading.test(heading.text.trim()));
  if (kept?.heading) {
    return {
      before: trimmedLines(notes.slice(0, kept.at[0])),
      heading: notes.slice(...kept.heading.at).trim(),
      level: kept.heading.level,
      after: trimmedLines(notes.slice(kept.heading.at[1])),
    };
  }
  const own = { heading: '## Findings', level: 2 };
  const first = sections[0]?.heading;
  // Words without a heading of their own, or below a lower one, would be taken for findings if they followed.
  const follows = notes === '' || (first !== undefined && first.level <= 2 && sections[0]?.at[0] === 0);
  return follows ? { ...own, before: '', after: notes } : { ...own, before: notes, after: '' };
}

function bodyOf({ before, heading, level, after }: FindingsPlace, items: readonly Item[]): string | Refusal {
  const parts = [before, heading];
  for (const item of items) {
    const words = item.kind === 'aside' ? asideMarkdown(item.lines, level) : saidMarkdown(item);
    if (typeof words !== 'string') return words;
    parts.push(words);
  }
  parts.push(after);
  return parts.filter(part => part !== '').join('\n\n');
}

function asideMarkdown(lines: readonly string[], level: number): string | Refusal {
  if (/^> ?\[!/.test(lines[0] ?? '') && lines.every(line => line.startsWith('>'))) return lines.join('\n');
  const heading = lines.length === 1 ? /^(#{1,6})[ \t]+\S/.exec(lines[0]!) : null;
  if (heading && (heading[1]!.length > level || dataHeading.test(lines[0]!.replace(/^#+/, '').trim())))
    return lines[0]!;
  const words = lines.join('\n').trim();
  if (/-->|<!--|^-?>/.test(words)) {
    return refused(
      l10n.t(
        'A comment among the findings has the signs by which Markdown begins or ends a comment: {0}',
        words.slice(0, 60),
      ),
    );
  }
  return words.includes('\n') ? `<!--\n${words}\n-->` : words === '' ? '' : `<!-- ${words} -->`;
}

function saidMarkdown({
  order,
  text,
  locator,
  themes,
  aspects,
  credibility,
}: Extract<Item, { kind: 'finding' }>): string {
  const tags = [...themes, ...aspects].map(name => ` #${name}`).join('');
  const rated = credibility === undefined ? '' : ` <!-- credibility: ${credibility} -->`;
  const words = `${text}${locator === undefined ? '' : ` (${locator})`}${tags}${rated}`;
  if (order === 2) return words;
  return words
    .split('\n')
    .map(line => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** Fields of a finding that Markdown can say. */
const sayable: ReadonlySet<string> = new Set(['quote', 'authors', 'at', 'themes', 'aspects', 'aspect', 'credibility']);

/** A name that can stand behind `#`. */
const tagName = /^(?=.*\p{L})[\p{L}\p{N}\p{M}_/-]+$/u;

function itemsOf(
  yaml: string,
  findings: LocatedEntry,
  above: readonly Span[],
  comments: readonly Span[],
): Item[] | Refusal {
  const { value } = findings;
  if (value.kind !== 'list' && !isEmpty(value)) return refused(l10n.t('The findings are not a list.'));
  const end = endOfFindings(yaml, findings);
  const own = comments.filter(([from]) => from > findings.keyAt[0] && from < end);
  const waiting = [...above, ...own];
  const items: Item[] = [];
  let next = 0;
  const takeUntil = (offset: number): void => {
    const from = next;
    while (next < waiting.length && waiting[next]![0] < offset) next++;
    items.push(...asidesOf(yaml, waiting.slice(from, next)));
  };
  for (const item of asList(value)) {
    takeUntil(endWithComment(yaml, item.at[1]));
    const said = item.kind === 'map' ? saidOf(yaml, item) : wordless(yaml, item.at[0]);
    if ('refused' in said) return said;
    items.push(said);
  }
  takeUntil(Number.POSITIVE_INFINITY);
  return items;
}

/** The end of the line on which an item ends, with the comment beside it. */
function endWithComment(yaml: string, offset: number): number {
  const end = yaml.indexOf('\n', offset);
  return end < 0 ? yaml.length : end;
}

function wordless(yaml: string, offset: number): Refusal {
  return refused(
    l10n.t(
      'The finding in line {0} has no words yet: neither quote: nor authors: says anything.',
      lineNumber(yaml, offset),
    ),
  );
}

function saidOf(yaml: string, item: LocatedMap): Extract<Item, { kind: 'finding' }> | Refusal {
  const line = lineNumber(yaml, item.at[0]);
  for (const { key, value } of item.entries) {
    if (!sayable.has(key)) {
      return refused(
        l10n.t('The finding in line {0} has a field {1}, for which Markdown has no place.', line, `${key}:`),
      );
    }
    if (value.kind === 'map') {
      return refused(
        l10n.t(
          'The field {1} of the finding in line {0} has fields of its own, for which Markdown has no place.',
          line,
          `${key}:`,
        ),
      );
    }
  }
  const [quote, authors, at, credibility] = ['quote', 'authors', 'at', 'credibility'].map(key =>
    textOf(entry(item, key)?.value),
  );
  if (quote !== undefined && authors !== undefined) {
    return refused(
      l10n.t(
        'The finding in line {0} holds the authors’ words and the quote that illustrates them. In Markdown they would be two.',
        line,
      ),
    );
  }
  const words = quote ?? authors;
  if (words === undefined) return wordless(yaml, item.at[0]);
  if (quote === undefined && /\n[ \t]*\n/.test(words)) {
    return refused(l10n.t('The reading in line {0} has an empty line in it, and Markdown would make two of it.', line));
  }
  const themes = namesOf(entry(item, 'themes')?.value);
  const aspects = [...namesOf(entry(item, 'aspects')?.value), ...namesOf(entry(item, 'aspect')?.value)];
  const odd = [...themes, ...aspects].find(name => !tagName.test(name));
  if (odd !== undefined) return refused(l10n.t('"{1}", in the finding in line {0}, cannot be a tag.', line, odd));
  return {
    kind: 'finding',
    order: quote === undefined ? 2 : 1,
    text: words,
    ...(at !== undefined && { locator: at }),
    themes,
    aspects,
    ...(credibility !== undefined && { credibility }),
  };
}

function textOf(value: Located | undefined): string | undefined {
  if (value?.kind !== 'scalar' || value.value.trim() === '') return undefined;
  return value.value.trim();
}

function namesOf(value: Located | undefined): string[] {
  return asList(value).flatMap(item => (item.kind === 'scalar' && item.value.trim() !== '' ? [item.value.trim()] : []));
}
