import * as l10n from '@vscode/l10n';
import { findingsWords } from '../reports/outline.js';
import type { Review } from '../review/model.js';
import type { Chunk, ConstructFacts, FileFacts, Rating, ThemeFacts } from '../syntax/facts.js';
import type { Lines } from '../text/lines.js';
import { foldId } from '../text/words.js';
import { type Entry, entryOf, moved, short, wholeLines } from './symbols-entry.js';
import { studiesWords } from './symbols-manuscript.js';

/** Themes, constructs and the line of argument as the codebook lists them. */
export function codebookEntries(review: Review, file: FileFacts, lines: Lines): Entry[] {
  const head = file.chunks.find(chunk => chunk.facts.kind === 'codebook')?.facts;
  const groups = { theme: [] as Entry[], construct: [] as Entry[], argument: [] as Entry[] };
  const starts = file.chunks.map(chunk => chunk.line);
  if (head?.kind === 'codebook') {
    for (const at of [head.themesAt, head.constructsAt]) if (at) starts.push(at.line);
  }
  const until = nextLine(starts, lines);
  for (const chunk of file.chunks) {
    const { facts, line } = chunk;
    const range = wholeLines(lines, line, until(line));
    if (facts.kind === 'theme') groups.theme.push(themeEntry(review, facts, chunk, range));
    else if (facts.kind === 'construct') groups.construct.push(constructEntry(review, facts, chunk, range));
    else if (facts.kind === 'argument') {
      const at = moved(facts.at, line);
      groups.argument.push(entryOf('argument', short(facts.says), '', range, at));
    }
  }
  const group = (name: string, children: readonly Entry[], at: Entry['selection'] | undefined): Entry[] => {
    const selection = at ?? children[0]?.selection;
    return selection ? [entryOf('group', name, String(children.length), selection, selection, children)] : [];
  };
  const places = head?.kind === 'codebook' ? head : undefined;
  return [
    ...group(l10n.t('Themes'), groups.theme, places?.themesAt),
    ...group(l10n.t('Constructs'), groups.construct, places?.constructsAt),
    ...group(l10n.t('Line of argument'), groups.argument, undefined),
  ].sort((a, b) => a.range.line - b.range.line);
}

function themeEntry(review: Review, facts: ThemeFacts, { line }: Chunk, range: Entry['range']): Entry {
  const theme = review.themeById.get(facts.id);
  const detail = studiesWords(theme?.studies.length ?? 0);
  return entryOf('theme', facts.label?.value ?? facts.name, detail, range, moved(facts.at, line));
}

function constructEntry(review: Review, facts: ConstructFacts, { line }: Chunk, range: Entry['range']): Entry {
  const construct = review.constructById.get(facts.id);
  const themes = construct?.themes.length ?? 0;
  const detail = `${themes === 1 ? l10n.t('1 theme') : l10n.t('{0} themes', themes)}, ${findingsWords(construct?.findings.length ?? 0)}`;
  return entryOf('construct', facts.label?.value ?? facts.name, detail, range, moved(facts.at, line));
}

/** A rater's studies, each with how many questions have an answer. */
export function raterEntries(review: Review, file: FileFacts, lines: Lines): Entry[] {
  const rated = file.chunks.filter(chunk => chunk.facts.kind === 'rating');
  const until = nextLine(
    rated.map(chunk => chunk.line),
    lines,
  );
  return rated.flatMap(({ facts, line }) => {
    if (facts.kind !== 'rating') return [];
    const { rating } = facts;
    const name = review.studyById.get(foldId(rating.study))?.name ?? rating.study;
    const settled = /(^|\/)consensus\.ya?ml$/.test(file.path);
    const detail = settled ? l10n.t('{0} settled', rating.answers.length) : answeredWords(rating, review);
    return [entryOf('study', name, detail, wholeLines(lines, line, until(line)), moved(rating.studyAt, line))];
  });
}

/** *8 of 10 answered*. */
export function answeredWords({ answers }: Rating, review: Review): string {
  const items = review.checklist?.items.length;
  return items === undefined
    ? l10n.t('{0} answered', answers.length)
    : l10n.t('{0} of {1} answered', answers.length, items);
}

/** The works of a bibliography by the names that readers know them by. */
export function bibliographyEntries(review: Review, file: FileFacts, lines: Lines): Entry[] {
  const works = file.chunks.filter(chunk => chunk.facts.kind === 'work');
  const until = nextLine(
    works.map(chunk => chunk.line),
    lines,
  );
  return works.flatMap(({ facts, line }) => {
    if (facts.kind !== 'work') return [];
    const id = foldId(facts.key);
    const name = review.works.get(id)?.name ?? facts.key;
    // A work that nobody signed is named by its title already.
    const title = facts.title === undefined || name.startsWith(facts.title) ? facts.key : facts.title;
    const detail = review.studyById.has(id) ? l10n.t('included study') : short(title, 50);
    return [entryOf('work', name, detail, wholeLines(lines, line, until(line)), moved(facts.at, line))];
  });
}

/** The line on which what follows a line begins, of lines where something begins. */
function nextLine(starts: readonly number[], lines: Lines): (line: number) => number {
  const sorted = [...new Set(starts)].sort((a, b) => a - b);
  const next = new Map(sorted.map((line, index) => [line, sorted[index + 1] ?? lines.count]));
  return line => next.get(line) ?? line;
}
