import * as l10n from '@vscode/l10n';
import { editing } from '../../editing/change.js';
import { toEdits } from '../../editing/pieces.js';
import { isReport } from '../../reports/reports.js';
import { judgeItem, likelyItems, standardsOf } from '../../review/reporting.js';
import { itemName } from '../../standards/reporting.js';
import type { Block, Comment } from '../../syntax/markdown/document.js';
import { scanMarkdown } from '../../syntax/markdown/scan.js';
import { writeReports } from '../../syntax/reports-comment.js';
import { Lines } from '../../text/lines.js';
import type { Refactorer, Refactoring } from './refactoring.js';

/** Items that the heading suggests: more would bury the other choices. */
const mostSuggested = 3;

/** What stands before the first word of a line is no longer than this. */
const margin = 100;

/**
 * Says at the end of a paragraph, or of a sentence on a line of its own, which items of a reporting standard it reports: those that the section's heading makes likely
 * and that nothing reports yet, or whichever the author picks from the list that opens.
 */
export const sayReported: Refactorer = {
  offer: ({ review, path, range, texts }) => {
    const text = texts(path);
    if (text === undefined || review.files.get(path)?.kind !== 'manuscript') return [];
    const lines = new Lines(text);
    const cursor = lines.offsetAt(range.line, range.character);
    const { sections, generated } = scanMarkdown(text);
    if (generated.some(({ open, close }) => cursor >= open[0] && cursor <= (close ?? open)[1])) return [];
    const section = sections.find(({ at }) => cursor >= at[0] && cursor <= at[1]);
    const block = section?.blocks.find(each => isProse(each) && cursor >= each.at[0] && cursor <= each.at[1]);
    if (!section || !block) return [];
    const say = (title: string, items: string): Refactoring => {
      const { at, words, cursorAt } = insertion(passageAt(block, text, cursor), text, items);
      const change = editing(toEdits(path, text, [{ span: [at, at], text: words }]));
      if (items !== '') return { title, kind: 'rewrite', outcome: { change } };
      const after = new Lines(text.slice(0, at) + words);
      return { title, kind: 'rewrite', outcome: { change }, goOn: { path, ...after.positionAt(at + cursorAt) } };
    };
    const standards = standardsOf(review);
    const suggested = likelyItems(section.heading?.text ?? '', standards)
      .filter(({ standard, item }) => judgeItem(review, standard, item, isReport).state !== 'present')
      .slice(0, mostSuggested);
    return [
      ...suggested.map(({ standard, item }) =>
        say(
          l10n.t('Say that this passage reports {0} ({1})', itemName(standard, item.number), item.label),
          writeReports([{ standard: standard.id, item: item.number }]),
        ),
      ),
      say(l10n.t('Say that this passage reports …'), ''),
    ];
  },
};

function isProse({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'item' || kind === 'quote' || kind === 'callout';
}

/** What a comment speaks of: the paragraph, or the sentence at the cursor where each has a line of its own. */
function passageAt(block: Block, text: string, cursor: number): Pick<Block, 'at' | 'comments'> {
  const { sentences } = block;
  const alone = sentences.every(
    ({ at }) => at[0] === block.at[0] || /[\r\n][ \t>]*$/.test(text.slice(Math.max(0, at[0] - margin), at[0])),
  );
  const sentence = sentences.findLast(({ at }) => at[0] <= cursor) ?? sentences[0];
  return alone && sentence ? sentence : block;
}

/** What to put where, so that a passage says that it reports some items; and where in it the next one would be written. */
function insertion(
  passage: Pick<Block, 'at' | 'comments'>,
  text: string,
  items: string,
): { readonly at: number; readonly words: string; readonly cursorAt: number } {
  const there = passage.comments.findLast(isReports);
  if (there) {
    const words = /:$/.test(there.text) ? ` ${items}` : `, ${items}`;
    return { at: there.textAt[1], words, cursorAt: words.length };
  }
  const opening = ' <!-- reports: ';
  const at = passage.at[0] + text.slice(...passage.at).trimEnd().length;
  return { at, words: `${opening}${items} -->`, cursorAt: opening.length + items.length };
}

function isReports({ text }: Comment): boolean {
  return /^reports:/i.test(text);
}
