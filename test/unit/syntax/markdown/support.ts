import type { Block, Citation, MarkdownDocument } from '../../../../server/src/syntax/markdown/document.js';
import { scanMarkdown } from '../../../../server/src/syntax/markdown/scan.js';

/** All blocks of a document, section by section. */
export function blocksOf(document: MarkdownDocument): Block[] {
  return document.sections.flatMap(section => section.blocks);
}

export function citationsOf(document: MarkdownDocument): Citation[] {
  return blocksOf(document).flatMap(block => block.sentences.flatMap(sentence => sentence.citations));
}

/** The outline of a text in a few words a block: `h2 Words`, `quote Words #tag (locator) <comment>`. */
export function outline(text: string): string[] {
  return scanMarkdown(text).sections.flatMap(({ heading, blocks }) => [
    ...(heading ? [`h${heading.level} ${heading.text}${heading.id ? ` {${heading.id.name}}` : ''}`.trim()] : []),
    ...blocks.map(block =>
      [
        block.kind,
        block.text.replaceAll('\n', '|'),
        ...block.tags.map(tag => `#${tag.name}`),
        ...(block.locator ? [`@ ${block.locator.text}`] : []),
        ...block.comments.map(comment => `<${comment.text.replaceAll('\n', '|')}>`),
      ]
        .filter(word => word !== '')
        .join(' '),
    ),
  ]);
}

/** The keys cited in a text, in order. */
export function keys(text: string): string[] {
  return citationsOf(scanMarkdown(text)).map(citation => citation.key);
}

/** Each citation as `prefix|key|suffix`, bare ones in round brackets. */
export function cited(text: string): string[] {
  return citationsOf(scanMarkdown(text)).map(({ prefix, key, suffix, bracketed }) => {
    const words = `${prefix}|${key}|${suffix}`;
    return bracketed ? words : `(${words})`;
  });
}

/** The sentences of a text as written. */
export function sentences(text: string): string[] {
  return blocksOf(scanMarkdown(text)).flatMap(block => block.sentences.map(sentence => sentence.text));
}
