import { type Placed, type Stretch, type TextItem, turned } from './items.js';
import { inReadingOrder } from './order.js';

/** All measures are shares of the size of the letters. */
const sameLine = 0.35;
/** From here on two items are two words, though the page has no space between them. */
const space = 0.17;
/** From here on they belong to two columns, or to two cells of a table. */
const gutter = 1.6;
/** Smaller letters that stand higher are raised: marks of notes. */
const raisedSize = 0.9;
const raisedBy = 0.2;
const noteMark = /^[\s\d,;*†‡§¶–-]+$/u;

/**
 * The text of a page: its lines in reading order, ended by `\n`. Words are told apart by the distance between letters. A hyphen
 * at the end of a line stays where it is, and marks of notes are left out, since nobody quotes them.
 */
export function pageText(items: readonly TextItem[]): string {
  return turned(items)
    .map(placed => linesOf(inReadingOrder(stretchesOf(placed))))
    .filter(text => text !== '')
    .join('\n');
}

/** Joins items that follow one another on a line. */
function stretchesOf(items: readonly Placed[]): Stretch[] {
  const stretches: Stretch[] = [];
  let last: Stretch | undefined;
  /** White space that stands between two items is written only once the second is there. */
  let spaced = false;
  for (const item of items) {
    if (item.text.trim() === '') {
      spaced = true;
      continue;
    }
    const size = last ? Math.max(last.size, item.size) : item.size;
    if (last && isNote(item, last)) {
      last.right = Math.max(last.right, item.right);
      continue;
    }
    const gap = last ? item.left - last.right : 0;
    if (last && Math.abs(item.base - last.base) <= sameLine * size && gap > -size && gap < gutter * size) {
      const apart = spaced || gap > space * size;
      last.text += apart && !/\s$/.test(last.text) && !/^\s/.test(item.text) ? ` ${item.text}` : item.text;
      last.right = Math.max(last.right, item.right);
      last.size = size;
    } else {
      const { text, left, right, base } = item;
      last = { text, left, right, base, size: item.size };
      stretches.push(last);
    }
    spaced = false;
  }
  return stretches;
}

/** Whether an item is a small raised number behind a word. */
function isNote(item: Placed, last: Stretch): boolean {
  const up = last.base - item.base;
  return (
    item.size <= raisedSize * last.size &&
    up >= raisedBy * last.size &&
    up <= last.size &&
    Math.abs(item.left - last.right) <= last.size &&
    noteMark.test(item.text)
  );
}

/** Puts stretches that stand beside one another on a line, and the others on lines of their own. */
function linesOf(stretches: readonly Stretch[]): string {
  let text = '';
  let last: Stretch | undefined;
  for (const each of stretches) {
    const beside =
      last && Math.abs(each.base - last.base) <= sameLine * Math.max(each.size, last.size) && each.left >= last.right;
    text += (last ? (beside ? ' ' : '\n') : '') + each.text.trim();
    last = each;
  }
  return text;
}
