import * as l10n from '@vscode/l10n';
import { findingsWords, qualityWords } from '../reports/outline.js';
import { synthesisRow } from '../reports/synthesis-table.js';
import { judgedOf } from '../review/confidence.js';
import type { BibliographyWork, Construct, PlacedSection, Review, Study, Theme } from '../review/model.js';
import { divisionsOf, qualityOf, thinOf, valuesOf } from '../review/support.js';
import { locate } from '../rules/judge.js';
import type { Place } from '../text/span.js';
import { foldId } from '../text/words.js';
import { constructHeadingAt, covers, type Position, useAt } from './at.js';
import { judgementLines } from './hover-judgement.js';
import { numberHover } from './hover-number.js';
import { reportingHover } from './hover-reporting.js';
import { type Hover, type Links, link, escapeMarkdown as md } from './markup.js';

export type { Hover } from './markup.js';

/** At most this many studies are named one by one. */
const mostStudies = 40;
/** At most this many are named in a sentence. */
const mostNamed = 8;

/** Sums up what stands at a position: a construct, a theme, a study, a work, a question of the checklist. */
export function hover(review: Review, path: string, position: Position, links: Links): Hover | undefined {
  const found = useAt(review, path, position);
  if (found) {
    const markdown = describe(review, found.use.kind, found.use.id, links);
    // A study without a key of its own is named by its whole first line; that is too much to hover.
    if (markdown !== undefined && !isWholeLine(found.use.kind, found.use.role, review, path, position)) {
      return { markdown, range: locate(found).range };
    }
  }
  const heading = constructHeadingAt(review, path, position);
  if (heading?.construct) {
    const range = locate({ file: heading.file, chunk: heading.chunk, at: heading.facts.at }).range;
    return { markdown: constructHover(heading.construct, review, links), range };
  }
  return (
    totalHover(review, path, position, links) ??
    numberHover(review, path, position, links) ??
    reportingHover(review, path, position, links)
  );
}

function isWholeLine(kind: string, role: string, review: Review, path: string, position: Position): boolean {
  if (kind !== 'study' || role !== 'defines') return false;
  const facts = review.files.get(path)?.chunks[0]?.facts;
  return facts?.kind === 'study' && samePlace(facts.keyAt, facts.head) && position.character > 0;
}

function samePlace(a: Place, b: Place): boolean {
  return a.line === b.line && a.character === b.character && a.endCharacter === b.endCharacter;
}

function describe(review: Review, kind: string, id: string, links: Links): string | undefined {
  switch (kind) {
    case 'theme': {
      const theme = review.themeById.get(id) ?? review.themeAliases.get(id);
      return theme && themeHover(theme, review, links);
    }
    case 'construct': {
      const construct = review.constructById.get(id) ?? review.constructAliases.get(id);
      return construct && constructHover(construct, review, links);
    }
    case 'study':
    case 'work': {
      const study = review.studyById.get(id);
      if (study) return studyHover(study, review, links);
      const work = review.works.get(id);
      return work && workHover(work, review, links);
    }
    case 'item':
      return itemHover(review, id);
    case 'finding':
      return findingHover(review, id);
    default:
      return undefined;
  }
}

function constructHover(construct: Construct, review: Review, links: Links): string {
  const total = review.studies.length;
  const place = review.constructs.indexOf(construct) + 1;
  const lines = [
    `**${md(construct.label)}** · ${l10n.t('construct {0} of {1}', place, review.constructs.length)} ${l10n.t('(third order)')}`,
    definition(construct.facts.definition?.value),
    support(construct.cited, total, l10n.t('cited under it')),
    support(construct.carrying, total, l10n.t('carry its themes')),
    divisions(construct, review),
    fields(construct, review),
    thin(construct, review),
    leadsTo(construct, review),
    studyList(construct.cited.length > 0 ? construct.cited : construct.carrying, review, links),
    where(links, [
      [l10n.t('Open in codebook'), construct],
      ...construct.headings
        .slice(0, 1)
        .map(site => [l10n.t('Go to section'), { ...site, facts: { at: site.at } }] as const),
    ]),
  ];
  return lines.filter(line => line !== '').join('\n\n');
}

function themeHover(theme: Theme, review: Review, links: Links): string {
  const lines = [
    `**${md(theme.label)}** · ${l10n.t('theme (second order)')}`,
    definition(theme.facts.definition?.value),
    support(theme.studies, review.studies.length, l10n.t('carry it')),
    theme.constructs.length > 0
      ? l10n.t('Belongs to {0}', theme.constructs.map(construct => `*${md(construct.label)}*`).join(', '))
      : l10n.t('Mapped to no construct yet'),
    theme.studies.length === 1 ? l10n.t('Thin: it rests on one study.') : '',
    wordings(theme, review),
    theme.facts.aliases.length > 0
      ? l10n.t('Formerly {0}', theme.facts.aliases.map(alias => md(alias.value)).join(', '))
      : '',
    studyList(theme.studies, review, links),
    where(links, [[l10n.t('Open in codebook'), theme]]),
  ];
  return lines.filter(line => line !== '').join('\n\n');
}

function definition(words: string | undefined): string {
  return words === undefined ? `*${l10n.t('No definition yet')}*` : md(words);
}

function support(studies: readonly Study[], total: number, verb: string): string {
  const quality = qualityOf(studies);
  const words = l10n.t('{0} of {1} studies {2}', studies.length, total, verb);
  return quality && studies.length > 0 ? `${words} · ${qualityWords(quality)}` : words;
}

function studiesWords(count: number): string {
  return count === 1 ? l10n.t('1 study') : l10n.t('{0} studies', count);
}

function divisions(construct: Construct, review: Review): string {
  const rows = divisionsOf(construct, review)
    .filter(division => division.aspect !== undefined || division.findings.length > 0)
    .map(({ label, findings, studies }) => {
      const name = label === '' ? l10n.t('Other findings') : label;
      return `- ${md(name)}: ${findingsWords(findings.length)}, ${studiesWords(studies.length)}`;
    });
  return rows.join('\n');
}

/** The first declared characteristic that names a field of health, a country or the like, counted. */
function fields(construct: Construct, review: Review): string {
  const column =
    review.settings.characteristics.find(each => each.required && each.name !== 'country') ??
    review.settings.characteristics[0];
  if (!column) return '';
  const values = valuesOf(construct.cited.length > 0 ? construct.cited : construct.carrying, column.name);
  if (values.length < 2) return '';
  const shown = values.slice(0, 6).map(({ value, count }) => `${md(value)} ${count}`);
  return `${md(columnWords(column))}: ${shown.join(' · ')}${values.length > shown.length ? ' · …' : ''}`;
}

function columnWords({ label, name }: { readonly label?: string; readonly name: string }): string {
  return label ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function thin(construct: Construct, review: Review): string {
  const { singleStudy, unsupported, carryingNotCited } = thinOf(construct);
  const parts: string[] = [];
  if (singleStudy.length > 0)
    parts.push(
      singleStudy.length === 1
        ? l10n.t('1 finding rests on one study')
        : l10n.t('{0} findings rest on one study each', singleStudy.length),
    );
  if (unsupported.length > 0)
    parts.push(
      unsupported.length === 1
        ? l10n.t('1 finding rests on no included study')
        : l10n.t('{0} findings rest on no included study', unsupported.length),
    );
  const cited = new Set(construct.cited);
  const others = review.studies.length - cited.size;
  if (cited.size > 0 && others > 0 && others <= mostNamed)
    parts.push(l10n.t('not cited: {0}', names(review.studies.filter(study => !cited.has(study)))));
  else if (cited.size > 0 && carryingNotCited.length > 0) {
    parts.push(l10n.t('carry its themes but are not cited: {0}', names(carryingNotCited)));
  }
  return parts.length === 0 ? '' : l10n.t('Thin: {0}.', parts.join('; '));
}

function names(studies: readonly Study[]): string {
  const shown = studies.slice(0, mostNamed).map(study => md(study.name));
  return `${shown.join(', ')}${studies.length > shown.length ? ', …' : ''}`;
}

function leadsTo(construct: Construct, review: Review): string {
  return construct.facts.leadsTo
    .map(({ to, how }) => {
      const target = review.constructById.get(to.value.toLowerCase());
      return `${l10n.t('Leads to *{0}*', md(target?.label ?? to.value))}${how === '' ? '' : `: ${md(how)}`}`;
    })
    .join('\n\n');
}

/** The authors' own wordings behind a theme. */
function wordings(theme: Theme, review: Review): string {
  const rows = theme.studies.flatMap(study =>
    study.facts.themes
      .filter(
        each =>
          each.wording !== undefined && (review.themeById.get(each.id) ?? review.themeAliases.get(each.id)) === theme,
      )
      .map(each => `- ${md(study.name)}: “${md(each.wording ?? '')}”`),
  );
  return rows.slice(0, 10).join('\n');
}

/** Which studies, with their year, field and appraisal, as a table. */
function studyList(studies: readonly Study[], review: Review, links: Links): string {
  if (studies.length === 0) return '';
  const column =
    review.settings.characteristics.find(each => each.name === 'discipline') ?? review.settings.characteristics[0];
  const head = [l10n.t('Study'), l10n.t('Year'), ...(column ? [columnWords(column)] : []), l10n.t('Appraisal')];
  const listed = new Set(studies);
  const rows = firstOf(review.studies, listed, mostStudies).map(study => {
    const value = column && study.facts.fields.find(field => field.name === column.name)?.items[0]?.value;
    return [
      link(study.name, links.to(study.file.path, 0)),
      study.year === undefined ? '–' : String(study.year),
      ...(column ? [md(value ?? '–')] : []),
      appraisalWords(study),
    ];
  });
  const table = [head.map(md), head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');
  return listed.size > rows.length ? `${table}\n\n${l10n.t('and {0} more', listed.size - rows.length)}` : table;
}

/** The first few of all studies that are among the given ones. */
function firstOf(all: readonly Study[], wanted: ReadonlySet<Study>, most: number): Study[] {
  const found: Study[] = [];
  for (const study of all) {
    if (found.length === most) break;
    if (wanted.has(study)) found.push(study);
  }
  return found;
}

function appraisalWords(study: Study): string {
  const { total, raters, agreed } = study.appraisal;
  if (total !== undefined) return String(total);
  if (raters.length === 0) return '–';
  return l10n.t('{0} answers settled', agreed.size);
}

function studyHover(study: Study, review: Review, links: Links): string {
  const cells = synthesisRow(review, study).flatMap(({ name, label, cell }) =>
    name === 'study' ? [] : [`| ${md(label)} | ${md(cell)} |`],
  );
  const lines = [
    `**${md(study.name)}** · ${l10n.t('included study')}`,
    study.work?.facts.title ? `*${md(study.work.facts.title)}*` : '',
    ['|  |  |', '| --- | --- |', ...cells].join('\n'),
    l10n.t(
      'Findings in the study: {0} · cited in {1} findings of the synthesis',
      study.facts.findings.length,
      citedIn(study, review),
    ),
    where(links, [
      [l10n.t('Open study'), { file: study.file, chunk: study.chunk, facts: { at: study.facts.head } }],
      ...(study.work ? [[l10n.t('Open in bibliography'), study.work] as const] : []),
    ]),
  ];
  return lines.filter(line => line !== '').join('\n\n');
}

function citedIn(study: Study, review: Review): number {
  const sections = new Set<PlacedSection>();
  for (const key of [study.id, ...study.facts.reports.map(told => foldId(told.value))]) {
    for (const section of review.sectionsCiting(key)) sections.add(section);
  }
  return [...sections].flatMap(section => section.findings).filter(finding => finding.support.includes(study)).length;
}

function workHover(work: BibliographyWork, review: Review, links: Links): string {
  const lines = [
    `**${md(work.name)}** · ${review.background.has(work.id) ? l10n.t('background') : l10n.t('not an included study')}`,
    work.facts.title ? `*${md(work.facts.title)}*` : '',
    work.facts.doi ? `doi ${md(work.facts.doi)}` : '',
    where(links, [[l10n.t('Open in bibliography'), work]]),
  ];
  return lines.filter(line => line !== '').join('\n\n');
}

function itemHover(review: Review, id: string): string | undefined {
  const item = review.checklist?.items.find(each => String(each.number) === id.trim());
  if (!item || !review.checklist) return undefined;
  const answers = review.checklist.answers.map(answer => md(answer.label)).join(' · ');
  return [
    `**${item.number}. ${md(item.label)}** · ${md(review.checklist.title)}`,
    md(item.question),
    item.lookFor.map(point => `- ${md(point)}`).join('\n'),
    l10n.t('Answers: {0}', answers),
    link(l10n.t('The checklist'), review.checklist.link),
  ].join('\n\n');
}

/** A finding: its words, its studies, and how far it can be relied on where that was judged. */
function findingHover(review: Review, id: string): string | undefined {
  const judgement = review.judgements.find(each => each.facts.id === id);
  const told = judgement && judgedOf(judgement, review);
  const finding = told?.finding ?? review.findingByName.get(id);
  const text = told?.text || finding?.text;
  if (text === undefined || text === '') return undefined;
  const studies = told?.studies ?? finding?.support ?? [];
  const name = finding?.name ?? judgement?.facts.name ?? '';
  return [
    finding ? `**${md(name)}** · *${md(finding.construct.label)}*` : `**${md(name)}**`,
    md(text),
    l10n.t(
      '{0} of {1} studies: {2}',
      studies.length,
      review.studies.length,
      studies.map(each => md(each.name)).join(', '),
    ),
    ...(judgement ? judgementLines(judgement, review) : []),
  ].join('\n\n');
}

/** On a study's total: its row. */
function totalHover(review: Review, path: string, position: Position, links: Links): Hover | undefined {
  const file = review.files.get(path);
  const chunk = file?.chunks[0];
  if (!file || chunk?.facts.kind !== 'study' || !chunk.facts.total) return undefined;
  const study = review.studyById.get(foldId(chunk.facts.key));
  const site = { file, chunk, at: chunk.facts.total.at };
  if (study?.file !== file || !covers(site, position)) return undefined;
  return { markdown: studyHover(study, review, links), range: locate(site).range };
}

interface Target {
  readonly file: Study['file'];
  readonly chunk: Study['chunk'];
  readonly facts: { readonly at: Place };
}

function where(links: Links, places: readonly (readonly [string, Target])[]): string {
  return places
    .map(([words, { file, chunk, facts }]) =>
      link(words, links.to(file.path, locate({ file, chunk, at: facts.at }).range.line)),
    )
    .join(' · ');
}
