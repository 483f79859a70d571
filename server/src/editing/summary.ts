import * as l10n from '@vscode/l10n';
import type { Review, Theme } from '../review/model.js';
import type { FileKind } from '../syntax/facts.js';
import { foldId } from '../text/words.js';
import type { Change } from './change.js';
import type { Draft } from './pieces.js';
import type { MovedTheme } from './theme-moves.js';

/** A change with what it does, in words for a preview: first as a whole, then file by file. */
export interface Described {
  readonly change: Change;
  readonly summary: readonly string[];
}

/** A theme as a reader knows it: its label, and its name. */
export function named(theme: Theme | undefined, name: string): string {
  return theme && theme.label !== theme.facts.name ? `${theme.label} (${theme.facts.name})` : name;
}

/** How many studies and files a change touches. */
export function counted(review: Review, drafts: readonly Draft[]): string {
  const changed = drafts.filter(draft => draft.text !== draft.original);
  const studies = changed.filter(({ path }) => review.files.get(path)?.kind === 'study').length;
  const others = changed.length - studies;
  return `${studies === 1 ? l10n.t('1 study changes') : l10n.t('{0} studies change', studies)}, ${
    others === 1 ? l10n.t('and 1 other file.') : l10n.t('and {0} other files.', others)
  }`;
}

/** What happens in one file: "Gillard 2013: contributing → giving-back, with the wording “Contributing”". */
export function studyLine(
  review: Review,
  path: string,
  kind: FileKind,
  from: string,
  to: string,
  moved: MovedTheme,
): string {
  const parts = [`${nameOf(review, path, kind)}: ${from} → ${to}`];
  const wording = moved.wordings.find(each => each !== '');
  if (wording !== undefined) parts.push(l10n.t('with the wording “{0}”', wording));
  if (moved.tags > 0) parts.push(moved.tags === 1 ? l10n.t('1 passage') : l10n.t('{0} passages', moved.tags));
  if (moved.mentions > 0) parts.push(moved.mentions === 1 ? l10n.t('1 filter') : l10n.t('{0} filters', moved.mentions));
  return parts.join(', ');
}

function nameOf(review: Review, path: string, kind: FileKind): string {
  if (kind !== 'study') return path;
  const facts = review.files.get(path)?.chunks.find(chunk => chunk.facts.kind === 'study')?.facts;
  const study = facts?.kind === 'study' ? review.studyById.get(foldId(facts.key)) : undefined;
  return study?.name ?? path;
}
