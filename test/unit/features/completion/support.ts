import { complete } from '../../../../server/src/features/completion/completion.js';
import type { CompletionItem, Completions } from '../../../../server/src/features/completion/items.js';
import { exampleOf, reviewOf, type WrittenReview } from '../../support/review.js';

/** What an editor shows at the mark of a review. */
export interface Shown {
  readonly written: WrittenReview;
  readonly completions: Completions;
  readonly labels: readonly string[];
  /** The file of the mark once an item, by its label, is accepted; places to fill in are empty, the last is `¦`. */
  accept(label: string): string;
  /** The same, the line of the cursor alone. */
  line(label: string): string;
  item(label: string): CompletionItem;
}

/** Completes at the mark, in the small faultless review of the rules' examples with these files put in. */
export function at(
  written: string,
  { snippets = true } = {},
  make: (written: string) => WrittenReview = exampleOf,
): Shown {
  const review = make(written);
  const { path, position } = review.cursor;
  const text = review.texts.get(path) ?? '';
  const completions = complete(review.review, path, text, position, { snippets });
  const item = (label: string): CompletionItem => {
    const found = completions.items.find(each => each.label === label);
    if (!found)
      throw new Error(`"${label}" is not offered, but ${completions.items.map(each => each.label).join(' | ')}`);
    return found;
  };
  const accept = (label: string): string => accepted(text, item(label));
  return {
    written: review,
    completions,
    labels: completions.items.map(each => each.label),
    accept,
    line: label => accept(label).split(/\r\n|\r|\n/)[position.line] ?? '',
    item,
  };
}

/** The same in a review of these files alone. */
export function alone(written: string, options?: { snippets?: boolean }): Shown {
  return at(written, options, reviewOf);
}

/** A text after an item was accepted, as an editor that sets further lines in like the first. */
export function accepted(text: string, { range, text: inserted, snippet }: CompletionItem): string {
  const breaks = [...text.matchAll(/\r\n|\r|\n/g)];
  const starts = [0, ...breaks.map(each => each.index + each[0].length)];
  const start = (starts[range.line] ?? 0) + range.character;
  const end = (starts[range.endLine] ?? 0) + range.endCharacter;
  const lineText = text.slice(starts[range.line] ?? 0).split(/\r\n|\r|\n/, 1)[0] ?? '';
  const margin = /^\s*/.exec(lineText.slice(0, range.character))?.[0] ?? '';
  const plain = snippet
    ? inserted
        .replace(/\$[1-9]/g, '')
        .replace(/(?<!\\)\$0/, '¦')
        .replace(/\\([\\$}])/g, '$1')
    : inserted;
  return text.slice(0, start) + plain.replace(/\n/g, `\n${margin}`) + text.slice(end);
}
