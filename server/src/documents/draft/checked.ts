import type { Html, PhrasingContent, Text } from 'mdast';
import { measure } from '../../review/counting/measure.js';
import type { Construct, Review, Theme } from '../../review/model.js';
import { readDefinitions } from '../../syntax/numbers/definition.js';

/** The number of included studies, with its definition behind it. */
export function studiesInAll(review: Review): PhrasingContent[] {
  return checked(review.studyCount, 'studies', review);
}

/** The number of studies that carry a theme, or one of a construct's themes, with its definition behind it. */
export function studiesWith(kind: 'theme' | 'construct', thing: Theme | Construct, review: Review): PhrasingContent[] {
  const count = 'carriers' in thing ? thing.carriers.size : thing.carrying.length;
  return checked(count, `studies where ${kind}:${value(thing.facts.name)}`, review);
}

/**
 * A number with a definition that is looked up at once: where a name cannot be said in a filter, or means something else there,
 * the number stands alone, for a definition that does not hold is worse than none.
 */
function checked(count: number, definition: string, review: Review): PhrasingContent[] {
  const comment = `= ${definition}`;
  const [reading, more] = readDefinitions(comment);
  const result = reading?.result;
  const holds =
    result !== undefined && 'definition' in result && !more && measure(result.definition, review).value === count;
  const words: Text = { type: 'text', value: String(count) };
  // Two hyphens end a comment in some readers of Markdown.
  return holds && !/--|>/.test(comment) ? [words, html(`<!-- ${comment} -->`)] : [words];
}

/** A value as a filter takes it. */
function value(name: string): string {
  return /^[\p{L}\p{N}_/-]+$/u.test(name) && !/^(?:and|or|not)$/i.test(name) ? name : `"${name}"`;
}

/** Markdown that is written as it is: our own comments, and nothing that somebody else wrote. */
export function html(written: string): Html {
  return { type: 'html', value: written };
}

/** Stands in a sentence for what is put there afterwards; no text has it, as it is taken out of all that is put in. */
const gap = '\ue000';

/** A sentence of ours with numbers, citations and names at its places; `write` gets marks to put where they go. */
export function sentenceWith(
  write: (...marks: string[]) => string,
  ...parts: readonly (readonly PhrasingContent[])[]
): PhrasingContent[] {
  const marks = parts.map((_, at) => `${gap}${at}${gap}`);
  return write(...marks)
    .split(gap)
    .flatMap((piece, at): readonly PhrasingContent[] => {
      if (at % 2 === 1) return parts[Number(piece)] ?? [];
      return piece === '' ? [] : [{ type: 'text', value: piece }];
    });
}
