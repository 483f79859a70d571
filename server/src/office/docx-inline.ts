import { ExternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { citationText } from '../documents/markdown.js';
import { xmlText } from './xml.js';

type Look = Pick<IRunOptions, 'bold' | 'italics' | 'size' | 'style'>;

/** The words of a paragraph. Only addresses of the web become links. */
export function inline(nodes: readonly PhrasingContent[], look: Look = {}): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    switch (node.type) {
      case 'strong':
        return inline(node.children, { ...look, bold: true });
      case 'emphasis':
        // In what leans already, emphasis stands upright.
        return inline(node.children, { ...look, italics: look.italics !== true });
      case 'delete':
        return inline(node.children, look);
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'link':
        return /^https?:\/\//.test(node.url)
          ? [
              new ExternalHyperlink({
                link: xmlText(node.url),
                children: inline(node.children, { ...look, style: 'Hyperlink' }),
              }),
            ]
          : inline(node.children, look);
      case 'citationGroup':
        return [run(citationText(node), look)];
      default:
        return [run(textOf(node), look)];
    }
  });
}

function run(text: string, look: Look): TextRun {
  return new TextRun({ ...look, text: xmlText(text).replace(/[\t\n]/g, ' ') });
}
