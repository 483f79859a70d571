import * as l10n from '@vscode/l10n';
import type { Review } from '../review/model.js';
import type { FileKind } from '../syntax/facts.js';
import { baseName } from '../syntax/read.js';
import { Lines } from '../text/lines.js';
import type { Place } from '../text/span.js';
import { foldId } from '../text/words.js';
import { dropAlias, leaveAlias } from './aliases.js';
import type { Change, FileMove, Texts } from './change.js';
import { KnownUses } from './known-uses.js';
import type { NamePlace } from './name-place.js';
import { Draft, done, type Outcome, refused } from './pieces.js';
import { placesIn, sourceOf, type Wanted } from './places.js';
import { checkedName, kindsOf, type NamedThing, thingOf } from './symbols.js';

/** A name that can be changed, where it stands. */
export interface RenamableName {
  readonly range: Place;
  readonly name: string;
  readonly thing: NamedThing;
}

/**
 * The name at a position that can get another one, or why there is none.
 *
 * @param text the file's as it stands now
 * @param chunks what was read from this text, if it was
 */
export function renamableAt(
  review: Review,
  path: string,
  text: string,
  position: { readonly line: number; readonly character: number },
  chunks?: Wanted['chunks'],
): Outcome<RenamableName> {
  const kind = review.files.get(path)?.kind;
  const lines = new Lines(text);
  const offset = lines.offsetAt(position.line, position.character);
  const here = (kind ? placesIn(path, kind, text, { chunks }) : []).filter(
    ({ at }) => at[0] <= offset && offset <= at[1],
  );
  if (here.length === 0) {
    return refused(
      l10n.t(
        'Nothing here has a name that other files use. Put the cursor on the name of a theme, construct, study or finding.',
      ),
    );
  }
  const things = here.map(place => ({ place, thing: thingOf(review, place.kind, place.id, place.name) }));
  const { place, thing } = things.find(each => each.thing.ok) ?? things[0]!;
  return thing.ok ? done({ range: lines.placeOf(place.at), name: place.name, thing: thing.value }) : thing;
}

/** The files whose texts `rename` needs. */
export function filesForRename(review: Review, thing: NamedThing): string[] {
  const paths = new Set(kindsOf(thing.kind).flatMap(kind => review.uses(kind, thing.id).map(({ file }) => file.path)));
  // What facts do not tell of can stand in any file of these kinds; there are few of them.
  const kinds = mentioning[thing.kind];
  for (const file of review.files.values()) if (kinds.includes(file.kind)) paths.add(file.path);
  if (thing.kind === 'key') for (const path of studiesNaming(review, thing.id)) paths.add(path);
  if (thing.kind === 'rater') for (const path of studiesJudgedBy(review, thing.id)) paths.add(path);
  return [...paths].sort();
}

const mentioning: Readonly<Record<NamedThing['kind'], readonly FileKind[]>> = {
  theme: ['review', 'manuscript'],
  construct: ['review', 'manuscript'],
  key: ['review', 'manuscript', 'translation', 'bibliography'],
  finding: [],
  rater: ['review', 'rater', 'confidence'],
};

/** Studies that name a key as another paper of theirs, as their parent, or as a work that they bring together. */
function studiesNaming(review: Review, id: string): string[] {
  return review.studyFiles.flatMap(({ file, facts }) => {
    const named = [...facts.reports, ...facts.synthesises, ...(facts.parent ? [facts.parent] : [])];
    return named.some(told => foldId(told.value) === id) ? [file.path] : [];
  });
}

function studiesJudgedBy(review: Review, id: string): string[] {
  return review.studyFiles.flatMap(({ file, facts }) =>
    facts.ratings.some(rating => rating.by.some(person => foldId(person) === id)) ? [file.path] : [],
  );
}

/**
 * Gives a thing another name, wherever it stands: in every file, spelt as each place needs it. A theme or construct keeps
 * its old name as an alias; renamed back, it loses that alias again. Refused as a whole where anything is not as it
 * should be.
 *
 * @param moved the file that somebody else moves already, so that only the names follow
 */
export function rename(
  review: Review,
  thing: NamedThing,
  wanted: string,
  texts: Texts,
  moved?: string,
): Outcome<Change> {
  const checked = checkedName(review, thing, wanted);
  if (!checked.ok) return checked;
  const to = checked.value;
  const unsure = uncertain(review, thing);
  if (unsure) return refused(unsure);
  const moves = movesFor(review, thing, to, moved);
  if (!moves.ok) return moves;
  const known = new KnownUses(review, kindsOf(thing.kind), [thing.id]);
  const drafts: Draft[] = [];
  for (const path of filesForRename(review, thing)) {
    const file = review.files.get(path);
    const text = texts(path);
    if (!file || text === undefined) return unread(path);
    const draft = new Draft(path, text);
    const renamed = renameIn(known, draft, file.kind, thing, to, texts.chunks?.(path));
    if (!renamed.ok) return renamed;
    drafts.push(draft);
  }
  return done({ edits: drafts.flatMap(draft => draft.edits()), moves: moves.value, created: [] });
}

/** A refusal because a file's text is not to be had. */
export function unread(path: string) {
  return refused(l10n.t('{0} could not be read, so nothing was changed.', path));
}

/** A refusal because a file is not what the review was made of. */
export function stale(path: string) {
  return refused(l10n.t('{0} has changed in the meantime, so nothing was changed. Try again.', path));
}

/** True for a place that gives or uses the name of a thing; a former name that is spelt the same is none. */
function names({ kind, id, role }: NamePlace, thing: NamedThing): boolean {
  return id === thing.id && role !== 'alias' && kindsOf(thing.kind).includes(kind);
}

function renameIn(
  known: KnownUses,
  draft: Draft,
  kind: FileKind,
  thing: NamedThing,
  to: string,
  chunks: Wanted['chunks'],
): Outcome<void> {
  const ids = new Set([thing.id, foldId(to)]);
  if (kind === 'manuscript' && !known.isIn(draft.path) && isAbsent(thing.id, draft.text)) return done(undefined);
  const before = placesIn(draft.path, kind, draft.text, { chunks, ids });
  const places = before.filter(place => names(place, thing));
  if (!known.areAmong(places, draft.path, draft.text)) return stale(draft.path);
  const pieces = [];
  let alike = kind !== 'codebook';
  for (const place of places) {
    const text = place.write(to);
    if (text === undefined) return refused(l10n.t('"{0}" cannot stand in {1} as it would have to.', to, draft.path));
    const old = draft.text.slice(...place.whole);
    alike &&= isBare(old) && isBare(text);
    if (text !== old) pieces.push({ span: place.whole, text });
  }
  draft.edit(pieces);
  if (alike) return done(undefined);
  const defines = places.some(place => place.role === 'defines');
  if (kind === 'codebook' && defines && (thing.kind === 'theme' || thing.kind === 'construct')) {
    const left = keepFormerName(draft, thing, places.find(place => place.role === 'defines')!.name, to);
    if (!left.ok) return left;
  }
  const renamed: NamedThing = { kind: thing.kind, id: foldId(to) };
  const wanted = before.filter(place => names(place, renamed) || names(place, thing)).length;
  const after = placesIn(draft.path, kind, draft.text, { ids });
  const left = renamed.id === thing.id ? 0 : after.filter(place => names(place, thing)).length;
  // Read again, the text must name the thing exactly as often as before, and never by the old name.
  if (left > 0 || after.filter(place => names(place, renamed)).length !== wanted) {
    return refused(l10n.t('{0} is written in a way that cannot be changed safely. Change it by hand.', draft.path));
  }
  return done(undefined);
}

/** True where a text surely has no name with this id: it is all letters that are spelt in one way, and they are not there. */
function isAbsent(id: string, text: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(id) && !text.toLowerCase().includes(id);
}

/** A word of letters and digits: in the place of another such word it changes nothing but the name. */
function isBare(written: string): boolean {
  return /^(?=.*\p{L})[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_/-]*[\p{L}\p{M}\p{N}])?$/u.test(written);
}

/** The old name becomes an alias; where the new one was an alias of the entry, that is what goes instead. */
function keepFormerName(draft: Draft, thing: NamedThing, from: string, to: string): Outcome<void> {
  if (foldId(to) === thing.id) return done(undefined);
  const source = sourceOf(draft.path, 'codebook', draft.text);
  if (!source) return stale(draft.path);
  const path = [thing.kind === 'theme' ? 'themes' : 'constructs', to];
  const dropped = dropAlias(source, path, to);
  if (!dropped.ok) return dropped;
  const pieces = dropped.value.length > 0 ? dropped : leaveAlias(source, path, from);
  if (!pieces.ok) return pieces;
  draft.edit(pieces.value);
  return done(undefined);
}

/** Why it is not certain what a name stands for. */
function uncertain(review: Review, thing: NamedThing): string | undefined {
  if (thing.kind === 'key') {
    const files = review.studyFiles.filter(({ facts }) => foldId(facts.key) === thing.id);
    if (files.length > 1) {
      const [one, other] = files.map(({ file }) => file.path);
      return l10n.t('{0} and {1} have the same key. Give one of them another first.', one ?? '', other ?? '');
    }
  }
  const construct = thing.kind === 'construct' ? review.constructById.get(thing.id) : undefined;
  const byName =
    construct?.facts.label === undefined && construct?.headings.some(({ chunk }) => !isMarked(chunk.facts));
  if (byName) {
    return l10n.t('A heading of the manuscript names this construct by its name. Give the construct a label first.');
  }
  return undefined;
}

/** True for a section that says in a comment or an identifier which construct it is about. */
function isMarked(facts: { readonly kind: string }): boolean {
  return 'construct' in facts || 'identifier' in facts;
}

/** Files that bear the name: a study's own, and what a person keeps under their initials. */
function movesFor(review: Review, thing: NamedThing, to: string, moved: string | undefined): Outcome<FileMove[]> {
  const moves: FileMove[] = [];
  for (const path of filesNamed(review, thing)) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const target = path.slice(0, path.length - name.length) + to + name.slice(baseName(path).length);
    if (path === moved || target === path) continue;
    if (!canBeFile(to)) {
      return refused(l10n.t('"{0}" cannot be the name of a file, and {1} is named after its key.', to, path));
    }
    for (const other of review.files.keys()) {
      if (other !== path && foldId(other) === foldId(target))
        return refused(l10n.t('There is a file {0} already.', target));
    }
    moves.push({ from: path, to: target });
  }
  return done(moves);
}

function filesNamed(review: Review, thing: NamedThing): string[] {
  const bears = (path: string): boolean => foldId(baseName(path)) === thing.id;
  if (thing.kind === 'key') {
    const study = review.studyById.get(thing.id);
    return study && bears(study.file.path) ? [study.file.path] : [];
  }
  if (thing.kind !== 'rater') return [];
  const personal: readonly FileKind[] = ['rater', 'coding', 'screening'];
  return [...review.files.values()].flatMap(({ path, kind }) => (personal.includes(kind) && bears(path) ? [path] : []));
}

/** A name that any machine can give to a file, and that no study's file is barred from. */
function canBeFile(name: string): boolean {
  return !/[/\\:*?"<>|]|^[._~]|[. ]$|^readme$|^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
}
