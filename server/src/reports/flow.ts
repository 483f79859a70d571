import * as l10n from '@vscode/l10n';
import { drawFlow, type FlowBoxDrawn, type FlowDiagram, type FlowNumber, type FlowRow } from '../figures/flow.js';
import type { Review } from '../review/model.js';
import type { FlowBox } from '../syntax/facts.js';
import { flowGrid } from './flow-prisma-csv.js';
import type { ReportKind } from './report-kind.js';
import { captioned, type Figure, figure, paragraph, report } from './tree.js';

export const flowKind: ReportKind = {
  name: 'flow',
  command: 'flow',
  summary: 'the flow diagram of PRISMA 2020',
  title: review => review.settings.title?.value ?? l10n.t('Flow of records'),
  make: review => {
    const diagram = flowDiagram(review);
    const untold = numbersOf(diagram).some(({ n, parts }) => n === null || parts.some(part => part.n === null));
    const notes = [
      ...(review.flow?.mergedArms
        ? [l10n.t('Records from databases and from other methods are counted together from screening on.')]
        : []),
      ...(untold ? [l10n.t('A number that the review does not give is shown as not reported.')] : []),
    ];
    return report([
      captioned(l10n.t('Flow of records through the review (PRISMA 2020)'), flowFigure(review), {
        notes: notes.map(words => paragraph(words)),
      }),
    ]);
  },
  data: review => {
    const diagram = flowDiagram(review);
    return {
      title: flowKind.title(review),
      mergedArms: review.flow?.mergedArms ?? false,
      boxes: numbersOf(diagram).map(({ key, label, n, parts }) => ({
        key,
        label,
        n,
        ...(parts.length > 0 && { parts }),
      })),
    };
  },
  grid: review => flowGrid(review.flow),
  figures: review => [flowFigure(review)],
};

function flowFigure(review: Review): Figure {
  return figure('flow', l10n.t('Flow diagram of PRISMA 2020'), drawFlow(flowDiagram(review)));
}

function numbersOf({ rows }: FlowDiagram): FlowNumber[] {
  return rows.flatMap(({ boxes }) => boxes.flatMap(({ numbers }) => numbers));
}

/**
 * The boxes of the diagram that the review needs, by what `flow:` tells. A box that belongs there is there, and says "not
 * reported" where its number is not told. Sources and ways of leaving that many reviews have no use for are left out where
 * `flow:` does not name them, as they are when its sums are checked.
 */
export function flowDiagram(review: Review): FlowDiagram {
  const boxes = new Map((review.flow?.boxes ?? []).map(box => [box.name, box]));
  const has = (...keys: readonly string[]): boolean => keys.some(key => boxes.has(key));
  const merged = review.flow?.mergedArms ?? false;
  const updated = has('previous-studies', 'previous-reports', 'total-studies', 'total-reports');
  const other = has(...otherKeys);
  const number = (key: string, label: string, partsKey?: string): FlowNumber => {
    const box = boxes.get(key);
    const parts = (partsKey === undefined ? box?.parts : boxes.get(partsKey)?.parts) ?? [];
    return {
      key,
      label,
      n: box?.value ?? null,
      parts: parts.map(({ name, value }) => ({ label: name, n: value ?? null })),
    };
  };
  const where = (numbers: readonly FlowNumber[], always: string): FlowNumber[] =>
    numbers.filter(({ key, parts }) => key === always || parts.length > 0 || boxes.has(key));
  const one = (column: FlowBoxDrawn['column'], key: string, label: string): FlowBoxDrawn => ({
    column,
    title: '',
    numbers: [number(key, label)],
  });

  const removed = where(
    [
      number('duplicates', l10n.t('Duplicate records')),
      number('excluded-automatic', l10n.t('Records marked as ineligible by automation tools')),
      number('excluded-other', l10n.t('Records removed for other reasons')),
    ],
    'duplicates',
  );
  const identified: FlowBoxDrawn[] = [
    ...(updated
      ? [
          {
            column: 'previous' as const,
            title: '',
            numbers: [
              number('previous-studies', l10n.t('Studies included in previous version of review')),
              number('previous-reports', l10n.t('Reports of studies included in previous version of review')),
            ],
          },
        ]
      : []),
    {
      column: 'main',
      title: l10n.t('Records identified from'),
      numbers: where(
        [
          number('database-results', l10n.t('Databases'), 'database-specific-results'),
          number('register-results', l10n.t('Registers'), 'register-specific-results'),
        ],
        'database-results',
      ),
    },
    { column: 'side', title: l10n.t('Records removed before screening'), numbers: removed },
    ...(other
      ? [{ column: 'other' as const, title: l10n.t('Records identified from'), numbers: otherSources(number, has) }]
      : []),
  ];
  const arm = merged
    ? {
        sought: 'reports-sought',
        lost: 'reports-not-retrieved',
        assessed: 'reports-assessed',
        excluded: 'reports-excluded',
      }
    : {
        sought: 'dbr-sought-reports',
        lost: 'dbr-notretrieved-reports',
        assessed: 'dbr-assessed',
        excluded: 'dbr-excluded',
      };
  const words = {
    sought: l10n.t('Reports sought for retrieval'),
    lost: l10n.t('Reports not retrieved'),
    assessed: l10n.t('Reports assessed for eligibility'),
    excluded: l10n.t('Reports excluded'),
  };
  const own = other && !merged;
  const rows: FlowRow[] = [
    { phase: 'identification', boxes: identified },
    ...(has('databases-after-duplicates')
      ? [
          {
            phase: 'identification' as const,
            boxes: [
              one('main', 'databases-after-duplicates', l10n.t('Records from databases after duplicates were removed')),
            ],
          },
        ]
      : []),
    {
      phase: 'screening',
      boxes: [
        one('main', 'records-screened', l10n.t('Records screened')),
        one('side', 'records-excluded', l10n.t('Records excluded')),
      ],
    },
    {
      phase: 'screening',
      boxes: [
        one('main', arm.sought, words.sought),
        one('side', arm.lost, words.lost),
        ...(own
          ? [
              one('other', 'other-sought-reports', words.sought),
              one('other-side', 'other-notretrieved-reports', words.lost),
            ]
          : []),
      ],
    },
    {
      phase: 'screening',
      boxes: [
        one('main', arm.assessed, words.assessed),
        one('side', arm.excluded, words.excluded),
        ...(own
          ? [one('other', 'other-assessed', words.assessed), one('other-side', 'other-excluded', words.excluded)]
          : []),
      ],
    },
    ...extraRow(boxes.get('extra')),
    {
      phase: 'included',
      boxes: [
        {
          column: 'main',
          title: '',
          numbers: [
            number(
              'new-studies',
              updated ? l10n.t('New studies included in review') : l10n.t('Studies included in review'),
            ),
            number(
              'new-reports',
              updated ? l10n.t('Reports of new included studies') : l10n.t('Reports of included studies'),
            ),
          ],
        },
      ],
    },
    ...(updated
      ? [
          {
            phase: 'included' as const,
            boxes: [
              {
                column: 'main' as const,
                title: '',
                numbers: [
                  number('total-studies', l10n.t('Total studies included in review')),
                  number('total-reports', l10n.t('Reports of total included studies')),
                ],
              },
            ],
          },
        ]
      : []),
  ];
  return {
    title: l10n.t('Flow diagram of PRISMA 2020'),
    rows,
    heads: [
      ...(updated ? [{ column: 'previous' as const, label: l10n.t('Previous studies') }] : []),
      {
        column: 'main',
        label: updated
          ? l10n.t('Identification of new studies via databases and registers')
          : l10n.t('Identification of studies via databases and registers'),
      },
      ...(other
        ? [
            {
              column: 'other' as const,
              label: updated
                ? l10n.t('Identification of new studies via other methods')
                : l10n.t('Identification of studies via other methods'),
            },
          ]
        : []),
    ],
  };
}

const otherKeys = [
  'website-results',
  'organisation-results',
  'citations-results',
  'other-sought-reports',
  'other-notretrieved-reports',
  'other-assessed',
  'other-excluded',
];

/** The sources of the other arm that `flow:` names; where it names none, all three of them, since there are some. */
function otherSources(
  number: (key: string, label: string) => FlowNumber,
  has: (...keys: readonly string[]) => boolean,
): FlowNumber[] {
  const all = [
    number('website-results', l10n.t('Websites')),
    number('organisation-results', l10n.t('Organisations')),
    number('citations-results', l10n.t('Citation searching')),
  ];
  const told = all.filter(({ key }) => has(key));
  return told.length > 0 ? told : all;
}

/** Boxes of the review's own leave the flow between full texts and included studies. */
function extraRow(extra: FlowBox | undefined): FlowRow[] {
  if (!extra) return [];
  const numbers =
    extra.parts.length > 0
      ? extra.parts.map(({ name, value }) => ({ key: `extra.${name}`, label: name, n: value ?? null, parts: [] }))
      : [{ key: 'extra', label: l10n.t('Other reports'), n: extra.value ?? null, parts: [] }];
  return [{ phase: 'screening', boxes: [{ column: 'side', title: '', numbers }] }];
}
