import type { Review, Site } from '../review/model.js';
import { type Location, locate } from '../rules/diagnosis.js';

/** Something of a review that can be found by its name from anywhere. */
export interface FoundSymbol extends Location {
  readonly kind: 'theme' | 'construct' | 'study' | 'work' | 'finding';
  readonly name: string;
}

/** More than these nobody reads. */
const most = 200;

interface Candidate {
  readonly kind: FoundSymbol['kind'];
  readonly name: string;
  /** Further words by which it is found. */
  readonly words: string;
  readonly site: () => Site;
}

/** Themes, constructs, studies, named findings and other works whose names or titles have the words asked for; the best first. */
export function workspaceSymbols(review: Review, query: string): FoundSymbol[] {
  const asked = fold(query)
    .split(/\s+/)
    .filter(word => word !== '');
  const ranks: Candidate[][] = [[], [], []];
  for (const candidate of candidates(review)) {
    const name = fold(candidate.name);
    const all = `${name} ${fold(candidate.words)}`;
    if (!asked.every(word => all.includes(word))) continue;
    const rank =
      asked.length === 0 || name.startsWith(asked[0]!) ? 0 : asked.every(word => name.includes(word)) ? 1 : 2;
    const list = ranks[rank]!;
    if (list.length < most) list.push(candidate);
    if (ranks[0]!.length === most) break;
  }
  return ranks
    .flat()
    .slice(0, most)
    .map(({ kind, name, site }) => ({ kind, name, ...locate(site()) }));
}

function* candidates(review: Review): Iterable<Candidate> {
  for (const construct of review.constructById.values()) {
    const { file, chunk, facts } = construct;
    yield { kind: 'construct', name: construct.label, words: facts.name, site: () => ({ file, chunk, at: facts.at }) };
  }
  for (const theme of review.themeById.values()) {
    const words = [theme.facts.name, ...theme.facts.aliases.map(alias => alias.value)].join(' ');
    yield {
      kind: 'theme',
      name: theme.label,
      words,
      site: () => ({ file: theme.file, chunk: theme.chunk, at: theme.facts.at }),
    };
  }
  for (const study of review.studyById.values()) {
    yield {
      kind: 'study',
      name: study.name,
      words: `${study.id} ${study.year ?? ''} ${study.work?.facts.title ?? ''}`,
      site: () => ({ file: study.file, chunk: study.chunk, at: study.facts.keyAt }),
    };
  }
  for (const finding of review.findingByName.values()) {
    yield { kind: 'finding', name: finding.name ?? '', words: finding.text, site: () => finding.site };
  }
  for (const work of review.works.values()) {
    if (review.studyById.has(work.id)) continue;
    const { file, chunk, facts } = work;
    yield {
      kind: 'work',
      name: work.name,
      words: `${work.id} ${facts.year ?? ''} ${facts.title ?? ''}`,
      site: () => ({ file, chunk, at: facts.at }),
    };
  }
}

/** Lower case without diacritics, so that Muller finds Müller. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
