import * as l10n from '@vscode/l10n';
import type { Construct, Review, Site, Study } from '../review/model.js';
import { divisionsOf } from '../review/support.js';
import { type Location, locate } from '../rules/diagnosis.js';
import { foldId } from '../text/words.js';
import { type Reference, referencesTo } from './references.js';

/** Which lenses somebody wants to see. */
export interface LensSettings {
  readonly constructs: boolean;
  readonly themes: boolean;
  readonly studies: boolean;
}

/** Something that a line says above a construct, a theme or a study; what it says is made when it is shown. */
export interface Lens extends Location {
  readonly kind: 'construct' | 'theme' | 'study';
  /** Folded. */
  readonly id: string;
}

/** The lenses of a file, without their words. */
export function lenses(review: Review, path: string, wanted: LensSettings): Lens[] {
  const file = review.files.get(path);
  const found: Lens[] = [];
  for (const chunk of file?.chunks ?? []) {
    const { facts } = chunk;
    const add = (kind: Lens['kind'], id: string, at: Site['at']): void => {
      found.push({ kind, id, ...locate({ file: file!, chunk, at }) });
    };
    if (facts.kind === 'theme' && wanted.themes && review.themeById.has(facts.id)) add('theme', facts.id, facts.at);
    if (facts.kind === 'construct' && wanted.constructs && review.constructById.has(facts.id)) {
      add('construct', facts.id, facts.at);
    }
    if (facts.kind === 'study' && wanted.studies) {
      const id = foldId(facts.key);
      if (review.studyById.get(id)?.file === file) add('study', id, facts.head);
    }
  }
  if (wanted.constructs && file?.kind === 'manuscript') {
    for (const section of review.sections) {
      if (section.file !== file || !section.namesConstruct || !section.construct) continue;
      const site = { file, chunk: section.chunk, at: section.facts.at };
      found.push({ kind: 'construct', id: section.construct.id, ...locate(site) });
    }
  }
  return found;
}

/** What a lens says, and the places that it leads to. */
export function lensWords(
  review: Review,
  { kind, id }: Pick<Lens, 'kind' | 'id'>,
): { readonly title: string; readonly places: readonly Reference[] } | undefined {
  if (kind === 'construct') {
    const construct = review.constructById.get(id);
    return construct && { title: constructWords(construct, review), places: referencesTo(review, { kind, id }) };
  }
  if (kind === 'theme') {
    const theme = review.themeById.get(id);
    return theme && { title: studiesWords(theme.carriers.size), places: referencesTo(review, { kind, id }) };
  }
  const study = review.studyById.get(id);
  return study && { title: studyWords(study, review), places: referencesTo(review, { kind, id }) };
}

function constructWords(construct: Construct, review: Review): string {
  const total = review.studyCount;
  const divisions = divisionsOf(construct, review).filter(
    each => each.aspect !== undefined && each.findings.length > 0,
  );
  return [
    l10n.t('carried by {0} of {1} studies', construct.carrying.length, total),
    l10n.t('cited {0} of {1}', construct.cited.length, total),
    ...divisions.map(({ label, findings }) => `${findings.length} ${label.toLowerCase()}`),
  ].join(' · ');
}

function studyWords(study: Study, review: Review): string {
  const sections = new Set(
    [study.id, ...study.facts.reports.map(told => foldId(told.value))].flatMap(review.sectionsCiting.bind(review)),
  );
  const cited = [...sections].flatMap(section => section.findings).filter(each => each.support.includes(study)).length;
  return [
    cited === 1 ? l10n.t('cited in 1 finding') : l10n.t('cited in {0} findings', cited),
    study.themes.length === 1 ? l10n.t('1 theme') : l10n.t('{0} themes', study.themes.length),
    ...(study.total === undefined
      ? []
      : [`${study.facts.total?.name.toUpperCase() ?? l10n.t('appraisal')} ${study.total}`]),
  ].join(' · ');
}

function studiesWords(count: number): string {
  return count === 1 ? l10n.t('1 study') : l10n.t('{0} studies', count);
}
