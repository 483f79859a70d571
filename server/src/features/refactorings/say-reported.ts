import * as l10n from '@vscode/l10n';
import { editing } from '../../editing/change.js';
import { toEdits } from '../../editing/pieces.js';
import { isReport } from '../../reports/reports.js';
import { judgeItem, likelyItems, standardsOf } from '../../review/reporting.js';
import { itemName } from '../../standards/reporting.js';
import type { Block, Comment } from '../../syntax/markdown/document.js';
import { scanMarkdown } from '../../syntax/markdown/scan.js';
import { Lines } from '../../text/lines.js';
import type { Refactorer, Refactoring } from './refactoring.js';

/** Items that the heading suggests: more would bury the other choices. */
const mostSuggested = 3;

/**
 * Says at the end of a paragraph which items of a reporting standard it reports: those that the section's heading makes likely
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
      const { at, words, cursorAt } = insertion(block, text, items);
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
          `${standard.id} ${item.number}`,
        ),
      ),
      say(l10n.t('Say that this passage reports …'), ''),
    ];
  },
};

function isProse({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'item' || kind === 'quote' || kind === 'callout';
}

/** What to put where, so that a block says that it reports some items; and where in it the next one would be written. */
function insertion(block: Block, text: string, items: string): { at: number; words: string; cursorAt: number } {
  const there = block.comments.findLast(isReports);
  if (there) {
    const words = /:$/.test(there.text) ? ` ${items}` : `, ${items}`;
    return { at: there.textAt[1], words, cursorAt: words.length };
  }
  const opening = ' <!-- reports: ';
  const at = block.at[0] + text.slice(...block.at).trimEnd().length;
  return { at, words: `${opening}${items} -->`, cursorAt: opening.length + items.length };
}

function isReports({ text }: Comment): boolean {
  return /^reports:/i.test(text);
}
