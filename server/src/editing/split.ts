import * as l10n from '@vscode/l10n';
import type { Review, Study, Theme } from '../review/model.js';
import { asList, child, scalarText } from '../syntax/yaml/access.js';
import { foldId } from '../text/words.js';
import { dropAlias } from './aliases.js';
import type { Moving } from './carrying.js';
import { editing, type Texts } from './change.js';
import { KnownUses } from './known-uses.js';
import { inFile, isCurrent, namesOf, themeNamed } from './merge.js';
import { Draft, done, type Outcome, refused } from './pieces.js';
import { sourceOf } from './places.js';
import { stale, unread } from './rename.js';
import { counted, type Described, named } from './summary.js';
import { checkedName } from './symbols.js';
import { addEntry } from './yaml-edits.js';
import { targetAt } from './yaml-source.js';
import type { Value } from './yaml-values.js';

/** Some of the studies that carry a theme carry another one instead. */
export interface ThemeSplit {
  readonly from: string;
  /** The other theme: a new name, or one that the codebook has already. */
  readonly to: string;
  /** What a new theme is called. */
  readonly label: string;
  /** The keys of the studies that go over. */
  readonly studies: readonly string[];
}

/** The files whose texts `splitTheme` needs. */
export function filesForSplit(review: Review, { studies }: ThemeSplit): string[] {
  const paths = studies.flatMap(key => review.studyById.get(foldId(key))?.file.path ?? []);
  if (review.codebook) paths.push(review.codebook.file.path);
  return [...new Set(paths)].sort();
}

/**
 * Moves chosen studies from a theme to another. A new theme gets an entry in the codebook, part of the same construct. As
 * in a merge, a study keeps the words it had: its own wording, or the label of the theme that it carried. What coders
 * wrote, the translation and filters stay as they are.
 */
export function splitTheme(review: Review, request: ThemeSplit, texts: Texts): Outcome<Described> {
  const from = themeNamed(review, request.from);
  if (!from || !review.codebook) return refused(l10n.t('The codebook has no theme "{0}".', request.from));
  const existing = review.themeById.get(foldId(request.to));
  const checked = existing
    ? done(existing.facts.name)
    : checkedName(review, { kind: 'theme', id: from.id }, request.to);
  if (!checked.ok) return checked;
  const to = checked.value;
  if (foldId(to) === from.id) return refused(l10n.t('"{0}" is the theme itself. Write another name.', to));
  const chosen = studiesFor(review, from, request.studies);
  if (!chosen.ok) return chosen;
  const ids = namesOf(review, from.id);
  const stray = strays(review, foldId(to), ids, chosen.value);
  if (stray) return refused(stray);
  ids.delete(foldId(to));
  const label = existing?.label ?? (request.label.trim() || to);
  const moving: Moving = {
    from: ids,
    to,
    into: existing ? namesOf(review, existing.id) : new Set([foldId(to)]),
    labels: { from: from.label, to: label },
  };
  const known = new KnownUses(review, ['theme'], ids);
  const drafts: Draft[] = [];
  const lines: string[] = [];
  for (const path of filesForSplit(review, request)) {
    const text = texts(path);
    const kind = review.files.get(path)?.kind;
    if (text === undefined || !kind) return unread(path);
    const draft = new Draft(path, text);
    if (!isCurrent(known, draft, kind)) return stale(path);
    const told =
      kind === 'codebook'
        ? inCodebook(draft, from, to, label, existing)
        : inFile(review, draft, kind, moving, from.facts.name);
    if (!told.ok) return told;
    lines.push(...told.value);
    drafts.push(draft);
  }
  const stays = from.studies.length - chosen.value.length;
  const summary = [
    l10n.t(
      '{0} takes over {1} of the {2} studies of {3}.',
      existing ? named(existing, to) : `${label} (${to})`,
      chosen.value.length,
      from.studies.length,
      named(from, from.facts.name),
    ),
    counted(review, drafts),
    ...(stays === 0 ? [l10n.t('No study carries {0} any more.', from.facts.name)] : []),
    ...lines,
  ];
  return done({ change: editing(drafts.flatMap(draft => draft.edits())), summary });
}

function studiesFor(review: Review, from: Theme, keys: readonly string[]): Outcome<readonly Study[]> {
  if (keys.length === 0) return refused(l10n.t('Choose the studies that go over to the other theme.'));
  const chosen = new Set<Study>();
  for (const key of keys) {
    const study = review.studyById.get(foldId(key));
    if (!study?.themes.includes(from.id)) {
      return refused(l10n.t('{0} does not carry "{1}".', study?.name ?? key, from.facts.name));
    }
    chosen.add(study);
  }
  return done([...chosen]);
}

/** Why a former name of the theme cannot be the name of the other: places that are not chosen would go over as well. */
function strays(review: Review, to: string, ids: ReadonlySet<string>, chosen: readonly Study[]): string | undefined {
  if (!ids.has(to)) return undefined;
  const files = new Set(chosen.map(study => study.file.path));
  const other = review.uses('theme', to).find(({ file, use }) => use.role !== 'alias' && !files.has(file.path));
  return (
    other && l10n.t('{0} still uses the former name "{1}". Write the present name there first.', other.file.path, to)
  );
}

function inCodebook(
  draft: Draft,
  from: Theme,
  to: string,
  label: string,
  existing: Theme | undefined,
): Outcome<readonly string[]> {
  if (existing) return done([]);
  const source = sourceOf(draft.path, 'codebook', draft.text);
  const themes = source?.root && targetAt(source.root, ['themes'])?.value;
  const own = source?.root && targetAt(source.root, ['themes', from.facts.name])?.value;
  if (!source || !own || themes?.kind !== 'map') return stale(draft.path);
  const dropped = dropAlias(source, ['themes', from.facts.name], to);
  if (!dropped.ok) return dropped;
  draft.edit(dropped.value);
  const constructs = asList(child(own, 'construct')).flatMap(item => scalarText(item) ?? []);
  const [one, ...more] = constructs;
  const flow = own.kind === 'map' && own.flow;
  const construct: Value | undefined =
    one === undefined ? undefined : more.length === 0 ? one : { list: constructs, flow: true };
  const value: Value =
    construct === undefined
      ? label
      : {
          map: [
            ['label', label],
            ['construct', construct],
          ],
          flow,
        };
  const names = themes.entries.map(each => foldId(each.key));
  const sorted = names.every((each, index) => index === 0 || names[index - 1]! <= each);
  const again = source.again(draft.text);
  const added = again && addEntry(again, ['themes'], to, value, sorted ? 'sorted' : { after: from.facts.name });
  if (!added?.ok) return added ?? stale(draft.path);
  draft.edit(added.value);
  const words = constructs.length === 0 ? l10n.t('no construct') : constructs.join(', ');
  return done([l10n.t('{0}: {1} is new, part of {2}', draft.path, to, words)]);
}
