/** Fetches what a page shows, one fetch at a time: whoever asks while one is under way is answered by one more behind it. */
export class Refreshing {
  private stale = false;
  private running = false;

  constructor(private readonly fetch: () => Promise<void>) {}

  /** What is being fetched is out of date already. */
  again(): void {
    this.stale = true;
  }

  async ask(): Promise<void> {
    this.stale = true;
    if (this.running) return;
    this.running = true;
    try {
      while (this.stale) {
        this.stale = false;
        await this.fetch();
      }
    } finally {
      this.running = false;
    }
  }
}
