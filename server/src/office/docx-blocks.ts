import * as l10n from '@vscode/l10n';
import {
  type FileChild,
  HeadingLevel,
  ImageRun,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  Tab,
  TextRun,
  type Table as WordTable,
} from 'docx';
import type { Paragraph as MdParagraph, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Captioned, Figure } from '../reports/tree.js';
import { inline } from './docx-inline.js';
import { textHeight, textWidth } from './docx-measures.js';
import { wordTable } from './docx-table.js';
import { xmlText } from './xml.js';

/** How many captions there have been, and the figures as dots. */
export interface Numbers {
  figures: number;
  tables: number;
  readonly pictures: ReadonlyMap<Figure, Uint8Array>;
}

export interface Setting {
  /** Whether the page lies on its side. */
  readonly wide: boolean;
  readonly numbers: Numbers;
  /** How deep in lists the block stands. */
  readonly level?: number;
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** A block of a report as paragraphs and tables of Word. */
export function blocks(node: RootContent, setting: Setting): FileChild[] {
  switch (node.type) {
    case 'heading':
      return [new Paragraph({ heading: headings[node.depth - 1]!, children: inline(node.children) })];
    case 'paragraph':
      return [new Paragraph({ children: inline(node.children) })];
    case 'list':
      return node.children.flatMap(item => item.children.flatMap(child => listed(child, setting)));
    case 'blockquote':
      return node.children.flatMap(child =>
        child.type === 'paragraph'
          ? [new Paragraph({ indent: { left: 567 }, children: inline(child.children) })]
          : blocks(child, setting),
      );
    case 'table':
      return [wordTable(node, textWidth(setting.wide)), new Paragraph({ style: 'TableNote' })];
    case 'figure':
      return [new Paragraph({ children: [picture(node, setting)] })];
    case 'captioned':
      return captioned(node, setting);
    case 'thematicBreak':
      return [];
    default: {
      const words = textOf(node);
      return words === '' ? [] : [new Paragraph({ children: [new TextRun(xmlText(words))] })];
    }
  }
}

/** An entry of the list of references: its later lines are set in. */
export function reference(entry: MdParagraph, number: number | undefined): Paragraph {
  const before = number === undefined ? [] : [new TextRun({ children: [`${number}.`, new Tab()] })];
  return new Paragraph({ style: 'Reference', children: [...before, ...inline(entry.children)] });
}

function listed(node: RootContent, setting: Setting): FileChild[] {
  const level = setting.level ?? 0;
  if (node.type === 'list') return blocks(node, { ...setting, level: Math.min(8, level + 1) });
  if (node.type !== 'paragraph') return blocks(node, setting);
  return [
    new Paragraph({
      style: 'ListParagraph',
      numbering: { reference: 'points', level },
      children: inline(node.children),
    }),
  ];
}

/** A table under its caption, a figure over it; notes come last. */
function captioned({ caption, content, notes }: Captioned, setting: Setting): FileChild[] {
  const words = xmlText(caption.replace(/\s+/g, ' ').trim());
  const below = notes.map(
    (note, index) =>
      new Paragraph({ style: 'TableNote', keepNext: index < notes.length - 1, children: inline(note.children) }),
  );
  if (content.type === 'figure') {
    setting.numbers.figures += 1;
    return [
      new Paragraph({ keepNext: true, children: [picture(content, setting)] }),
      captionLine('Figure', l10n.t('Figure'), setting.numbers.figures, words, below.length > 0),
      ...below,
    ];
  }
  setting.numbers.tables += 1;
  const table: WordTable = wordTable(content, textWidth(setting.wide), notes.length > 0);
  return [
    captionLine('Table', l10n.t('Table'), setting.numbers.tables, words, true),
    table,
    // Word runs two tables together where nothing stands between them, and wants something after the last.
    ...(below.length > 0 ? below : [new Paragraph({ style: 'TableNote' })]),
  ];
}

/** *Table 1. …*, its number a field, so that Word counts on in the manuscript that it is put into. */
function captionLine(sequence: string, label: string, number: number, words: string, keepNext: boolean): Paragraph {
  const children: ParagraphChild[] = [
    new TextRun(`${label} `),
    new SimpleField(`SEQ ${sequence} \\* ARABIC`, String(number)),
    new TextRun('.'),
  ];
  if (words !== '') children.push(new TextRun({ text: ` ${words}`, bold: false }));
  return new Paragraph({ style: 'Caption', keepNext, children });
}

function picture(figure: Figure, { wide, numbers }: Setting): ImageRun {
  // Word's pixels are 1/96 inch; the text's width is told in twentieths of a point.
  const [most, high] = [textWidth(wide) / 15, (textHeight(wide) / 15) * 0.85];
  const scale = Math.min(1, most / figure.width, high / figure.height);
  const transformation = { width: Math.floor(figure.width * scale), height: Math.floor(figure.height * scale) };
  const description = xmlText(figure.alt);
  return new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(figure.svg),
    fallback: { type: 'png', data: numbers.pictures.get(figure)! },
    transformation,
    altText: { name: xmlText(figure.name), title: xmlText(figure.name), description },
  });
}
