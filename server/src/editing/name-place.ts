import type { Role, SymbolKind } from '../syntax/facts.js';
import type { Span } from '../text/span.js';

/** A place where a name stands in a text, and how another name is written there. */
export interface NamePlace {
  readonly kind: SymbolKind;
  /** Folded, for comparing. */
  readonly id: string;
  readonly name: string;
  /** `mentions` for places that facts do not tell of: filters, locators of people, links. */
  readonly role: Role | 'mentions';
  /** The name alone, in offsets of the file. */
  readonly at: Span;
  /** What another name replaces, with the quotation marks or braces that belong to it. */
  readonly whole: Span;
  /** The name as it must be written here; undefined for one that cannot stand here. */
  readonly write: (name: string) => string | undefined;
}

/** How names are written where one stands now. */
export type Writer = Pick<NamePlace, 'whole' | 'write'>;
