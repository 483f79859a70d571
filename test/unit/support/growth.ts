/**
 * How much longer four times the text takes, as a ratio within one run: about 4 for work in proportion, about 16 for work
 * that grows with the square. Other programs of the machine can only make a measurement worse, so the best of several
 * rounds counts, and short times are not taken at their word.
 *
 * @param enough stops measuring once a ratio below it has been seen
 */
export function growth(work: (times: number) => () => unknown, enough: number): number {
  const least = 20;
  const time = (task: () => unknown): number => {
    const started = performance.now();
    task();
    return performance.now() - started;
  };
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 6 && best >= enough; round++) {
    const [small, large] = [work(1), work(4)];
    const one = Math.max(least, time(small), time(small));
    best = Math.min(best, time(large) / one);
  }
  return best;
}

/** A limit that only work which never comes to an end reaches, in milliseconds: no measure of speed. */
export const hang = 20_000;
