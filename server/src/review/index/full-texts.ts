import type { Lookup } from '../../quotes/lookup.js';
import type { StudyFacts } from '../../syntax/facts.js';
import type { FullTexts, Sourced } from '../model.js';
import { papersOf } from '../quotes.js';
import type { Effects, Facet } from './effects.js';
import type { Member } from './member.js';

/** What became of the quotes of a study's file, for as long as the study has the same papers. */
interface Known {
  readonly papers: string;
  readonly lookups: ReadonlyMap<string, Lookup>;
}

/**
 * What somebody has found out about full texts, which are no part of the review's facts: their names, and small results. A
 * change of them reaches what rests on them, like one of facts.
 */
export class FullTextTable implements FullTexts {
  private names: ReadonlySet<string> = new Set();
  private readonly byPath = new Map<string, Known>();

  constructor(
    private readonly effects: Effects,
    private readonly ask: (facet: Facet) => void,
    private readonly membersOf: (path: string) => readonly Member[],
  ) {}

  get any(): boolean {
    this.ask('full-texts');
    return this.names.size > 0;
  }

  has(study: StudyFacts): boolean {
    this.ask('full-texts');
    return papersOf(study).some(key => this.names.has(key));
  }

  lookups({ file, facts }: Sourced<StudyFacts>): ReadonlyMap<string, Lookup> | undefined {
    const known = this.byPath.get(file.path);
    return known && known.papers === joined(facts) ? known.lookups : undefined;
  }

  /** Takes the folded names of the full texts that are there. True when they are others than before. */
  takeNames(names: ReadonlySet<string>): boolean {
    if (names.size === this.names.size && [...names].every(name => this.names.has(name))) return false;
    this.names = names;
    this.effects.facets.add('full-texts');
    return true;
  }

  /** Takes what became of the quotes of a study's file; undefined where there is nothing to look them up in. */
  takeLookups(path: string, study: StudyFacts | undefined, lookups: ReadonlyMap<string, Lookup> | undefined): void {
    if (study && lookups) this.byPath.set(path, { papers: joined(study), lookups });
    else if (!this.byPath.delete(path)) return;
    this.effects.touch(this.membersOf(path));
  }
}

function joined(study: StudyFacts): string {
  return papersOf(study).join('\n');
}
