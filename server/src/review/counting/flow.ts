import type { Flow, FlowBox } from '../../syntax/facts.js';

/** A number that a box may have: an exact one, or anything from none on. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** One side of an equation between boxes. */
export interface Term {
  readonly sign: 1 | -1;
  readonly box: string;
  /** Undefined where it is not reported. */
  readonly value: number | undefined;
}

/** Boxes that cannot all be right. */
export interface Contradiction {
  readonly terms: readonly Term[];
  /** The box that should be what the terms make. */
  readonly box: string;
  readonly value: number;
  /** What the terms make: both bounds alike where every term is known. */
  readonly least: number;
  readonly most: number;
}

interface Equation {
  readonly plus: readonly string[];
  readonly minus?: readonly string[];
  readonly is: string;
  /** The box may be smaller than what the terms make: some went on in another way. */
  readonly atMost?: boolean;
}

/**
 * Boxes that many reviews have no use for: one that is left out counts as none. One that is said to be not reported may be
 * anything, and so may every other box that is left out.
 */
const usuallyNone: ReadonlySet<string> = new Set([
  'register-results',
  'website-results',
  'organisation-results',
  'citations-results',
  'excluded-automatic',
  'excluded-other',
  'other-assessed',
  'other-excluded',
]);

const otherSources = ['website-results', 'organisation-results', 'citations-results'];
const removed = ['excluded-automatic', 'excluded-other'];

/**
 * The identities of the PRISMA 2020 flow diagram (Page and others 2021, BMJ 372:n71), by its boxes. With merged arms, what was
 * found by other methods is screened together with what the databases gave.
 */
function equations(merged: boolean): readonly Equation[] {
  const [sought, lost, assessed, excluded] = merged
    ? ['reports-sought', 'reports-not-retrieved', 'reports-assessed', 'reports-excluded']
    : ['dbr-sought-reports', 'dbr-notretrieved-reports', 'dbr-assessed', 'dbr-excluded'];
  const screenedWith = merged ? otherSources : [];
  return [
    {
      plus: ['database-results', 'register-results', ...screenedWith],
      minus: ['duplicates', ...removed],
      is: 'records-screened',
    },
    { plus: ['databases-after-duplicates', ...screenedWith], minus: removed, is: 'records-screened' },
    { plus: ['database-results', 'register-results'], minus: ['duplicates'], is: 'databases-after-duplicates' },
    { plus: ['records-screened'], minus: ['records-excluded'], is: sought! },
    { plus: [sought!], minus: [lost!], is: assessed! },
    ...(merged
      ? [{ plus: [assessed!], minus: [excluded!], is: 'new-reports' }]
      : [
          { plus: ['other-sought-reports'], minus: ['other-notretrieved-reports'], is: 'other-assessed' },
          { plus: otherSources, is: 'other-sought-reports', atMost: true },
          { plus: [assessed!, 'other-assessed'], minus: [excluded!, 'other-excluded'], is: 'new-reports' },
        ]),
    // A study may have several reports, and each report is of one study.
    ...(merged
      ? [{ plus: [assessed!], minus: [excluded!], is: 'new-studies', atMost: true }]
      : [
          {
            plus: [assessed!, 'other-assessed'],
            minus: [excluded!, 'other-excluded'],
            is: 'new-studies',
            atMost: true,
          },
        ]),
    { plus: ['new-reports'], is: 'new-studies', atMost: true },
    { plus: ['previous-studies', 'new-studies'], is: 'total-studies' },
    { plus: ['previous-reports', 'new-reports'], is: 'total-reports' },
  ];
}

/** The parts of a box that stand in a box of their own. */
const specific = [
  ['database-specific-results', 'database-results'],
  ['register-specific-results', 'register-results'],
] as const;

/**
 * Every identity that the boxes contradict. An unknown box may be anything, so that an equation with one is contradicted only
 * where no number would make it true.
 */
export function contradictions(flow: Flow): Contradiction[] {
  const boxes = new Map(flow.boxes.map(box => [box.name, box]));
  const extra = boxes.get('extra')?.value ?? 0;
  const found = equations(flow.mergedArms).flatMap(equation => contradiction(equation, boxes, extra) ?? []);
  return [...found, ...specific.flatMap(([parts, whole]) => partsContradict(boxes, parts, whole) ?? [])];
}

function contradiction(
  { plus, minus = [], is, atMost = false }: Equation,
  boxes: ReadonlyMap<string, FlowBox>,
  extra: number,
): Contradiction | undefined {
  const box = boxes.get(is);
  if (box?.value === undefined) return undefined;
  const signed = [...plus.map(name => [1, name] as const), ...minus.map(name => [-1, name] as const)];
  const terms = signed.flatMap(([sign, name]): Term[] => {
    const found = boxes.get(name);
    return !found && usuallyNone.has(name) ? [] : [{ sign, box: name, value: found?.value }];
  });
  // With none of its boxes told an equation says nothing, whatever is left out.
  if (!terms.some(term => term.value !== undefined)) return undefined;
  let [least, most] = [0, 0];
  for (const { sign, value } of terms) {
    const { least: low, most: high }: Bounds =
      value === undefined ? { least: 0, most: Infinity } : { least: value, most: value };
    least += sign > 0 ? low : -high;
    most += sign > 0 ? high : -low;
  }
  // What left the flow in a way of its own may have left it here, or elsewhere.
  const low = atMost ? Number.NEGATIVE_INFINITY : least - extra;
  if (box.value >= low && box.value <= most) return undefined;
  return { terms, box: is, value: box.value, least: atMost ? Number.NEGATIVE_INFINITY : least, most };
}

/** Numbers by source that make something else than the number of all. */
function partsContradict(boxes: ReadonlyMap<string, FlowBox>, parts: string, whole: string): Contradiction | undefined {
  const [divided, total] = [boxes.get(parts), boxes.get(whole)];
  if (!divided || total?.value === undefined || divided.parts.length === 0) return undefined;
  const terms = divided.parts.map(({ name, value }): Term => ({ sign: 1, box: name, value }));
  const least = terms.reduce((sum, term) => sum + (term.value ?? 0), 0);
  const most = terms.every(term => term.value !== undefined) ? least : Number.POSITIVE_INFINITY;
  if (total.value >= least && total.value <= most) return undefined;
  return { terms, box: whole, value: total.value, least, most };
}
