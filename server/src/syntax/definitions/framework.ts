import * as z from 'zod';
import { entries, field, fields, required, text, wholeBetween, yesOrNo } from './common.js';

const axis = (which: string) =>
  field(
    z.union(
      [
        text(),
        fields(
          {
            construct: field(
              text('the name of a construct'),
              'The construct that the axis is, where it is one.',
              'use-of-self',
            ),
            label: field(text(), 'What stands beside the axis. Default: the label of its construct.'),
            from: field(text(), 'What stands at its beginning.'),
            to: field(text(), 'What stands at its end.', 'more reciprocity'),
            'both-ways': field(yesOrNo(), 'Whether people move along it in both ways: it then has two heads.', true),
          },
          'construct: or label:, and from: and to:',
        ),
      ],
      { error: 'a label, or fields such as construct: and to:' },
    ),
    `The axis that goes ${which}: a label, or a construct with what stands at its ends.`,
  );

const percent = (which: string) => required(wholeBetween(0, 100), `How far ${which}, in per cent of the axis.`, 75);

/** How the conceptual framework is drawn. */
export const framework = fields(
  {
    axes: field(
      fields({ x: axis('to the right'), y: axis('up') }, 'x: and y:'),
      'Two axes, for a framework that is a plane. Without them it is a network of constructs and arrows.',
    ),
    says: field(text(), 'What stands in the plane, with a way to and fro through it.'),
    themes: field(yesOrNo(), 'Whether the themes of a construct stand in its box. Default: no.', true),
    places: field(
      entries(
        z.string(),
        fields({ x: percent('to the right'), y: percent('up') }, 'x: and y:, each from 0 to 100', 'place {}'),
        'constructs, each with its place',
      ),
      'Where constructs stand in the plane.',
      { 'use-of-self': { x: 75, y: 20 } },
    ),
  },
  'fields such as axes: and themes:',
);
