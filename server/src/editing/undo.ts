import { Lines } from '../text/lines.js';
import type { Change, TextEdit, Texts } from './change.js';
import { applyPieces, type Piece } from './pieces.js';

/** The edits of each file of a change as pieces of its text; undefined where a text is not what they were made for. */
export function piecesByFile(change: Change, texts: Texts): ReadonlyMap<string, readonly Piece[]> | undefined {
  const files = new Map<string, Piece[]>();
  for (const { path, range, text, expected } of change.edits) {
    const old = texts(path);
    const span = old === undefined ? undefined : new Lines(old).spanOf(range);
    if (old === undefined || !span || old.slice(...span) !== expected) return undefined;
    const pieces = files.get(path) ?? [];
    pieces.push({ span, text });
    files.set(path, pieces);
  }
  return files;
}

/**
 * The change that takes a change back. `texts` are the texts before it. Undefined where they are not what it was made
 * for, and for a change that makes new files, which only deleting them would take back.
 */
export function invert(change: Change, texts: Texts): Change | undefined {
  const files = piecesByFile(change, texts);
  if (!files || change.created.length > 0) return undefined;
  const edits: TextEdit[] = [];
  for (const [path, pieces] of files) {
    const before = texts(path) ?? '';
    const after = new Lines(applyPieces(before, pieces));
    const now = change.moves.find(move => move.from === path)?.to ?? path;
    let shift = 0;
    for (const { span, text } of [...pieces].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])) {
      const start = span[0] + shift;
      const expected = text;
      edits.push({
        path: now,
        range: after.placeOf([start, start + text.length]),
        text: before.slice(...span),
        expected,
      });
      shift += text.length - (span[1] - span[0]);
    }
  }
  return { edits, moves: change.moves.map(({ from, to }) => ({ from: to, to: from })), created: [] };
}
