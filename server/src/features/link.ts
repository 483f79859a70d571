import type { Place } from '../text/span.js';

/** Words of a file that lead somewhere. */
export interface Link {
  readonly range: Place;
  /** What is said of the link before it is followed. */
  readonly tooltip: string;
  readonly to:
    | {
        readonly kind: 'file';
        readonly path: string;
        readonly line?: number;
        /** The page of a file that has no lines, counted from 1. */
        readonly sheet?: number;
      }
    | { readonly kind: 'address'; readonly address: string }
    | { readonly kind: 'page'; readonly code: string };
}
