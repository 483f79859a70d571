import * as z from 'zod';
import { choice, entries, field, fields, judgedBy, names, text, wholeBetween } from './common.js';

/** Levels of concern about a component of CERQual. */
export const concerns = ['none-or-very-minor', 'minor', 'moderate', 'serious'] as const;

/** Levels of confidence in a review finding. */
export const levels = ['high', 'moderate', 'low', 'very-low'] as const;

const because = field(text(), 'The reason, as a phrase that names the concern and the studies that it touches.');
const of = field(
  text(),
  'The fingerprint of what was judged, written by the software. When the finding or its studies change, it no longer fits.',
  'sha256-77901657-7215bada-229e359e',
);

const component = (description: string) =>
  field(
    z.union(
      [
        choice(concerns),
        fields(
          {
            concern: field(choice(concerns), 'How serious the concern is.', 'minor'),
            because,
          },
          'concern: and because:',
        ),
      ],
      { error: `${concerns.join(', ')}, or concern: and because:` },
    ),
    description,
  );

const levelError = 'level: and because:';

const judgement = fields(
  {
    finding: field(
      text('the finding as a full sentence'),
      'The finding as a full sentence with its context and direction, where the manuscript does not tell it under this name.',
    ),
    studies: field(names('studies'), 'The studies that contribute to the finding, where it is told here.', [
      'gillard2013',
    ]),
    'methodological-limitations': component(
      'Problems in how the contributing studies were designed or done, as they bear on this finding.',
    ),
    coherence: component('How well the finding fits the data of the studies, those that contradict it included.'),
    adequacy: component('How rich the data are, and how many.'),
    relevance: component("How well the contexts of the studies match the review's question."),
    confidence: field(
      z.union(
        [
          choice(levels),
          fields(
            {
              level: field(
                choice(levels),
                'The overall confidence. It is judged by people, and never calculated.',
                'moderate',
              ),
              because,
              ...judgedBy,
              of,
            },
            levelError,
          ),
        ],
        { error: `${levels.join(', ')}, or level: and because:` },
      ),
      'The overall judgement of CERQual: its level, the reasons, who judged it and when.',
    ),
    conqual: field(
      fields(
        {
          research: field(
            choice(['qualitative', 'text-and-opinion']),
            'The kind of research: qualitative starts at high, text and opinion at low. Default: qualitative.',
            'qualitative',
          ),
          dependability: field(wholeBetween(-2, 0), 'Levels down for dependability: 0, -1 or -2.', -1),
          credibility: field(
            wholeBetween(-4, 0),
            'Levels down for credibility: 0 (all findings unequivocal) to -4 (all unsupported).',
            -1,
          ),
          because,
          ...judgedBy,
          of,
        },
        'dependability: and credibility:',
      ),
      'The judgement of ConQual, for meta-aggregation. The level follows from the published table.',
    ),
    note: field(text(), 'Anything else about this judgement.'),
  },
  'fields such as coherence: and confidence:',
  'the judgement of {}',
);

/** `confidence.yaml`: how far each finding of the review can be relied on. */
export const confidence = entries(z.string(), judgement, 'findings by name, each with its judgement').meta({
  thing: 'the judgements of confidence',
});
