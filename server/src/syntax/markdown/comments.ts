import type { Comment } from './document.js';
import { isSpaceAt } from './lines.js';
import type { Words } from './words.js';

/** A comment in the words of a block, in offsets of these words. */
export interface FoundComment {
  readonly from: number;
  readonly to: number;
  readonly textFrom: number;
  readonly textTo: number;
  readonly touches: boolean;
}

/**
 * The comment that begins at `from`, where `<!--` stands. One that is not closed before `end` reaches to there, so that
 * a comment being typed takes the rest of its paragraph and never the rest of the document.
 */
export function commentAt(text: string, from: number, start: number, end: number): FoundComment {
  // `<!-->` and `<!--->` are whole comments, as in HTML.
  const short = text.startsWith('<!-->', from) ? 5 : text.startsWith('<!--->', from) ? 6 : 0;
  const near = short > 0 ? -1 : text.slice(from + 4, end).indexOf('-->');
  const found = near + from + 4;
  const closed = short > 0 || near >= 0;
  const to = short > 0 ? from + short : closed ? found + 3 : end;
  let textFrom = short > 0 ? to : from + 4;
  let textTo = short > 0 || !closed ? to : found;
  while (textFrom < textTo && isSpaceAt(text, textFrom)) textFrom++;
  while (textTo > textFrom && isSpaceAt(text, textTo - 1)) textTo--;
  return { from, to, textFrom, textTo, touches: from > start && !isSpaceAt(text, from - 1) };
}

/** All comments of a stretch of HTML, where nothing but `<!--` and `-->` counts. */
export function commentsIn(words: Words): FoundComment[] {
  const { text } = words;
  const found: FoundComment[] = [];
  let from = text.indexOf('<!--');
  while (from >= 0) {
    const comment = commentAt(text, from, 0, text.length);
    found.push(comment);
    from = text.indexOf('<!--', comment.to);
  }
  return found;
}

export function toComment(words: Words, found: FoundComment): Comment {
  return {
    text: words.text.slice(found.textFrom, found.textTo),
    textAt: words.span(found.textFrom, found.textTo),
    at: words.span(found.from, found.to),
    touches: found.touches,
  };
}
