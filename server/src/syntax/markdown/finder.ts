/** Finds the next place of a word at or after an offset that only grows, looking at each character once. */
export class Finder {
  private found = -2;

  constructor(
    private readonly text: string,
    private readonly word: string,
  ) {}

  /** The next place, or -1. */
  from(at: number): number {
    if (this.found !== -1 && this.found < at) this.found = this.text.indexOf(this.word, at);
    return this.found;
  }
}
