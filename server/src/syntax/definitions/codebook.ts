import * as z from 'zod';
import { choice, entries, field, fields, id, names, required, text, wholeBetween } from './common.js';

const label = (what: string) =>
  field(text(), `What the ${what} is called in prose, tables and headings.`, 'Giving back');

const theme = fields(
  {
    label: label('theme'),
    definition: field(
      text(),
      'What belongs to the theme and what does not, in a sentence.',
      'Repaying help received by helping others',
    ),
    aliases: field(
      names('names'),
      'Names that were merged or renamed into this one. They still resolve, with a hint.',
      ['contributing'],
    ),
    construct: field(
      names('constructs'),
      'The construct that the theme is part of, or a list of them.',
      'reframing-identity',
    ),
    origin: field(
      choice(['a-priori', 'new']),
      'For framework synthesis: whether the theme comes from the framework or was added by this review.',
      'a-priori',
    ),
    note: field(text(), "The reviewers' own thoughts about the theme. Not data."),
  },
  'a label, or fields such as label: and construct:',
  'theme {}',
);

const construct = fields(
  {
    label: label('construct'),
    definition: field(text(), 'What the construct says, in a sentence or two.'),
    aliases: field(names('names'), 'Names that were merged or renamed into this one. They still resolve, with a hint.'),
    order: field(wholeBetween(1, 999), 'Its place in the line of argument, from 1.', 1),
    'leads-to': field(
      z.union([entries(z.string(), text(), 'constructs, each with how'), names('constructs')], {
        error: 'constructs, each with how this one leads there',
      }),
      'The constructs that this one leads to, and how, in words: the arrows of the conceptual framework.',
      { 'use-of-self': 'sharing builds reciprocity' },
    ),
    note: field(text(), "The reviewers' own thoughts about the construct. Not data."),
  },
  'a label, or fields such as label: and order:',
  'construct {}',
);

const step = fields(
  {
    says: required(text(), 'One sentence of the line of argument.'),
    'rests-on': field(names('constructs'), 'The constructs that the sentence rests on.', ['reframing-identity']),
    answers: field(names('findings'), 'The findings, challenges among them, that the sentence takes up.', [
      'isolation',
    ]),
  },
  'a sentence, or says: and rests-on:',
  'sentence {} of the argument',
);

/** The codebook: themes (second order), constructs (third order) and the line of argument. */
export const codebook = fields(
  {
    themes: field(
      entries(
        id(),
        z.union([text(), theme], { error: 'a label, or fields such as label: and construct:' }),
        'themes by name',
      ),
      'The themes: ideas of the study authors (second order). Merged themes are the translation of the reviewers.',
    ),
    constructs: field(
      entries(
        id(),
        z.union([text(), construct], { error: 'a label, or fields such as label: and order:' }),
        'constructs by name',
      ),
      'The constructs: ideas of the reviewers (third order), which bring the themes together.',
    ),
    argument: field(
      z.array(z.union([text(), step], { error: 'a sentence, or says: and rests-on:' }), {
        error: 'a list of sentences',
      }),
      'The line of argument, sentence by sentence.',
    ),
  },
  'themes:, constructs: and argument:',
  'the codebook',
);
