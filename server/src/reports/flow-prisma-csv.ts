import type { Flow, FlowBox } from '../syntax/facts.js';
import type { Grid } from './report-kind.js';

/**
 * The rows of the data file of the R package PRISMA2020 (Haddaway and others 2022, Campbell Systematic Reviews 18:e1230), so
 * that its users can draw the diagram there: `node` and `box` say where it puts them, `NA` is how R writes what is not known.
 * The package reads a row by the text in `data`, or in `box` for headings.
 */
interface Row {
  /** Ours; the package has underscores for hyphens. Left out for a heading. */
  readonly key?: string;
  /** The box that holds the number where both arms are counted together. */
  readonly merged?: string;
  readonly node: string;
  readonly box: string;
  /** What is printed in the box, as PRISMA 2020 words it. */
  readonly text: string;
  /** Told by source or by reason. */
  readonly parts?: true;
}

const rows: readonly Row[] = [
  { node: 'node4', box: 'prevstud', text: 'Previous studies' },
  { key: 'previous-studies', node: 'node5', box: 'box1', text: 'Studies included in previous version of review' },
  {
    key: 'previous-reports',
    node: 'NA',
    box: 'box1',
    text: 'Reports of studies included in previous version of review',
  },
  { node: 'node6', box: 'newstud', text: 'Identification of new studies via databases and registers' },
  { key: 'database-results', node: 'node7', box: 'box2', text: 'Databases' },
  { key: 'database-specific-results', node: 'NA', box: 'box2', text: 'Databases', parts: true },
  { key: 'register-results', node: 'NA', box: 'box2', text: 'Registers' },
  { key: 'register-specific-results', node: 'NA', box: 'box2', text: 'Registers', parts: true },
  { node: 'node16', box: 'othstud', text: 'Identification of new studies via other methods' },
  { key: 'website-results', node: 'node17', box: 'box11', text: 'Websites' },
  { key: 'organisation-results', node: 'NA', box: 'box11', text: 'Organisations' },
  { key: 'citations-results', node: 'NA', box: 'box11', text: 'Citation searching' },
  { key: 'duplicates', node: 'node8', box: 'box3', text: 'Duplicate records' },
  { key: 'excluded-automatic', node: 'NA', box: 'box3', text: 'Records marked as ineligible by automation tools' },
  { key: 'excluded-other', node: 'NA', box: 'box3', text: 'Records removed for other reasons' },
  { key: 'records-screened', node: 'node9', box: 'box4', text: 'Records screened' },
  { key: 'records-excluded', node: 'node10', box: 'box5', text: 'Records excluded' },
  {
    key: 'dbr-sought-reports',
    merged: 'reports-sought',
    node: 'node11',
    box: 'box6',
    text: 'Reports sought for retrieval',
  },
  {
    key: 'dbr-notretrieved-reports',
    merged: 'reports-not-retrieved',
    node: 'node12',
    box: 'box7',
    text: 'Reports not retrieved',
  },
  { key: 'other-sought-reports', node: 'node18', box: 'box12', text: 'Reports sought for retrieval' },
  { key: 'other-notretrieved-reports', node: 'node19', box: 'box13', text: 'Reports not retrieved' },
  {
    key: 'dbr-assessed',
    merged: 'reports-assessed',
    node: 'node13',
    box: 'box8',
    text: 'Reports assessed for eligibility',
  },
  {
    key: 'dbr-excluded',
    merged: 'reports-excluded',
    node: 'node14',
    box: 'box9',
    text: 'Reports excluded',
    parts: true,
  },
  { key: 'other-assessed', node: 'node20', box: 'box14', text: 'Reports assessed for eligibility' },
  { key: 'other-excluded', node: 'node21', box: 'box15', text: 'Reports excluded', parts: true },
  { key: 'new-studies', node: 'node15', box: 'box10', text: 'New studies included in review' },
  { key: 'new-reports', node: 'NA', box: 'box10', text: 'Reports of new included studies' },
  { key: 'total-studies', node: 'node22', box: 'box16', text: 'Total studies included in review' },
  { key: 'total-reports', node: 'NA', box: 'box16', text: 'Reports of total included studies' },
  { node: 'node1', box: 'identification', text: 'Identification' },
  { node: 'node2', box: 'screening', text: 'Screening' },
  { node: 'node3', box: 'included', text: 'Included' },
];

const unknown = 'NA';

/** Rows that the package does not ask for: they stand there where they are told. */
const optional = ['database-specific-results', 'register-specific-results'];

/** The flow as that data file. Where both arms are counted together, the numbers stand in the arm of the databases. */
export function flowGrid(flow: Flow | undefined): Grid {
  const boxes = new Map((flow?.boxes ?? []).map(box => [box.name, box]));
  return {
    header: ['data', 'node', 'box', 'description', 'boxtext', 'tooltips', 'url', 'n'],
    rows: rows.flatMap(({ key, merged, node, box, text, parts }) => {
      const told = key === undefined ? undefined : boxes.get(flow?.mergedArms && merged ? merged : key);
      if (key !== undefined && optional.includes(key) && !told?.parts.length) return [];
      const name = key === undefined ? unknown : key.replace(/-/g, '_');
      const arm = /^(?:dbr|records)-/.test(key ?? '')
        ? ' (databases and registers)'
        : /^other-/.test(key ?? '')
          ? ' (other methods)'
          : '';
      const description = key === undefined ? `Heading: ${text}` : `${text}${arm}`;
      const n = key === undefined ? 0 : parts ? reasons(told) : (told?.value ?? unknown);
      return [[name, node, box, description, text, text, unknown, n]];
    }),
  };
}

/** `Reason, 3; Another, 1`. The package reads no number without a reason. */
function reasons(box: FlowBox | undefined): string {
  if (!box || (box.parts.length === 0 && box.value === undefined)) return unknown;
  const parts = box.parts.length > 0 ? box.parts : [{ name: 'reason not reported', value: box.value }];
  return parts.map(({ name, value }) => `${listed(name)}, ${value ?? unknown}`).join('; ');
}

/** The package parts reasons at semicolons, and a reason from its number at the comma. */
function listed(words: string): string {
  return words.replace(/[,;]\s*/g, ' ').trim();
}
