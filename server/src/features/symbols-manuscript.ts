import * as l10n from '@vscode/l10n';
import { findingsWords } from '../reports/outline.js';
import type { Finding, PlacedSection, Review } from '../review/model.js';
import type { FileFacts, GeneratedFacts } from '../syntax/facts.js';
import type { Lines } from '../text/lines.js';
import { type Entry, entryOf, moved, short, wholeLines } from './symbols-entry.js';

/** An entry that is still being filled. */
interface Open {
  readonly section: PlacedSection;
  readonly line: number;
  readonly children: Entry[];
}

/** Constructs with their parts and findings, and the blocks that commands write. */
export function manuscriptEntries(review: Review, file: FileFacts, lines: Lines): Entry[] {
  const findings = findingsByLine(review, file);
  const entries: Entry[] = [];
  const open: Open[] = [];
  const leave = (level: number, line: number): void => {
    while (open.length > 0 && open.at(-1)!.section.facts.level >= level) {
      const one = open.pop()!;
      const { section, children } = one;
      // A heading that names no construct and holds no finding is for the editor's own outline.
      if (children.length === 0 && !section.namesConstruct) continue;
      (open.at(-1)?.children ?? entries).push(sectionEntry(one, wholeLines(lines, one.line, line)));
    }
  };
  for (const section of review.sections) {
    if (section.file.path !== file.path) continue;
    const { line } = section.chunk;
    leave(section.facts.level, line);
    if (!section.construct) continue;
    const one: Open = { section, line, children: [] };
    open.push(one);
    for (const finding of findings.get(line) ?? []) one.children.push(findingEntry(finding));
  }
  leave(-1, lines.count);
  for (const chunk of file.chunks) {
    if (chunk.facts.kind === 'generated') entries.push(generatedEntry(chunk.facts, chunk.line));
  }
  return entries.sort((a, b) => a.range.line - b.range.line);
}

/** The findings of a file, by the line on which their section begins. */
function findingsByLine(review: Review, file: FileFacts): Map<number, Finding[]> {
  const found = new Map<number, Finding[]>();
  for (const { findings } of review.constructs) {
    for (const finding of findings) {
      const { file: of, chunk } = finding.site;
      if (of.path !== file.path) continue;
      const list = found.get(chunk.line);
      if (list) list.push(finding);
      else found.set(chunk.line, [finding]);
    }
  }
  return found;
}

function sectionEntry({ section, children }: Open, range: Entry['range']): Entry {
  const { construct, namesConstruct, facts } = section;
  const selection = moved(facts.at, section.chunk.line);
  if (!namesConstruct || !construct) {
    return entryOf('division', facts.title, findingsWords(countFindings(children)), range, selection, children);
  }
  const detail =
    construct.findings.length === 0
      ? l10n.t('no finding yet')
      : `${findingsWords(construct.findings.length)}, ${studiesWords(construct.cited.length)}`;
  return entryOf('construct', construct.label, detail, range, selection, children);
}

function countFindings(entries: readonly Entry[]): number {
  return entries.reduce((sum, each) => sum + (each.kind === 'finding' ? 1 : countFindings(each.children)), 0);
}

/** An editor asks for the outline after each word that is typed, and thousands of findings stay as they are. */
const worded = new WeakMap<Finding, { readonly title: string; readonly detail: string }>();

function findingEntry(finding: Finding): Entry {
  const { site } = finding;
  const place = moved(site.at, site.chunk.line);
  const known = worded.get(finding) ?? wordsOf(finding);
  worded.set(finding, known);
  return entryOf('finding', known.title, known.detail, place, place);
}

function wordsOf({ name, text, support, contrary }: Finding): { readonly title: string; readonly detail: string } {
  const against = contrary.length > 0 ? `, ${l10n.t('{0} against', contrary.length)}` : '';
  const words = short(text);
  return {
    title: name === undefined ? words : `${name}: ${words}`,
    detail: studiesWords(support.length) + against,
  };
}

function generatedEntry({ name, argument, open, content, closed }: GeneratedFacts, line: number): Entry {
  const selection = moved(open, line);
  const end = moved(content, line);
  return entryOf(
    'generated',
    argument === '' ? name : `${name} ${argument}`,
    closed ? l10n.t('written by a command') : l10n.t('without an end'),
    { ...selection, endLine: end.endLine, endCharacter: end.endCharacter },
    selection,
  );
}

/** *1 study*, *22 studies*. */
export function studiesWords(count: number): string {
  return count === 1 ? l10n.t('1 study') : l10n.t('{0} studies', count);
}
