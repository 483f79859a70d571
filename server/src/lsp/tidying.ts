/** After so much quiet nobody is typing, and nobody waits for an answer. In milliseconds. */
const quiet = 2_000;

/** Does something that takes a moment once nothing has happened for a while. */
export class Tidying {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly tidy: (() => void) | undefined) {}

  /** Something has happened: the quiet begins anew. */
  disturbed(): void {
    const { tidy } = this;
    if (!tidy) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(tidy, quiet);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
