import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx';
import { sizes } from './docx-measures.js';

const font = 'Times New Roman';
const black = { color: '000000', font };
const heading = (size: number, italics = false) => ({
  run: { ...black, size, bold: true, italics },
  paragraph: { spacing: { before: 240, after: 80, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true },
});

/** How the document looks: plain and black, in a face that every office program has or knows a stand-in for. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: sizes.text, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { ...black, size: 32, bold: true }, paragraph: { spacing: { after: 240 } } },
    heading1: heading(30),
    heading2: heading(26),
    heading3: heading(24),
    heading4: heading(22),
    heading5: heading(22, true),
    heading6: heading(22, true),
    hyperlink: { run: { color: '000000', underline: {} } },
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      // The number is a field, which takes the look of its paragraph; the words behind it say that they are not bold.
      run: { size: sizes.text, bold: true },
      paragraph: { spacing: { before: 120, after: 100 } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: sizes.table },
      paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'TableNote',
      name: 'Table Note',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: sizes.note },
      paragraph: { spacing: { before: 60, after: 60, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Reference',
      name: 'Bibliography',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { indent: { left: 567, hanging: 567 }, spacing: { after: 100 } },
    },
  ],
};

/** The signs of points, level by level. */
export const numbering: INumberingOptions = {
  config: [
    {
      reference: 'points',
      levels: Array.from({ length: 9 }, (_, level) => ({
        level,
        format: LevelFormat.BULLET,
        text: level % 2 === 0 ? '•' : '–',
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 260 } } },
      })),
    },
  ],
};
