import type { Review, Site, UseSite } from '../review/model.js';
import { type Location, locate } from '../rules/diagnosis.js';
import { foldId } from '../text/words.js';
import type { Position } from './at.js';
import { type Thing, thingAt } from './thing-at.js';

/** A place where a thing is named. */
export interface Reference extends Location {
  /** True where it gets its name. */
  readonly defines: boolean;
}

/**
 * Every place that names the thing at a position, by whatever name: a theme's former ones count for it, and so do the keys of
 * a study's other papers. Sorted by file and place.
 */
export function references(review: Review, path: string, position: Position): Reference[] {
  const thing = thingAt(review, path, position);
  return thing ? referencesTo(review, thing) : [];
}

/** The same within one file, for highlighting. */
export function highlights(review: Review, path: string, position: Position): Reference[] {
  const thing = thingAt(review, path, position);
  return thing ? placed(sitesOf(review, thing).filter(site => site.file.path === path)) : [];
}

export function referencesTo(review: Review, thing: Pick<Thing, 'kind' | 'id'>): Reference[] {
  return placed(sitesOf(review, thing));
}

function sitesOf(review: Review, { kind, id }: Pick<Thing, 'kind' | 'id'>): (UseSite | Site)[] {
  switch (kind) {
    case 'theme': {
      const theme = review.themeById.get(id) ?? review.themeAliases.get(id);
      const former = (theme?.facts.aliases ?? [])
        .map(alias => foldId(alias.value))
        .filter(name => review.themeAliases.get(name) === theme);
      return [theme?.id ?? id, ...former].flatMap(name => review.uses('theme', name));
    }
    case 'construct': {
      const construct = review.constructById.get(id) ?? review.constructAliases.get(id);
      const former = (construct?.facts.aliases ?? [])
        .map(alias => foldId(alias.value))
        .filter(name => review.constructAliases.get(name) === construct);
      return [
        ...[construct?.id ?? id, ...former].flatMap(name => review.uses('construct', name)),
        ...(construct?.headings ?? []),
      ];
    }
    case 'study':
    case 'work': {
      const study = review.cited(id);
      const keys = new Set([id, ...(study ? [study.id, ...study.facts.reports.map(told => foldId(told.value))] : [])]);
      return [...keys].flatMap(key => {
        const number = review.numberOf(key);
        const byNumber = number === undefined ? [] : review.uses('number', number).filter(isCitation);
        return [...review.uses('study', key), ...review.uses('work', key), ...byNumber];
      });
    }
    default:
      return [...review.uses(kind, id)];
  }
}

/** Another work may claim the same number; its entry is no reference to this one. */
function isCitation({ use }: UseSite): boolean {
  return use.role !== 'defines';
}

function placed(sites: readonly (UseSite | Site)[]): Reference[] {
  const seen = new Set<string>();
  return sites
    .map(site => ({ ...locate(site), defines: 'use' in site && site.use.role === 'defines' }))
    .filter(({ path, range }) => {
      const place = `${path} ${range.line} ${range.character}`;
      return !seen.has(place) && seen.add(place);
    })
    .sort(
      (a, b) =>
        (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
        a.range.line - b.range.line ||
        a.range.character - b.range.character,
    );
}
