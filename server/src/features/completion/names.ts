import * as l10n from '@vscode/l10n';
import type { BibliographyWork, Construct, Review, Study, Theme } from '../../review/model.js';
import type { Chunk } from '../../syntax/facts.js';
import { foldId } from '../../text/words.js';
import type { Draft, Offer, Source } from './items.js';
import { searchText } from './matching.js';

/** How a name is written where it is put in. */
export type Write = (name: string) => string;

/**
 * What candidates are found by, kept with the chunk that tells of them: it goes when the chunk is read anew. `told` is
 * what else it was made from, so that a study that takes another name is found by that.
 */
const searches = new WeakMap<Chunk, { readonly told: string; readonly text: string }>();

function searchOf(chunk: Chunk, told: string, words: () => readonly string[]): string {
  const known = searches.get(chunk);
  if (known?.told === told) return known.text;
  const text = searchText(words());
  searches.set(chunk, { told, text });
  return text;
}

export function studiesWords(count: number): string {
  return count === 1 ? l10n.t('1 study') : l10n.t('{0} studies', count);
}

/** Themes by their names, labels and former names; `last` are those that stand at the place already. */
export function offerThemes(
  offer: Offer,
  review: Review,
  write: Write,
  { without, first }: { readonly without?: ReadonlySet<string>; readonly first?: ReadonlySet<string> } = {},
): void {
  const source: Source<Theme> = {
    search: theme => searchOf(theme.chunk, theme.label, () => themeWords(theme)),
    tier: theme => (first === undefined || first.has(theme.id) ? 4 : 5),
    without: theme => without?.has(theme.id) === true,
    make: theme => ({
      label: theme.facts.name,
      kind: 'theme',
      words: themeWords(theme),
      text: write(theme.facts.name),
      detail: theme.label === theme.facts.name ? undefined : theme.label,
      description: studiesWords(theme.studies.length),
      about: { kind: 'theme', id: theme.id },
    }),
  };
  offer.add(review.themes, source);
}

function themeWords({ facts, label }: Theme): string[] {
  return [facts.name, label, ...facts.aliases.map(alias => alias.value)];
}

/** Folded ids of the themes that names mean, former names included. */
export function themeIds(review: Review, names: Iterable<string>): Set<string> {
  const ids = new Set<string>();
  for (const name of names) {
    const id = foldId(name);
    const theme = review.themeById.get(id) ?? review.themeAliases.get(id);
    if (theme) ids.add(theme.id);
  }
  return ids;
}

/** Constructs by their names, labels and former names, in the order of the line of argument. */
export function offerConstructs(offer: Offer, review: Review, write: Write, without: ReadonlySet<string>): void {
  const words = ({ facts, label }: Construct): string[] => [
    facts.name,
    label,
    ...facts.aliases.map(alias => alias.value),
  ];
  offer.add(review.constructs, {
    search: construct => searchOf(construct.chunk, construct.label, () => words(construct)),
    without: construct => without.has(construct.id),
    make: construct => ({
      label: construct.facts.name,
      kind: 'construct',
      words: words(construct),
      text: write(construct.facts.name),
      detail: construct.label === construct.facts.name ? undefined : construct.label,
      description: construct.themes.length === 1 ? l10n.t('1 theme') : l10n.t('{0} themes', construct.themes.length),
      about: { kind: 'construct', id: construct.id },
    }),
  });
}

/** Included studies, by key, name, year and the title of their work; those in `first` before the others. */
export function offerStudies(
  offer: Offer,
  review: Review,
  draft: (study: Study) => Pick<Draft, 'text' | 'snippet'>,
  { without, first }: { readonly without?: ReadonlySet<string>; readonly first?: ReadonlySet<string> } = {},
): void {
  offer.add(review.studies, {
    search: study => studySearch(study),
    tier: study => (first === undefined || first.has(study.id) ? 1 : 2),
    without: study => without?.has(study.id) === true,
    make: study => ({
      label: study.name,
      kind: 'study',
      words: [study.facts.key, study.name, study.work?.facts.title ?? ''],
      detail: study.work?.facts.title,
      description: study.facts.key,
      about: { kind: 'study', id: study.id },
      ...draft(study),
    }),
  });
}

/** What a study is found by. Its work's words are kept with the work, which changes at other times. */
function studySearch(study: Study): string {
  const own = searchOf(study.chunk, study.name, () => [study.facts.key, study.name]);
  return study.work ? `${own}\n${workSearch(study.work)}` : own;
}

function workSearch(work: BibliographyWork): string {
  return searchOf(work.chunk, work.name, () => {
    const { key, authors, title, year } = work.facts;
    return [key, work.name, ...authors.slice(0, 12), title ?? '', String(year ?? '')];
  });
}

/**
 * Works of the bibliography that are no included study: background first, unless only the others are wanted.
 *
 * @param without folded keys
 */
export function offerWorks(offer: Offer, review: Review, write: Write, without: ReadonlySet<string>): void {
  offer.add(review.works.values(), {
    search: workSearch,
    tier: work => (review.background.has(work.id) ? 3 : 4),
    without: work => without.has(work.id) || review.studyById.has(work.id),
    make: work => {
      const { key, title, authors } = work.facts;
      return {
        label: work.name,
        kind: 'work',
        words: [key, work.name, ...authors.slice(0, 12), title ?? ''],
        text: write(key),
        detail: title,
        description: review.background.has(work.id) ? `${key} · ${l10n.t('background')}` : key,
        about: { kind: 'work', id: work.id },
      };
    },
  });
}

/** Findings that the manuscript names. */
export function offerFindings(offer: Offer, review: Review, write: Write, without: ReadonlySet<string>): void {
  offer.add(review.findingByName, {
    search: ([, { name, text }]) => searchText([name ?? '', text]),
    without: ([id]) => without.has(id),
    make: ([id, finding]) => ({
      label: finding.name ?? id,
      kind: 'finding',
      words: [finding.name ?? id, finding.text],
      text: write(finding.name ?? id),
      detail: finding.construct.label,
      description: studiesWords(finding.support.length),
      about: { kind: 'finding', id },
    }),
  });
}

/** The people of the review, by initials and name. */
export function offerPeople(offer: Offer, review: Review, write: Write, without: ReadonlySet<string>): void {
  offer.addDrafts(
    review.settings.reviewers
      .filter(({ id }) => !without.has(foldId(id.value)))
      .map(({ id, name }) => ({
        label: id.value,
        kind: 'person',
        words: [id.value, name],
        text: write(id.value),
        detail: name === id.value ? undefined : name,
      })),
  );
}

/** Folded names, for what stands at a place already. */
export function foldedIds(names: Iterable<string>): Set<string> {
  return new Set([...names].map(foldId));
}
