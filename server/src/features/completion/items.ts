import type { Place } from '../../text/span.js';
import { type Fit, fitOf, fits, folded, isSubsequence, searchText, startFitOf } from './matching.js';

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
  /** As `searchText` makes it, kept ready. Asked only when something was typed. `index` is the candidate's place. */
  search(candidate: T, index: number): string;
  make(candidate: T): Draft;
  /** Those with a smaller number come first among those that fit alike: from 0 to 9. Default: 5. */
  readonly tier?: number | ((candidate: T) => number);
  /** True for what is not to be offered. */
  without?(candidate: T): boolean;
}

const tiers = 10;
const middle = 5;
const loose: Fit = 4;

/**
 * Gathers candidates and keeps the best of them: by how they fit what was typed, then by tier, then as they come. Only
 * those kept are made into items, so that a review of ten thousand studies costs a walk over ten thousand strings.
 */
export class Offer {
  private readonly query: string;
  private readonly shelves: (() => Draft)[][] = Array.from({ length: fits * tiers }, () => []);
  private kept = 0;
  /** The first shelf whose candidates can no longer make it among the best. */
  private limit = fits * tiers;
  /** What to look through once more, for letters in order alone, when little fits better. */
  private readonly loosely: (() => void)[] = [];
  private dropped = false;

  constructor(private readonly target: Target) {
    this.query = folded(target.typed);
  }

  /** Offers candidates of one sort. */
  add<T>(candidates: () => Iterable<T>, source: Source<T>): void {
    const { query } = this;
    if (query === '') {
      this.addAll(candidates(), source);
      return;
    }
    const { search, without } = source;
    let index = 0;
    for (const candidate of candidates()) {
      const rank = rankOf(candidate, source);
      // Once enough are kept that fit better, most need not be looked at closely.
      const worst = Math.floor((this.limit - 1 - rank) / tiers);
      const fit = worst > 1 ? fitOf(query, search(candidate, index)) : startFitOf(query, search(candidate, index));
      index++;
      if (fit === undefined) this.dropped ||= worst <= 1;
      else this.put(fit, rank, candidate, source, without);
    }
    this.loosely.push(() => {
      let index = 0;
      for (const candidate of candidates()) {
        const text = search(candidate, index++);
        if (!isSubsequence(query, text) || fitOf(query, text) !== undefined) continue;
        this.put(loose, rankOf(candidate, source), candidate, source, without);
      }
    });
  }

  /** Offers candidates where nothing was typed: all fit, and the first are as good as any. */
  private addAll<T>(candidates: Iterable<T>, source: Source<T>): void {
    for (const candidate of candidates) {
      const room = this.put(0, rankOf(candidate, source), candidate, source, source.without);
      if (!room && typeof source.tier !== 'function') return;
    }
  }

  /** Offers a few items that are made already. */
  addDrafts(drafts: Iterable<Draft>, tier = middle): void {
    const all = [...drafts];
    this.add(() => all, { search: ({ words }) => searchText(words), make: draft => draft, tier });
  }

  /** Keeps a candidate unless it is not to be offered. False when enough others are better. */
  private put<T>(fit: Fit, rank: number, candidate: T, { make }: Source<T>, without: Source<T>['without']): boolean {
    const at = fit * tiers + rank;
    if (at >= this.limit) {
      this.dropped = true;
      return false;
    }
    if (without?.(candidate)) return true;
    this.shelves[at]!.push(() => make(candidate));
    this.kept++;
    if (this.kept >= mostItems) this.limit = this.fullAt();
    return true;
  }

  /** The first shelf that has no room: with it and those before it there are enough. */
  private fullAt(): number {
    let before = 0;
    for (let at = 0; at < this.limit; at++) {
      before += this.shelves[at]!.length;
      if (before >= mostItems) return at;
    }
    return this.limit;
  }

  finish(): Completions {
    if (this.kept < mostItems) for (const look of this.loosely) look();
    const best = this.shelves.flat();
    const items = best.slice(0, mostItems).map((make, index) => this.item(make(), index));
    return { items, incomplete: this.dropped || best.length > mostItems };
  }

  private item({ words, snippet = false, ...draft }: Draft, index: number): CompletionItem {
    const { typed, range } = this.target;
    const all = words.filter(word => word !== '').join(' ');
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

function rankOf<T>(candidate: T, { tier = middle }: Source<T>): number {
  const rank = typeof tier === 'number' ? tier : tier(candidate);
  return Math.min(tiers - 1, Math.max(0, rank));
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
