/** How long an editor that has just been greeted gets to say which files are open, in milliseconds. */
const grace = 50;

/**
 * Lets the reading of the folders wait until what is open has been told about: an editor names its open files right after the
 * greeting, and ten thousand files need not be listed, let alone read, to say what is wrong in one of them.
 */
export class OpenFirst {
  private readonly telling = new Set<Promise<unknown>>();
  private opened: (() => void) | undefined;

  /** Takes note of a file that is being told about. */
  add(telling: Promise<unknown>): void {
    const told = telling.catch(() => {}).finally(() => this.telling.delete(told));
    this.telling.add(told);
    this.opened?.();
  }

  /** Resolves when all open files have been told about, or at once after a short while in which none was opened. */
  async told(): Promise<void> {
    if (this.telling.size === 0) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, grace);
        this.opened = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.opened = undefined;
    }
    // Of several open files each is a message of its own, and the next may be on its way already.
    while (this.telling.size > 0) {
      await Promise.all(this.telling);
      await new Promise(resolve => setTimeout(resolve));
    }
  }
}
