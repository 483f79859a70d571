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

/** `translation.yaml`: how the studies were translated into one another (meta-ethnography). */
export const translation = fields(
  {
    'reading-order': field(
      names('studies'),
      'The studies in the order in which they were read, or the order in a word: alphabetical, chronological.',
      ['gillard2013', 'moran2012b'],
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
