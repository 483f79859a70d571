import * as l10n from '@vscode/l10n';
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { pageRuns } from '../documents/pages.js';
import type { Paper } from '../documents/paper.js';
import type { DrawPng } from '../figures/drawn.js';
import { blocks, type Numbers, reference } from './docx-blocks.js';
import { a4, margin } from './docx-measures.js';
import { tidied } from './docx-parts.js';
import { pictures } from './docx-pictures.js';
import { numbering, styles } from './docx-styles.js';
import { xmlText } from './xml.js';

/**
 * Writes a report as a Word file: real tables whose headings repeat on each page, captions that Word counts, headings for its
 * navigation, and pages on their side for what is wide. Its parts are the same bytes on every run.
 */
export async function docx(paper: Paper, png?: DrawPng): Promise<Uint8Array> {
  const numbers: Numbers = { figures: 0, tables: 0, pictures: await pictures(paper.report, png) };
  const sections: ISectionOptions[] = [];
  for (const { wide, nodes } of pageRuns(paper.report)) {
    sections.push(
      section(
        wide,
        nodes.flatMap(node => blocks(node, { wide, numbers })),
      ),
    );
  }
  if (paper.references.length > 0) {
    const list = [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(l10n.t('References'))] }),
      ...paper.references.map((entry, index) => reference(entry, paper.numbered ? index + 1 : undefined)),
    ];
    const last = sections.at(-1);
    // The list goes on where the text ends, unless the text ends on its side.
    if (last && !isWide(last)) sections[sections.length - 1] = { ...last, children: [...last.children, ...list] };
    else sections.push(section(false, list));
  }
  if (sections.length === 0) sections.push(section(false, [new Paragraph({})]));
  const document = new Document({ title: xmlText(paper.title), styles, numbering, sections });
  return tidied(new Uint8Array(await Packer.toArrayBuffer(document)));
}

function isWide({ properties }: ISectionOptions): boolean {
  return properties?.page?.size?.orientation === PageOrientation.LANDSCAPE;
}

function section(wide: boolean, children: readonly FileChild[]): ISectionOptions {
  const orientation = wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    properties: {
      page: {
        size: { width: a4.width, height: a4.height, orientation },
        margin: { top: margin, right: margin, bottom: margin, left: margin },
      },
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            border: { top: { style: BorderStyle.NONE, size: 0, color: 'auto' } },
            children: [new TextRun({ children: [PageNumber.CURRENT] })],
          }),
        ],
      }),
    },
    children: [...children],
  };
}
