import type { ReviewState } from '../workspace/review-state.js';

/** How long the server is busy at a stretch with what nobody has asked for yet, in milliseconds. */
const slice = 4;

/**
 * Works out ahead, while nobody types, what hovers count over many studies: the first hover over a construct that two thousand
 * studies stand behind would have to total the answers of all of them.
 */
export class WarmUp {
  private readonly done = new Map<string, number>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** Begins with a review as it stands now; a change of it calls this off. */
  begin(state: ReviewState): void {
    if (this.done.get(state.root) === state.version) return;
    this.done.set(state.root, state.version);
    clearTimeout(this.timers.get(state.root));
    this.next(state, state.version, work(state));
  }

  private next(state: ReviewState, version: number, steps: Iterator<unknown>): void {
    const timer = setTimeout(() => {
      const end = performance.now() + slice;
      while (state.version === version && performance.now() < end) if (steps.next().done) return;
      if (state.version === version) this.next(state, version, steps);
    });
    this.timers.set(state.root, timer);
  }
}

function* work({ review }: ReviewState): Iterator<unknown> {
  // Whoever is told of them keeps the totals, and what stands behind a construct, until something of it changes.
  for (const study of review.studies) yield study.total;
  for (const construct of review.constructs) {
    yield construct.cited;
    yield construct.carrying;
  }
}
