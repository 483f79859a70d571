import * as l10n from '@vscode/l10n';
import type { BlockContent } from 'mdast';
import { paragraph } from '../../reports/tree.js';
import type { Construct, Review } from '../../review/model.js';
import { foldLabel } from '../../text/words.js';
import { type ConstructDraft, constructHeading, Drafter, divisionHeading, fullSentence } from './construct-section.js';
import type { DraftHeading, DraftManuscript } from './headings.js';
import { headingBlocks, markers } from './parts.js';
import {
  type DraftPlace,
  flowHeading,
  headingOf,
  type PlacedHeading,
  placeBesideOthers,
  placeForResults,
  resultsHeading,
  studiesHeading,
} from './places.js';
import { missingTables } from './tables.js';

/** Blocks that go into a manuscript at a place. Those of one place go in as they are listed. */
export interface Addition {
  readonly file: DraftManuscript;
  readonly at: number;
  readonly blocks: readonly BlockContent[];
  /** What is added, for whoever asked: the label of a construct, the name of a report. */
  readonly adds: readonly string[];
}

/** The deepest heading that there is. */
const deepest = 6;

/** What the results of a review lack: tables, sections of constructs and the line of argument, each with its place. */
export function missingParts(files: readonly DraftManuscript[], review: Review): Addition[] {
  const drafter = new Drafter(review);
  const frame = frameOf(files, review);
  if (!frame) return [];
  const tables = tableAdditions(files, frame, review);
  const sections: Addition[] = [];
  const ends = new Map<Construct, DraftPlace>();
  for (const construct of review.constructs) {
    const there = headingOf(files, construct);
    if (there) {
      if (isEmpty(files, construct)) sections.push(...filling(drafter.draft(construct), there, review));
      continue;
    }
    const place = placeBesideOthers(construct, files, review) ?? frame.constructs;
    ends.set(construct, place);
    const blocks = [
      ...constructHeading(construct, place.depth, review),
      ...sectionBlocks(drafter.draft(construct), place.depth, review),
    ];
    sections.push({ file: place.file, at: place.at, blocks, adds: [construct.label] });
  }
  const argument = argumentAddition(files, ends, review);
  const parts = [...tables, ...sections, ...argument].filter(({ blocks }) => blocks.length > 0);
  return frame.opening && parts.length > 0 ? [frame.opening, ...parts] : parts;
}

/** Where the results are, or will be. */
interface Frame {
  /** The heading of the results, where the manuscript has neither that nor a construct. */
  readonly opening: Addition | undefined;
  /** Where constructs go when none of them has a section yet. */
  readonly constructs: DraftPlace;
  /** Where tables go, and the heading above them, where there has to be one. */
  readonly tables: { readonly file: DraftManuscript; readonly at: number; readonly blocks: readonly BlockContent[] };
}

function frameOf(files: readonly DraftManuscript[], review: Review): Frame | undefined {
  const results = resultsHeading(files);
  const studies = studiesHeading(files);
  const ownTables = (where: PlacedHeading) => ({ file: where.file, at: where.heading.ownEnd, blocks: [] });
  if (results) {
    const { file, heading } = results;
    return {
      opening: undefined,
      constructs: { file, at: heading.end, depth: Math.min(deepest, heading.level + 1) },
      tables: ownTables(studies ?? results),
    };
  }
  const [first] = review.constructs
    .flatMap(construct => headingOf(files, construct) ?? [])
    .sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.heading.start - b.heading.start);
  if (first) {
    const { file, heading } = first;
    const place = { file, at: heading.start };
    return {
      opening: undefined,
      constructs: { ...place, depth: heading.level },
      tables: studies
        ? ownTables(studies)
        : { ...place, blocks: headingBlocks(heading.level, l10n.t('Included studies')) },
    };
  }
  const place = placeForResults(files);
  if (!place) return undefined;
  const { file, at, depth } = place;
  return {
    opening: { file, at, blocks: headingBlocks(depth, l10n.t('Results')), adds: [] },
    constructs: { file, at, depth: Math.min(deepest, depth + 1) },
    tables: studies ? ownTables(studies) : { file, at, blocks: [] },
  };
}

function tableAdditions(files: readonly DraftManuscript[], frame: Frame, review: Review): Addition[] {
  const all = missingTables(files, review);
  // The diagram belongs to the words about it, where there are any.
  const flow = all.some(({ name }) => name === 'flow') ? flowHeading(files) : undefined;
  const missing = flow ? all.filter(({ name }) => name !== 'flow') : all;
  const diagram: Addition[] = flow
    ? [{ file: flow.file, at: flow.heading.ownEnd, blocks: markers('flow'), adds: ['flow'] }]
    : [];
  const beside = missing.flatMap(({ name, beside: at }): Addition[] =>
    at ? [{ file: at.file, at: at.after ? at.block.end : at.block.start, blocks: markers(name), adds: [name] }] : [],
  );
  const alone = missing.filter(({ beside: at }) => !at).map(({ name }) => name);
  const { file, at, blocks } = frame.tables;
  if (alone.length === 0) return [...diagram, ...beside];
  return [...diagram, { file, at, blocks: [...blocks, ...alone.flatMap(markers)], adds: alone }, ...beside];
}

/** Whether no section of a construct has anything in it. */
function isEmpty(files: readonly DraftManuscript[], construct: Construct): boolean {
  return files.every(({ headings }) =>
    headings.every(each => !each.namesConstruct || each.construct !== construct || each.empty),
  );
}

/** What stands in the section of a construct, below its heading. */
function sectionBlocks(draft: ConstructDraft, depth: number, review: Review): BlockContent[] {
  return [...draft.lead, ...draft.divisions.flatMap(division => divisionBlocks(draft, division, depth + 1, review))];
}

function divisionBlocks(
  { construct }: ConstructDraft,
  { aspect, title, blocks }: ConstructDraft['divisions'][number],
  depth: number,
  review: Review,
): BlockContent[] {
  // There is no heading below the deepest: what would stand there stands in the section itself.
  return depth > deepest ? [...blocks] : [...divisionHeading({ construct, aspect, title }, depth, review), ...blocks];
}

/** Fills a section that is there and empty; headings of divisions that its author has put there are used. */
function filling(draft: ConstructDraft, { file, heading }: PlacedHeading, review: Review): Addition[] {
  const inside = file.headings.filter(
    each => heading.start < each.start && each.start < heading.end && each.construct === draft.construct,
  );
  const { label } = draft.construct;
  const additions: Addition[] = [{ file, at: heading.ownEnd, blocks: draft.lead, adds: [label] }];
  // A division without a heading follows the one before it.
  let at = heading.ownEnd;
  for (const division of draft.divisions) {
    const own: DraftHeading | undefined = inside.find(({ aspect }) => aspect === division.aspect);
    if (own) {
      additions.push({ file, at: own.ownEnd, blocks: division.blocks, adds: [label] });
      at = own.end;
    } else {
      additions.push({ file, at, blocks: divisionBlocks(draft, division, heading.level + 1, review), adds: [label] });
    }
  }
  return additions;
}

/** The sentences of the line of argument, after the last construct, where the manuscript tells it nowhere. */
function argumentAddition(
  files: readonly DraftManuscript[],
  drafted: ReadonlyMap<Construct, DraftPlace>,
  review: Review,
): Addition[] {
  const title = l10n.t('Line of argument');
  const told = review.argument.map(({ facts }) => fullSentence(facts.says)).filter(says => says !== '');
  const isTold = files.some(({ headings }) =>
    headings.some(({ words }) => words.includes('line of argument') || words === foldLabel(title)),
  );
  if (told.length === 0 || isTold || review.generated.some(({ facts }) => facts.name === 'outline')) return [];
  const place = lastPlace(files, drafted, review);
  if (!place) return [];
  const { file, at, depth } = place;
  return [{ file, at, blocks: [...headingBlocks(depth, title), paragraph(told.join('\n'))], adds: [title] }];
}

/** Behind all sections of constructs, those that are there and those that come. */
function lastPlace(
  files: readonly DraftManuscript[],
  drafted: ReadonlyMap<Construct, DraftPlace>,
  review: Review,
): DraftPlace | undefined {
  const places = review.constructs.flatMap((construct): DraftPlace[] => {
    const there = headingOf(files, construct);
    if (there) return [{ file: there.file, at: there.heading.end, depth: there.heading.level }];
    const place = drafted.get(construct);
    return place ? [place] : [];
  });
  const file = places.at(-1)?.file;
  const here = places.filter(each => each.file === file);
  if (!file || here.length === 0) return undefined;
  const at = Math.max(...here.map(each => each.at));
  return { file, at, depth: Math.min(...here.map(({ depth }) => depth)) };
}
