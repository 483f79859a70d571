import * as l10n from '@vscode/l10n';
import type { BlockContent } from 'mdast';
import { type Change, editing, type Texts } from '../../editing/change.js';
import { Draft, done, type Outcome, refused } from '../../editing/pieces.js';
import { reportOf } from '../../reports/reports.js';
import { report } from '../../reports/tree.js';
import { buildReview } from '../../review/build.js';
import type { Review, Sourced } from '../../review/model.js';
import { insidePath } from '../../review/paths.js';
import type { GeneratedFacts } from '../../syntax/facts.js';
import { readFacts } from '../../syntax/read.js';
import { Lines } from '../../text/lines.js';
import { type Picture, picturesOf, staleBlocks } from '../blocks.js';
import { toMarkdown } from '../markdown.js';
import { type DraftManuscript, readHeadings } from './headings.js';
import { inserted } from './insertions.js';
import { type Addition, missingParts } from './missing-parts.js';
import { headingBlocks } from './parts.js';

/** What a draft does to the manuscript, and what whoever asked for it is shown. */
export interface DraftedResults {
  readonly change: Change;
  /** The manuscripts as they are afterwards, those that change. */
  readonly texts: ReadonlyMap<string, string>;
  /** The pictures that its blocks show. */
  readonly pictures: readonly Picture[];
  /** What is added, and to which manuscript: labels of constructs, names of reports. */
  readonly added: readonly { readonly path: string; readonly name: string }[];
  /** The first place where something is put in, as it is afterwards; undefined where nothing is. */
  readonly first: { readonly path: string; readonly line: number } | undefined;
}

/** The manuscripts of a review, in the order in which `metasynth.yaml` names them. */
export function manuscriptPaths(review: Review): string[] {
  const named = review.settings.manuscript.flatMap(({ value }) => insidePath(value) ?? []);
  return [...new Set(named)];
}

/**
 * Puts into the manuscript what its results lack: a section for each construct, filled from the studies, the tables, and the line of
 * argument. It puts in and takes nothing away: a section in which anything is written is its author's. Of what stands there already,
 * generated blocks alone are written anew, and only those that fitted and would no more.
 *
 * @param texts those of `manuscriptPaths`
 */
export function draftResults(review: Review, texts: Texts): Outcome<DraftedResults> {
  const before = readAll(review, texts);
  if (!before.ok) return before;
  const manuscripts = before.value;
  if (manuscripts.length === 0) return newManuscript(review, texts);
  const additions = missingParts(manuscripts, review);
  const drafts = manuscripts.map(({ path, text }) => {
    const draft = new Draft(path, text);
    draft.edit(inserted(text, piecesFor(path, additions)));
    return draft;
  });
  const made = finished(review, drafts);
  return made.ok ? done({ ...made.value, added: addedBy(additions) }) : made;
}

/** What is added, each once: a section may be filled in several places. */
function addedBy(additions: readonly Addition[]): DraftedResults['added'] {
  const added = new Map<string, DraftedResults['added'][number]>();
  for (const { file, adds } of additions) {
    for (const name of adds) added.set(`${file.path}\n${name}`, { path: file.path, name });
  }
  return [...added.values()];
}

function readAll(review: Review, texts: Texts): Outcome<DraftManuscript[]> {
  const manuscripts: DraftManuscript[] = [];
  for (const path of manuscriptPaths(review)) {
    if (!review.files.has(path)) continue;
    const text = texts(path);
    const read = text === undefined ? undefined : readHeadings(path, text, review);
    if (!read) return refused(l10n.t('{0} changed while it was being read. Please try again.', path));
    manuscripts.push(read);
  }
  return done(manuscripts);
}

function piecesFor(path: string, additions: readonly Addition[]): { at: number; text: string }[] {
  return additions.filter(({ file }) => file.path === path).map(({ at, blocks }) => ({ at, text: markdown(blocks) }));
}

function markdown(blocks: readonly BlockContent[]): string {
  return toMarkdown(report([...blocks])).trimEnd();
}

/** A manuscript with a title and its results, where the review has none yet. */
function newManuscript(review: Review, texts: Texts): Outcome<DraftedResults> {
  const [path] = manuscriptPaths(review);
  if (path === undefined) return refused(l10n.t('The review names no place for its manuscript.'));
  // A file that lies there and is no part of the review is not ours to write over.
  if (texts(path) !== undefined) {
    return refused(l10n.t('{0} could not be read, so nothing is written there.', path));
  }
  const title = review.settings.title?.value ?? l10n.t('A review without a title yet');
  const text = `${markdown([...headingBlocks(1, title), ...headingBlocks(2, l10n.t('Results'))])}\n`;
  const start = afterwards(review, new Map([[path, text]]));
  const made = draftResults(start, each => (each === path ? text : undefined));
  if (!made.ok) return made;
  const whole = made.value.texts.get(path) ?? text;
  return done({
    ...made.value,
    change: { edits: [], moves: [], created: [{ path, text: whole }] },
    texts: new Map([[path, whole]]),
    first: { path, line: 0 },
  });
}

/** The review as it is once these manuscripts stand there. */
function afterwards(review: Review, texts: ReadonlyMap<string, string>): Review {
  const others = [...review.files.values()].filter(({ path }) => !texts.has(path));
  return buildReview([...others, ...[...texts].map(([path, text]) => readFacts(path, 'manuscript', text))]);
}

/** Fills the new blocks, keeps those fresh that were, and looks whether all is read as it is meant. */
function finished(review: Review, drafts: readonly Draft[]): Outcome<Omit<DraftedResults, 'added'>> {
  const changed = (): Map<string, string> =>
    new Map(drafts.flatMap(({ path, text, original }) => (text === original ? [] : [[path, text] as const])));
  if (changed().size === 0) return done({ change: editing([]), texts: new Map(), pictures: [], first: undefined });
  const stale = staleNow(review);
  let after = afterwards(review, changed());
  const ours = (block: Sourced<GeneratedFacts>): boolean => !stale.has(keyOf(after, block));
  // What one block shows may depend on whether another holds anything.
  for (let round = 0; round < mostRounds; round++) {
    const toFill = [...staleBlocks(after)].filter(({ block }) => ours(block));
    if (toFill.length === 0) break;
    for (const draft of drafts) {
      const lines = new Lines(draft.text);
      draft.edit(
        toFill
          .filter(({ block }) => block.file.path === draft.path)
          .map(({ block: { chunk, facts }, text }) => {
            const { line, character, endLine, endCharacter } = facts.content;
            const from = lines.offsetAt(chunk.line + line, character);
            const to = lines.offsetAt(chunk.line + endLine, endCharacter);
            return { span: [from, to] as const, text: text.replace(/\n/g, lineBreakOf(draft.original)) };
          }),
      );
    }
    after = afterwards(review, changed());
  }
  const texts = changed();
  const problem = problemOf(after, drafts);
  if (problem !== undefined) return refused(problem);
  const names = new Set(after.generated.filter(ours).map(({ facts }) => facts.name));
  return done({
    change: editing(drafts.flatMap(draft => draft.edits())),
    texts,
    pictures: [...names].filter(name => reportOf(name)?.figures).flatMap(name => picturesOf(after, name)),
    first: firstOf(drafts),
  });
}

/** Blocks depend on each other over one step or two; more would be a circle. */
const mostRounds = 3;

/** The blocks that do not fit already, or are not closed. */
function staleNow(review: Review): Set<string> {
  const open = review.generated.filter(({ facts }) => !facts.closed);
  return new Set([...[...staleBlocks(review)].map(({ block }) => block), ...open].map(block => keyOf(review, block)));
}

/** Tells the blocks of a manuscript apart, before and after something else is put in. */
function keyOf(review: Review, block: Sourced<GeneratedFacts>): string {
  const alike = review.generated.filter(
    ({ file, facts }) => file.path === block.file.path && facts.name === block.facts.name,
  );
  return `${block.facts.name} ${alike.findIndex(({ chunk }) => chunk === block.chunk)} ${block.file.path}`;
}

/**
 * Why the text as it would be does not say what it is meant to say: an open comment or block of code swallows what comes after it.
 * Whatever was put in is there if nothing is missing any more.
 */
function problemOf(after: Review, drafts: readonly Draft[]): string | undefined {
  for (const draft of drafts) {
    if (!readHeadings(draft.path, draft.text, after)) return openIn(draft.path);
  }
  const files = drafts.flatMap(({ path, text }) => readHeadings(path, text, after) ?? []);
  const [rest] = missingParts(files, after);
  return rest && openIn(rest.file.path);
}

function openIn(path: string): string {
  return l10n.t(
    'What would be written into {0} would not be read as it is meant, so nothing is written. Look whether a comment, a block of code or a generated block is left open there.',
    path,
  );
}

function firstOf(drafts: readonly Draft[]): DraftedResults['first'] {
  for (const { path, original, text } of drafts) {
    if (original === text) continue;
    let at = 0;
    while (at < original.length && original[at] === text[at]) at++;
    // What is put in begins with the line break that parts it from what stands before it.
    while (/\s/.test(text[at] ?? '')) at++;
    return { path, line: new Lines(text).positionAt(at).line };
  }
  return undefined;
}

function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
