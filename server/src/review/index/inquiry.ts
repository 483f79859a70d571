import type { Facet } from './effects.js';

/** What one judgement asks of the review as a whole: noted, so that it is made again when an answer has changed. */
export class Inquiry {
  private asked: Set<Facet> | undefined;
  private readonly workedOut = new Map<object, unknown>();

  /** Notes a question, where somebody is judging. */
  ask(facet: Facet): void {
    this.asked?.add(facet);
  }

  /** Runs a judgement, and adds to a set what it asked. */
  track<T>(judge: () => T, facets: Set<Facet>): T {
    this.asked = facets;
    this.workedOut.clear();
    try {
      return judge();
    } finally {
      this.asked = undefined;
      this.workedOut.clear();
    }
  }

  /** Works something out once in a judgement: whoever asks again asks for the same answers, which are noted already. */
  once<T>(about: object, work: () => T): T {
    if (!this.asked) return work();
    if (this.workedOut.has(about)) return this.workedOut.get(about) as T;
    const result = work();
    this.workedOut.set(about, result);
    return result;
  }
}
