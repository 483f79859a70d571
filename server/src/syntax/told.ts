import type { Place } from '../text/span.js';

/** A value and where it was written. */
export interface Told<T = string> {
  readonly value: T;
  readonly at: Place;
}
