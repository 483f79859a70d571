import type { Place } from '../../text/span.js';
import { type Fit, fitOf, fits, folded } from './matching.js';

/** What an item is, for its icon. */
export type ItemKind =
  | 'theme'
  | 'construct'
  | 'aspect'
  | 'study'
  | 'work'
  | 'finding'
  | 'person'
  | 'question'
  | 'answer'
  | 'value'
  | 'field'
  | 'characteristic'
  | 'word'
  | 'rule'
  | 'heading'
  | 'comment'
  | 'snippet';

/** What the documentation of an item is about, where it is made only when asked for. Plain data, for it travels. */
export interface About {
  readonly kind: 'theme' | 'construct' | 'study' | 'work' | 'finding' | 'question' | 'rule' | 'checklist';
  readonly id: string;
}

/** One thing that can be put in at the cursor. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: ItemKind;
  /** A few words beside it. */
  readonly detail?: string;
  /** Shorter still, at the far end of its line: a citation key, a count. */
  readonly description?: string;
  /** What the editor holds against what is typed on. */
  readonly filterText: string;
  /** Sorts the items as they are ranked here. */
  readonly sortText: string;
  /** On one line, the cursor within it or at one of its ends; lines count from the file's first. */
  readonly range: Place;
  /** Lines after the first are set in from the white space at the start of the cursor's line. */
  readonly text: string;
  /** True when `text` has places to fill in, as editors' snippets write them: `$1`, `$0`. */
  readonly snippet: boolean;
  /** Markdown. */
  readonly documentation?: string;
  readonly about?: About;
}

export interface Completions {
  readonly items: readonly CompletionItem[];
  /** True when there are more than were told: the editor asks again as typing goes on. */
  readonly incomplete: boolean;
}

/** At most so many items: nobody reads on, and more would only travel. */
export const mostItems = 200;

/** An item without what ranking adds. `words` are what it is found by, the best known first. */
export interface Draft {
  readonly label: string;
  readonly kind: ItemKind;
  readonly words: readonly string[];
  readonly text: string;
  readonly snippet?: boolean;
  readonly detail?: string | undefined;
  readonly description?: string | undefined;
  readonly documentation?: string | undefined;
  readonly about?: About;
}

/** What is to be replaced: a stretch of one line that holds the cursor, and what of it stands before the cursor. */
export interface Target {
  readonly range: Place;
  readonly typed: string;
}

/** How candidates of one sort are ranked and made into items. */
export interface Source<T> {
  /** As `searchText` makes it, kept ready. Asked only when something was typed. */
  search(candidate: T): string;
  make(candidate: T): Draft;
  /** Those with a smaller number come first among those that fit alike: from 0 to 9. Default: 5. */
  tier?(candidate: T): number;
  /** True for what is not to be offered. */
  without?(candidate: T): boolean;
}

const tiers = 10;
const middle = 5;

/**
 * Gathers candidates and keeps the best of them: by how they fit what was typed, then by tier, then as they come. Only
 * those kept are made into items, so that a review of ten thousand studies costs a walk over ten thousand strings.
 */
export class Offer {
  private readonly query: string;
  private readonly shelves: (() => Draft)[][] = Array.from({ length: fits * tiers }, () => []);
  private dropped = false;

  constructor(private readonly target: Target) {
    this.query = folded(target.typed);
  }

  /** Offers candidates of one sort. */
  add<T>(candidates: Iterable<T>, { search, make, tier, without }: Source<T>): void {
    for (const candidate of candidates) {
      const fit = this.query === '' ? 0 : fitOf(this.query, search(candidate));
      if (fit === undefined || without?.(candidate)) continue;
      const shelf = this.shelf(fit, tier?.(candidate) ?? middle);
      if (shelf) shelf.push(() => make(candidate));
    }
  }

  /** Offers a few items that are made already. */
  addDrafts(drafts: Iterable<Draft>, tier = middle): void {
    for (const draft of drafts) {
      const fit = this.query === '' ? 0 : fitOf(this.query, draft.words.map(folded).join('\n'));
      if (fit !== undefined) this.shelf(fit, tier)?.push(() => draft);
    }
  }

  /** Where candidates of a rank are kept; undefined when it is full. */
  private shelf(fit: Fit, tier: number): (() => Draft)[] | undefined {
    const shelf = this.shelves[fit * tiers + Math.min(tiers - 1, Math.max(0, tier))]!;
    if (shelf.length < mostItems) return shelf;
    this.dropped = true;
    return undefined;
  }

  finish(): Completions {
    const best = this.shelves.flat();
    const items = best.slice(0, mostItems).map((make, index) => this.item(make(), index));
    return { items, incomplete: this.dropped || best.length > mostItems };
  }

  private item({ words, snippet = false, ...draft }: Draft, index: number): CompletionItem {
    const { typed, range } = this.target;
    const all = words.join(' ');
    // Editors filter once more, by their own lights: most want the first letter at the start of a word, as it is spelt.
    // Whatever they would throw out begins with what was typed.
    const filterText = typed === '' || beginsAWord(all, typed) ? all : `${typed} ${all}`;
    return {
      label: draft.label,
      kind: draft.kind,
      text: draft.text,
      ...(draft.detail !== undefined && draft.detail !== '' && { detail: draft.detail }),
      ...(draft.description !== undefined && draft.description !== '' && { description: draft.description }),
      ...(draft.documentation !== undefined && { documentation: draft.documentation }),
      ...(draft.about && { about: draft.about }),
      snippet,
      filterText,
      sortText: String(index).padStart(4, '0'),
      range,
    };
  }
}

function beginsAWord(text: string, typed: string): boolean {
  const lower = text.toLowerCase();
  const wanted = typed.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (at === 0 || /[\s_/-]/.test(lower[at - 1]!)) return true;
  }
  return false;
}

/** Words as they stand in a snippet, where `$`, `}` and `\` would mean something. */
export function inSnippet(words: string): string {
  return words.replace(/[\\$}]/g, sign => `\\${sign}`);
}
