import * as z from 'zod';
import { choice, field, fields, names, oneOrMany, required, text } from './common.js';
import { carriedThemes } from './study.js';

/** How a study's themes stand to a construct; the last two keep "silent" apart from "not yet judged". */
export const relations = ['reciprocal', 'refutational', 'line-of-argument', 'absent', 'unclear', 'to do'] as const;

const cell = fields(
  {
    construct: required(text('the name of a construct'), 'The construct: the row of the table.', 'reframing-identity'),
    study: required(text('the key of a study'), 'The study: the column of the table.', 'gillard2013'),
    themes: field(carriedThemes(), "The study's themes that are translated into the construct.", ['giving-back']),
    relation: field(
      choice(relations),
      'Reciprocal: says the same in other words. Refutational: contradicts. Line of argument: adds a part of the whole. Absent: the study is silent on it.',
      'reciprocal',
    ),
    note: field(text(), 'How the study was put into the terms of the others, in words.'),
  },
  'fields such as construct: and study:',
  'cell {}',
);

/** Words that stand for an order of reading. */
export const readingWords = ['alphabetical', 'chronological'] as const;

const readingOrder = z.union(
  [
    names('studies'),
    fields(
      {
        index: required(
          text('the key of a study'),
          'The index paper, which is read first; the others follow it, oldest first.',
          'gillard2013',
        ),
      },
      'index: and the key of a study',
    ),
  ],
  { error: 'a list of studies, alphabetical, chronological, or index: and the key of a study' },
);

/** `translation.yaml`: how the studies were translated into one another (meta-ethnography). */
export const translation = fields(
  {
    'reading-order': field(
      readingOrder,
      'The studies in the order in which they were read; or the order in a word, alphabetical or chronological; or index: and the study that was read first, which the others follow, oldest first. Studies that are not listed come after those that are, in the order of the synthesis table.',
      ['gillard2013', 'moran2012b'],
      'chronological',
      { index: 'gillard2013' },
    ),
    compared: field(
      oneOrMany(text(), 'text, or a list of texts'),
      'What of the studies was compared, and how.',
      'The themes of each study, with their quotes, against those of the studies read before',
    ),
    cells: field(
      oneOrMany(cell, 'a list of cells'),
      'The translation table, cell by cell. A cell that is not here has not been judged, which is not the same as absent.',
    ),
  },
  'reading-order:, compared: and cells:',
  'the translation',
);
