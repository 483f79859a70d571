import * as l10n from '@vscode/l10n';
import type { Review, Theme } from '../review/model.js';
import type { FileKind } from '../syntax/facts.js';
import { child, scalarText } from '../syntax/yaml/access.js';
import { foldId } from '../text/words.js';
import { leaveAlias } from './aliases.js';
import type { Moving } from './carrying.js';
import { editing, type Texts } from './change.js';
import { KnownUses } from './known-uses.js';
import { Draft, done, type Outcome, refused } from './pieces.js';
import { placesIn, sourceOf } from './places.js';
import { stale, unread } from './rename.js';
import { counted, type Described, named, studyLine } from './summary.js';
import { moveTheme } from './theme-moves.js';
import { remove, tried } from './yaml-edits.js';
import { lineStart, marginBefore, rowAt, stepOf, targetAt, type YamlSource } from './yaml-source.js';

/** One theme becomes part of another. Names as a person writes them; capitals do not count. */
export interface ThemeMerge {
  readonly from: string;
  readonly into: string;
}

/** The files whose texts `mergeThemes` needs. */
export function filesForMerge(review: Review, { from }: ThemeMerge): string[] {
  return filesWith(review, namesOf(review, foldId(from)));
}

/** The files that may hold one of some names of a theme: those that use it, and those that may filter by it. */
export function filesWith(review: Review, ids: ReadonlySet<string>): string[] {
  const paths = new Set([...ids].flatMap(id => review.uses('theme', id).map(({ file }) => file.path)));
  if (review.codebook) paths.add(review.codebook.file.path);
  for (const file of review.files.values()) {
    if (file.kind === 'manuscript' || file.kind === 'review') paths.add(file.path);
  }
  return [...paths].sort();
}

/** A theme's name and its former names, folded. */
export function namesOf(review: Review, id: string): Set<string> {
  const theme = review.themeById.get(id);
  // A former name that another theme claims means that one.
  const former = (theme?.facts.aliases ?? [])
    .map(told => foldId(told.value))
    .filter(alias => review.themeAliases.get(alias)?.id === id && !review.themeById.has(alias));
  return new Set([id, ...former]);
}

/**
 * Folds a theme into another. Where a study carries the one it carries the other afterwards, with its own wording, or
 * with the label of the theme that is gone, so that nothing of the authors' own words is lost; a study that carries both
 * keeps one entry with both wordings, parted by a semicolon. Passages have the new tag, once. In the codebook the entry
 * goes; its names become former names of the other, and its definition and note stay there as comments.
 */
export function mergeThemes(review: Review, request: ThemeMerge, texts: Texts): Outcome<Described> {
  const into = themeNamed(review, request.into);
  if (!into) return refused(l10n.t('The codebook has no theme "{0}".', request.into));
  const from = themeNamed(review, request.from);
  const id = from?.id ?? foldId(request.from);
  if (id === into.id) return refused(l10n.t('"{0}" and "{1}" are one theme already.', request.from, request.into));
  const ids = namesOf(review, id);
  if (!from && review.uses('theme', id).length === 0) {
    return refused(l10n.t('There is no theme "{0}".', request.from));
  }
  const moving: Moving = {
    from: ids,
    to: into.facts.name,
    into: namesOf(review, into.id),
    labels: { from: from?.label, to: into.label },
  };
  const known = new KnownUses(review, ['theme'], ids);
  const drafts: Draft[] = [];
  const lines: string[] = [];
  for (const path of filesWith(review, ids)) {
    const text = texts(path);
    const kind = review.files.get(path)?.kind;
    if (text === undefined || !kind) return unread(path);
    const draft = new Draft(path, text);
    if (!isCurrent(known, draft, kind)) return stale(path);
    const told =
      kind === 'codebook'
        ? inCodebook(draft, from, into, request.from)
        : inFile(review, draft, kind, moving, request.from);
    if (!told.ok) return told;
    if (draft.text !== draft.original) lines.push(...told.value);
    drafts.push(draft);
  }
  const head = l10n.t('{0} becomes part of {1}.', named(from, request.from), named(into, into.facts.name));
  const summary = [head, counted(review, drafts), ...lines];
  return done({ change: editing(drafts.flatMap(draft => draft.edits())), summary });
}

/** A theme by its name or a former one. */
export function themeNamed(review: Review, name: string): Theme | undefined {
  const id = foldId(name);
  return review.themeById.get(id) ?? review.themeAliases.get(id);
}

/** Whether all uses of a theme that the review knows stand in the text. */
export function isCurrent(known: KnownUses, { path, text }: Draft, kind: FileKind): boolean {
  return known.areAmong(
    placesIn(path, kind, text).filter(place => place.kind === 'theme'),
    path,
    text,
  );
}

/** Moves the theme in a file, and says so. */
export function inFile(
  review: Review,
  draft: Draft,
  kind: FileKind,
  moving: Moving,
  from: string,
): Outcome<readonly string[]> {
  const moved = moveTheme(draft, kind, moving);
  if (!moved.ok) return moved;
  return done([studyLine(review, draft.path, kind, from, moving.to, moved.value)]);
}

/** The entry goes, its names and what it says stay with the other. */
function inCodebook(draft: Draft, from: Theme | undefined, into: Theme, wanted: string): Outcome<readonly string[]> {
  const path = ['themes', into.facts.name];
  const lines: string[] = [];
  const former = from ? [from.facts.name, ...from.facts.aliases.map(told => told.value)] : [wanted];
  if (from) {
    const source = sourceOf(draft.path, 'codebook', draft.text);
    const entry = source?.root && targetAt(source.root, ['themes', from.facts.name]);
    if (!source || !entry) return stale(draft.path);
    const kept = ['definition', 'note'].flatMap(key => scalarText(child(entry.value, key)) ?? []);
    const gone = remove(source, ['themes', from.facts.name]);
    if (!gone.ok) return gone;
    draft.edit(gone.value);
    if (kept.length > 0) {
      const noted = withComments(
        draft,
        path,
        kept.map(words => `Merged from ${from.facts.name}: ${words}`),
      );
      if (!noted.ok) return noted;
      lines.push(l10n.t('{0}: its definition stays as a comment at {1}', draft.path, into.facts.name));
    }
    lines.push(...aboutConstructs(draft.path, from, into));
  }
  for (const name of former) {
    const source = sourceOf(draft.path, 'codebook', draft.text);
    if (!source) return stale(draft.path);
    const left = leaveAlias(source, path, name);
    if (!left.ok) return left;
    draft.edit(left.value);
  }
  return done([
    l10n.t('{0}: {1} is a former name of {2} now', draft.path, former.join(', '), into.facts.name),
    ...lines,
  ]);
}

/** Comments at the end of an entry, a line for each. */
function withComments(draft: Draft, path: readonly string[], comments: readonly string[]): Outcome<void> {
  const source = sourceOf(draft.path, 'codebook', draft.text);
  const entry = source?.root && targetAt(source.root, path)?.entry;
  if (!source || !entry) return stale(draft.path);
  const at = afterEntry(source, Math.max(entry.keyAt[1], entry.value.at[1]));
  const margin = marginBefore(source, entry.keyAt[0]) + stepOf(source);
  const lines = comments.map(words => `${margin}# ${words.replace(/\s+/g, ' ').trim()}`).join(source.eol);
  const open = at === source.yaml.length && !/[\n\r]$/.test(source.yaml);
  const text = open ? source.eol + lines : lines + source.eol;
  const outcome = tried(source, [{ span: [at, at], text }], tree => tree);
  if (!outcome.ok) return outcome;
  draft.edit(outcome.value);
  return done(undefined);
}

function afterEntry(source: YamlSource, end: number): number {
  return lineStart(source, rowAt(source, end).line + 1);
}

/** What becomes of the constructs that only the theme that goes was mapped to. */
function aboutConstructs(path: string, from: Theme, into: Theme): string[] {
  const lost = from.constructs.filter(each => !into.constructs.includes(each));
  if (lost.length === 0) return [];
  const words = (theme: Theme): string =>
    theme.constructs.map(each => each.facts.name).join(', ') || l10n.t('no construct');
  return [
    l10n.t(
      '{0}: {1} was part of {2}; {3} stays part of {4}',
      path,
      from.facts.name,
      words(from),
      into.facts.name,
      words(into),
    ),
  ];
}
