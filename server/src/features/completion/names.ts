import * as l10n from '@vscode/l10n';
import type { BibliographyWork, Construct, Review, Study, Theme } from '../../review/model.js';
import { foldId } from '../../text/words.js';
import type { Draft, Offer, Source } from './items.js';
import { searchText } from './matching.js';
import { listsFor, searchOf } from './searches.js';

/** How a name is written where it is put in. */
export type Write = (name: string) => string;

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
    search: theme => searchOf({ chunk: theme.chunk, told: theme.label }, () => themeWords(theme)),
    tier: first === undefined ? 4 : theme => (first.has(theme.id) ? 4 : 5),
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
  offer.add(() => review.themes, source);
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
  offer.add(() => review.constructs, {
    search: construct => searchOf({ chunk: construct.chunk, told: construct.label }, () => words(construct)),
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
  const texts = studyTexts(review);
  offer.add(() => review.studies, {
    search: (study, index) => texts.at(study, index),
    tier: first === undefined ? 1 : study => (first.has(study.id) ? 1 : 2),
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

const studyTexts = listsFor<Study>(
  study => study.name,
  study => {
    const { chunk, name, work } = study;
    const words = (): string[] => [study.facts.key, name, ...(work ? workWords(work) : [])];
    return searchOf({ chunk, told: name, beside: work?.chunk }, words);
  },
);

const workTexts = listsFor<BibliographyWork>(
  work => work.name,
  work => workSearch(work),
);

function workSearch(work: BibliographyWork): string {
  return searchOf({ chunk: work.chunk, told: work.name }, () => workWords(work));
}

function workWords(work: BibliographyWork): string[] {
  const { key, authors, title, year } = work.facts;
  return [key, work.name, ...authors.slice(0, 12), title ?? '', String(year ?? '')];
}

/**
 * Works of the bibliography that are no included study: background first, unless only the others are wanted.
 *
 * @param without folded keys
 */
export function offerWorks(offer: Offer, review: Review, write: Write, without: ReadonlySet<string>): void {
  const texts = workTexts(review);
  const source = (background: boolean): Source<BibliographyWork> => ({
    search: (work, index) => (background ? workSearch(work) : texts.at(work, index)),
    tier: background ? 3 : 4,
    without: work =>
      review.studyById.has(work.id) || without.has(work.id) || (!background && review.background.has(work.id)),
    make: work => {
      const { key, title, authors } = work.facts;
      return {
        // What has neither authors nor a title goes by its key.
        label: authors.length === 0 && title === undefined ? key : work.name,
        kind: 'work',
        words: [key, work.name, ...authors.slice(0, 12), title ?? ''],
        text: write(key),
        detail: title,
        description: review.background.has(work.id) ? `${key} · ${l10n.t('background')}` : key,
        about: { kind: 'work', id: work.id },
      };
    },
  });
  offer.add(() => [...review.background].flatMap(id => review.works.get(id) ?? []), source(true));
  offer.add(() => review.works.values(), source(false));
}

/** Findings that the manuscript names. */
export function offerFindings(offer: Offer, review: Review, write: Write, without: ReadonlySet<string>): void {
  offer.add(() => review.findingByName, {
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
  const ids = new Set<string>();
  // Ten thousand keys in a rater's file: most are plain, and need no more than small letters.
  for (const name of names) ids.add(/^[\w-]*$/.test(name) ? name.toLowerCase() : foldId(name));
  return ids;
}
