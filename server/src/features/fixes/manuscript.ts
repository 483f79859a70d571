import * as l10n from '@vscode/l10n';
import { filledBlock, type Picture, staleBlock } from '../../documents/blocks.js';
import { type Change, editing, type Texts } from '../../editing/change.js';
import { type Piece, toEdits } from '../../editing/pieces.js';
import { pictureMark } from '../../figures/drawing.js';
import type { Review, Sourced } from '../../review/model.js';
import type { GeneratedFacts } from '../../syntax/facts.js';
import { Lines } from '../../text/lines.js';
import type { Place, Span } from '../../text/span.js';
import type { Fix, Mender, Mending } from './fix.js';

/** A generated block as the data would have it now. */
export const staleText: Mender = {
  files: (review, { path, range }) => {
    const block = blockIn(review, path, range);
    return (block && filledBlock(review, block)?.pictures.map(picture => picture.path)) ?? [];
  },
  fixes: mending => {
    const block = blockAt(mending);
    const stale = block && staleBlock(mending.review, block);
    if (!stale) return [];
    const text = mending.texts(mending.diagnosis.path) ?? '';
    const span = contentOf(block, text);
    const put = stale.text.replace(/\n/g, eolOf(text));
    const fixes = fix(mending, l10n.t('Update the block "{0}"', block.facts.name), [{ span, text: put }]);
    return fixes.map(each => ({ ...each, change: withPictures(each.change, stale.pictures, mending.texts) }));
  },
};

/** The pictures of a block with it: new ones, and older ones of ours. What somebody else made stays. */
function withPictures(change: Change, pictures: readonly Picture[], texts: Texts): Change {
  const edits = [...change.edits];
  const created = [...change.created];
  for (const { path, svg } of pictures) {
    const text = texts(path);
    if (text === undefined) created.push({ path, text: svg });
    else if (text.replace(/\r\n/g, '\n') !== svg && text.includes(pictureMark)) {
      edits.push(...toEdits(path, text, [{ span: [0, text.length], text: svg }]));
    }
  }
  return { ...change, edits, created };
}

/** The comment that ends a block, right below the one that begins it. */
export const closingComment: Mender = {
  fixes: mending => {
    const text = mending.texts(mending.diagnosis.path) ?? '';
    const name = String(mending.diagnosis.data.name ?? '');
    const end = new Lines(text).spanOf(mending.diagnosis.range)[1];
    const put = `${eolOf(text)}<!-- /metasynth:${name} -->`;
    return fix(mending, l10n.t('Close the block "{0}"', name), [{ span: [end, end], text: put }]);
  },
};

/** The report that was meant, in the comment that begins the block and in the one that ends it. */
export const meantReport: Mender = {
  fixes: mending => {
    const name = String(mending.diagnosis.data.name ?? '');
    const near = String(mending.diagnosis.data.near ?? '');
    const text = mending.texts(mending.diagnosis.path) ?? '';
    const block = blockAt(mending);
    if (near === '' || name === '' || !block) return [];
    const open = nameIn(text, new Lines(text).spanOf(mending.diagnosis.range), name);
    const end = contentOf(block, text)[1];
    const close = block.facts.closed ? nameIn(text, [end, end + name.length + 60], name) : undefined;
    const spans = [open, close].flatMap(span => (span ? [span] : []));
    return fix(
      mending,
      l10n.t('Change to "{0}"', near),
      spans.map(span => ({ span, text: near })),
    );
  },
};

function fix({ diagnosis: { path }, texts }: Mending, title: string, pieces: readonly Piece[]): Fix[] {
  const text = texts(path);
  if (text === undefined || pieces.length === 0) return [];
  return [{ title, preferred: true, change: editing(toEdits(path, text, pieces)) }];
}

function blockAt({ diagnosis: { path, range }, review }: Mending): Sourced<GeneratedFacts> | undefined {
  return blockIn(review, path, range);
}

function blockIn(review: Review, path: string, range: Place): Sourced<GeneratedFacts> | undefined {
  return review.generated.find(
    ({ file, chunk, facts }) =>
      file.path === path && facts.open.line + chunk.line === range.line && facts.open.character === range.character,
  );
}

function contentOf({ chunk, facts }: Sourced<GeneratedFacts>, text: string): Span {
  return new Lines(text).spanOf(facts.content, chunk.line);
}

/** Where a report's name stands in a comment. */
function nameIn(text: string, [start, end]: Span, name: string): Span | undefined {
  const words = `metasynth:${name}`;
  const at = text.slice(start, end).indexOf(words);
  return at < 0 ? undefined : [start + at + words.length - name.length, start + at + words.length];
}

function eolOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
