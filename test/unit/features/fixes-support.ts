import type { Change } from '../../../server/src/editing/change.js';
import { type Fix, fixesFor } from '../../../server/src/features/fixes/fixes.js';
import type { Diagnosis } from '../../../server/src/rules/judge.js';
import { Lines } from '../../../server/src/text/lines.js';
import { exampleOf, type WrittenReview } from '../support/review.js';

/** The fixes of a diagnosis in a review. */
export function fixesIn({ review, texts }: WrittenReview, diagnosis: Diagnosis): readonly Fix[] {
  return fixesFor(diagnosis, review, path => texts.get(path));
}

/** The texts once a change is made. Fails where it does not fit the texts. */
export function changed(texts: ReadonlyMap<string, string>, { edits, created }: Change): Map<string, string> {
  const after = new Map(texts);
  for (const { path, text } of created) {
    if (after.has(path)) throw new Error(`${path} is there already`);
    after.set(path, text);
  }
  for (const path of new Set(edits.map(each => each.path))) {
    const text = texts.get(path) ?? '';
    const lines = new Lines(text);
    let made = '';
    let from = 0;
    for (const edit of edits.filter(each => each.path === path)) {
      const [start, end] = lines.spanOf(edit.range);
      if (start < from || text.slice(start, end) !== edit.expected) throw new Error(`an edit of ${path} does not fit`);
      made += text.slice(from, start) + edit.text;
      from = end;
    }
    after.set(path, made + text.slice(from));
  }
  return after;
}

/** A review of these texts. Line breaks that end no line of a written review are written as they are. */
export function reviewWith(texts: ReadonlyMap<string, string>): WrittenReview {
  return exampleOf(
    [...texts].map(([path, text]) => `=== ${path} ===\n${text.endsWith('\n') ? text : `${text}\n`}`).join(''),
  );
}
