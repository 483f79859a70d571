import type { Construct, Finding, Site, Study, Theme } from '../../review/model.js';
import { locate } from '../../rules/diagnosis.js';
import type { Place } from '../../text/span.js';

/** Where something of the dashboard stands in the files: a path of the review, lines and characters from 0. */
export interface DashboardPlace extends Place {
  readonly path: string;
}

/** Something with a name that leads to where it stands. */
export interface Linked {
  readonly name: string;
  readonly place: DashboardPlace;
}

/** A list of which only the first are told, and how many more there are. */
export interface Some<T> {
  readonly first: readonly T[];
  readonly more: number;
}

/** The first of a list, made only as far as they are told: of a thousand studies most are never looked at. */
export function some<A, B>(all: readonly A[], most: number, make: (each: A) => B): Some<B> {
  return { first: all.slice(0, most).map(make), more: Math.max(0, all.length - most) };
}

export function placeOf(site: Site): DashboardPlace {
  const { path, range } = locate(site);
  return { path, ...range };
}

export function studyPlace({ file, chunk, facts }: Pick<Study, 'file' | 'chunk' | 'facts'>): DashboardPlace {
  return placeOf({ file, chunk, at: facts.head });
}

export function linkedStudy(study: Study): Linked {
  return { name: study.name, place: studyPlace(study) };
}

export function themePlace({ file, chunk, facts }: Theme): DashboardPlace {
  return placeOf({ file, chunk, at: facts.at });
}

export function constructPlace({ file, chunk, facts }: Construct): DashboardPlace {
  return placeOf({ file, chunk, at: facts.at });
}

export function findingPlace({ site }: Finding): DashboardPlace {
  return placeOf(site);
}

/** A text in one line and no longer than it can be read at a glance. */
export function glance(text: string, most = 160): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
