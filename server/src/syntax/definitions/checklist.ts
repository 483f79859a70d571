import * as z from 'zod';
import { entries, field, fields, lowestTotal, oneOrMany, required, text, yesOrNo } from './common.js';

const item = fields(
  {
    label: required(text(), 'The question in a few words, as a heading of tables.', 'Recruitment'),
    question: field(text(), 'The question in full.'),
    'look-for': field(oneOrMany(text(), 'a list of points'), 'Points that help to answer, each a few words.', [
      'Where and when it was told',
    ]),
    screening: field(yesOrNo(), 'Whether the appraisal may stop here when the answer is no.', false),
  },
  'a label, or fields such as label: and question:',
  'question {}',
);

/** A checklist of the review's own, at the path that `appraisal: checklist:` names. */
export const checklist = fields(
  {
    title: required(text(), 'The name of the checklist, as it is cited.', 'Our checklist for narratives'),
    version: field(text(), 'The version that the raters filled in, where there are several.'),
    link: field(text(), 'Where the checklist can be found.'),
    answers: field(oneOrMany(text(), 'a list of answers'), "The answers there are. Default: yes, no, can't tell.", [
      'yes',
      'partly',
      'no',
    ]),
    bands: field(
      entries(z.string(), lowestTotal, 'the names of bands, each with its lowest total'),
      'Names for totals, each with the lowest total that it begins at, where the checklist has any.',
      { low: 0, high: 8 },
    ),
    items: required(
      entries(
        z.string(),
        z.union([text(), item], { error: 'a label, or fields such as label: and question:' }),
        'questions by number',
      ),
      'The questions by number, from 1.',
    ),
  },
  'fields such as title: and items:',
  'the checklist',
);
