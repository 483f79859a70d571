import * as l10n from '@vscode/l10n';
import type { BlockContent } from 'mdast';
import type { PlacedSection, Review, Site } from '../review/model.js';
import {
  type Coverage,
  coverageOf,
  type IsReport,
  type ItemPlace,
  type ItemState,
  type JudgedItem,
  likelySection,
  partlyTold,
} from '../review/reporting.js';
import type { Chunk } from '../syntax/facts.js';
import type { Grid, ReportKind } from './report-kind.js';
import { sectionNumbers } from './section-numbers.js';
import { captioned, heading, paragraph, type Report, report, table } from './tree.js';

/** The filled checklists of a review as data. */
export interface Checklists {
  readonly title: string;
  readonly standards: readonly {
    readonly standard: string;
    readonly name: string;
    readonly total: number;
    readonly present: number;
    readonly derivable: number;
    readonly missing: number;
    readonly source: string;
    readonly link: string;
  }[];
  readonly items: readonly ChecklistRow[];
}

export interface ChecklistRow {
  readonly standard: string;
  readonly number: string;
  readonly label: string;
  readonly asks: string;
  readonly state: ItemState;
  /** Lines count from 1, as editors show them. */
  readonly places: readonly {
    readonly file: string;
    readonly line: number;
    /** The heading with its number; of a field its name, of a block that of its report. */
    readonly section: string | null;
    readonly by: ItemPlace['by'];
  }[];
  /** The report whose block would show it. */
  readonly shownBy: string | null;
  /** A section whose heading looks as if it told it. */
  readonly perhaps: string | null;
}

/** @param isReport whether there is a report of a name, since only what is there can be offered */
export function checklistKind(isReport: IsReport): ReportKind {
  return {
    name: 'checklist',
    command: 'checklist',
    summary: 'the filled checklists of reporting standards',
    title: review => review.settings.title?.value ?? l10n.t('Reporting checklists'),
    make: (review, depth, alone = false) => checklistReport(review, depth, alone, isReport),
    data: review => checklists(review, isReport),
    grid: review => checklistGrid(review, isReport),
  };
}

/** What is reported where, item by item. */
export function checklists(review: Review, isReport: IsReport): Checklists {
  const coverage = coverageOf(review, isReport);
  const places = new Places(review);
  const count = ({ items }: Coverage, state: ItemState): number => items.filter(each => each.state === state).length;
  return {
    title: review.settings.title?.value ?? '',
    standards: coverage.map(each => ({
      standard: each.standard.id,
      name: each.standard.name,
      total: each.items.length,
      present: each.present,
      derivable: count(each, 'derivable'),
      missing: count(each, 'missing'),
      source: each.standard.source,
      link: each.standard.link,
    })),
    items: coverage.flatMap(({ items }) =>
      items.map(judged => ({
        standard: judged.standard.id,
        number: judged.item.number,
        label: judged.item.label,
        asks: judged.item.asks,
        state: judged.state,
        places: judged.places.map(({ site, by, name }) => ({
          file: site.file.path,
          line: site.chunk.line + site.at.line + 1,
          section: by === 'field' ? (name ?? null) : (places.heading(site) ?? null),
          by,
        })),
        shownBy: judged.item.shownBy !== undefined && isReport(judged.item.shownBy) ? judged.item.shownBy : null,
        perhaps: judged.state === 'present' ? null : (places.likely(judged) ?? null),
      })),
    ),
  };
}

/** *ENTREQ: 17 of 21 items are reported.* */
export function coverageWords({ standard, items, present }: Coverage): string {
  return l10n.t('{0}: {1} of {2} items are reported', standard.name, present, items.length);
}

function checklistReport(review: Review, depth: number, alone: boolean, isReport: IsReport): Report {
  const places = new Places(review);
  const parts = coverageOf(review, isReport).flatMap((coverage): BlockContent[] => {
    const { standard, items } = coverage;
    const rows = items.map(each => [
      each.item.number,
      `${each.item.label}. ${each.item.asks}`,
      stateWords(each.state),
      whereWords(review, each, places, alone, isReport),
    ]);
    const header = [l10n.t('Item'), l10n.t('What is asked'), l10n.t('State'), l10n.t('Where')];
    const notes = [
      ...(standard.covers === undefined ? [] : [paragraph(standard.covers)]),
      paragraph(
        l10n.t('{0} in words of our own, after {1}; {2}.', standard.name, standard.source, doiOf(standard.link)),
      ),
    ];
    return [
      heading(alone ? depth + 1 : depth, standard.name),
      captioned(`${coverageWords(coverage)}.`, table(header, rows), { notes, wide: true }),
    ];
  });
  return report([...(alone ? [heading(depth, l10n.t('Reporting checklists'))] : []), ...parts]);
}

function checklistGrid(review: Review, isReport: IsReport): Grid {
  const places = new Places(review);
  return {
    header: [
      ...[l10n.t('Standard'), l10n.t('Item'), l10n.t('Label'), l10n.t('What is asked'), l10n.t('State')],
      l10n.t('Where'),
    ],
    rows: coverageOf(review, isReport).flatMap(({ standard, items }) =>
      items.map(each => [
        ...[standard.name, each.item.number, each.item.label, each.item.asks, stateWords(each.state)],
        whereWords(review, each, places, true, isReport),
      ]),
    ),
  };
}

/** An address as papers print it, which is a text in every format. */
function doiOf(link: string): string {
  return link.replace(/^https:\/\/doi\.org\//, 'doi ');
}

/** A state as it is printed. */
export function stateWords(state: ItemState): string {
  switch (state) {
    case 'present':
      return l10n.t('reported');
    case 'derivable':
      return l10n.t('can be generated');
    case 'missing':
      return l10n.t('not reported yet');
  }
}

/**
 * Where an item is reported, or what may help. Inside of the manuscript no lines are told: each would be another one as soon as
 * somebody writes above it.
 */
function whereWords(review: Review, judged: JudgedItem, places: Places, alone: boolean, isReport: IsReport): string {
  const { item, state } = judged;
  if (state === 'present') {
    return [...new Set(judged.places.map(place => places.words(place, alone)))].join('; ');
  }
  const hints: string[] = [];
  const { shownBy } = item;
  if (state === 'derivable' && shownBy !== undefined && isReport(shownBy)) {
    hints.push(l10n.t('The block "{0}" would show it.', shownBy));
  }
  const partly = partlyTold(review, item);
  if (partly.length > 0) hints.push(l10n.t('metasynth.yaml tells a part of it ({0}).', partly.join(', ')));
  const likely = places.likely(judged);
  if (likely !== undefined) {
    const says = `${judged.standard.id} ${item.number}`;
    hints.push(l10n.t('Perhaps in "{0}": if so, say "reports: {1}" there in a comment.', likely, says));
  }
  return hints.join(' ');
}

/** Names the places of a review, with the sections of the manuscript counted once. */
class Places {
  private readonly numbers: ReadonlyMap<Chunk, string>;
  private readonly sections = new Map<string, PlacedSection[]>();

  constructor(private readonly review: Review) {
    this.numbers = sectionNumbers(review);
    for (const section of review.sections) {
      const { path } = section.file;
      const known = this.sections.get(path);
      if (known) known.push(section);
      else this.sections.set(path, [section]);
    }
  }

  words({ site, by, name }: ItemPlace, withLine: boolean): string {
    const { path } = site.file;
    const line = site.chunk.line + site.at.line + 1;
    const what = by === 'field' ? l10n.t('{0}, {1}', path, `${name}:`) : (this.heading(site) ?? path);
    if (!withLine) return what;
    return by === 'field' || what === path
      ? l10n.t('{0} (line {1})', what, line)
      : l10n.t('{0} ({1}, line {2})', what, path, line);
  }

  /** The heading that a place stands under, with its number; undefined before the first. */
  heading({ file, chunk, at }: Site): string | undefined {
    const line = chunk.line + at.line;
    const section = this.sections.get(file.path)?.findLast(each => each.chunk.line <= line);
    return section && section.facts.level > 0 ? this.title(section) : undefined;
  }

  /** The section that looks as if it reported an item. */
  likely({ item }: JudgedItem): string | undefined {
    const section = likelySection(this.review, item);
    return section && this.title(section);
  }

  private title({ chunk, facts }: PlacedSection): string {
    const number = this.numbers.get(chunk);
    return number === undefined ? facts.title : `${number} ${facts.title}`;
  }
}
