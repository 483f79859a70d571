import * as l10n from '@vscode/l10n';
import type { BlockContent, PhrasingContent } from 'mdast';
import type { Construct, Finding, Review, Study } from '../review/model.js';
import { type Division, divisionsOf, neverCited, type Quality, qualityOf, thinOf } from '../review/support.js';
import { foldId, listWords } from '../text/words.js';
import type { ReportKind } from './report-kind.js';
import { bullets, type CitationGroup, emphasis, heading, paragraph, type Report, report, strong } from './tree.js';

/** The line of argument as data: what the outline says, without its layout. */
export interface Outline {
  readonly title: string;
  readonly studies: number;
  readonly constructs: readonly OutlinedConstruct[];
  readonly argument: readonly {
    readonly says: string;
    readonly restsOn: readonly string[];
    readonly answers: readonly string[];
  }[];
  /** Included studies cited under no construct. */
  readonly neverCited: readonly string[];
}

export interface OutlinedConstruct {
  readonly id: string;
  readonly label: string;
  readonly definition: string | null;
  readonly order: number | null;
  /** Studies cited under it. */
  readonly citedSupport: number;
  /** Studies that carry its themes. */
  readonly themeSupport: number;
  readonly quality: Quality | null;
  readonly divisions: readonly {
    readonly aspect: string | null;
    readonly label: string;
    readonly studies: number;
    readonly findings: readonly OutlinedFinding[];
  }[];
  readonly leadsTo: readonly { readonly id: string; readonly label: string; readonly how: string }[];
}

export interface OutlinedFinding {
  readonly name: string | null;
  readonly text: string;
  readonly citations: readonly string[];
  readonly contrary: readonly string[];
  /** Included studies that support it. */
  readonly studies: number;
}

export const outlineKind: ReportKind = {
  name: 'outline',
  command: 'outline',
  summary: 'the line-of-argument outline',
  title: review => review.settings.title?.value ?? l10n.t('Line of argument'),
  make: (review, depth) => outlineReport(review, depth),
  data: review => outline(review),
};

/** Walks the constructs in the order of the line of argument. */
export function outline(review: Review): Outline {
  return {
    title: review.settings.title?.value ?? '',
    studies: review.studies.length,
    constructs: review.constructs.map(construct => ({
      id: construct.facts.name,
      label: construct.label,
      definition: construct.facts.definition?.value ?? null,
      order: construct.facts.order ?? null,
      citedSupport: construct.cited.length,
      themeSupport: construct.carrying.length,
      quality: qualityOf(construct.cited) ?? null,
      divisions: divisionsOf(construct, review).map(division => ({
        aspect: division.aspect ?? null,
        label: division.label,
        studies: division.studies.length,
        findings: division.findings.map(finding => ({
          name: finding.name ?? null,
          text: finding.text,
          citations: finding.citations.filter(cited => !cited.contrary).map(cited => cited.name),
          contrary: finding.citations.filter(cited => cited.contrary).map(cited => cited.name),
          studies: finding.support.length,
        })),
      })),
      leadsTo: leadsTo(construct, review),
    })),
    argument: review.argument.map(({ facts }) => ({
      says: facts.says,
      restsOn: facts.restsOn.map(told => told.value),
      answers: facts.answers.map(told => told.value),
    })),
    neverCited: neverCited(review).map(study => study.facts.key),
  };
}

function leadsTo(construct: Construct, review: Review) {
  return construct.facts.leadsTo.map(({ to, how }) => {
    const id = foldId(to.value);
    const target = review.constructById.get(id) ?? review.constructAliases.get(id);
    return { id: to.value, label: target?.label ?? to.value, how };
  });
}

/** The outline as a report. Its first heading has the given depth; in a manuscript that is one below the section's. */
export function outlineReport(review: Review, depth = 1): Report {
  const { title } = outline(review);
  return report([
    heading(depth, title === '' ? l10n.t('Line of argument') : l10n.t('Line of argument: {0}', title)),
    ...review.constructs.flatMap((construct, index) => constructBlocks(construct, index, review, depth + 1)),
    ...argumentBlocks(review, depth + 1),
    ...thinBlocks(review, depth + 1),
  ]);
}

function constructBlocks(construct: Construct, index: number, review: Review, depth: number): BlockContent[] {
  const { definition } = construct.facts;
  return [
    heading(depth, `${index + 1}. ${construct.label}`),
    ...(definition
      ? [paragraph(sentence(definition.value))]
      : [paragraph(emphasis(l10n.t('Definition: to be written.')))]),
    paragraph(strong(supportWords(construct, review))),
    ...divisionsOf(construct, review).flatMap(division => divisionBlocks(division, review, depth + 1)),
    ...contradictions(construct, depth + 1),
    ...leadsTo(construct, review).map(({ label, how }) =>
      paragraph(strong(l10n.t('Leads to {0}', label)), how === '' ? '.' : `: ${sentence(how)}`),
    ),
  ];
}

/** *Cited here: 32 of 34 studies · carrying its themes: 29 · median appraisal 7 (5 to 9).* */
export function supportWords(construct: Construct, review: Review): string {
  const parts = [
    l10n.t('Cited here: {0} of {1} studies', construct.cited.length, review.studies.length),
    l10n.t('carrying its themes: {0}', construct.carrying.length),
  ];
  const quality = qualityOf(construct.cited.length > 0 ? construct.cited : construct.carrying);
  if (quality) parts.push(qualityWords(quality));
  return `${parts.join(' · ')}.`;
}

export function qualityWords({ median, least, most }: Quality): string {
  return least === most
    ? l10n.t('appraisal {0}', median)
    : l10n.t('median appraisal {0} ({1} to {2})', median, least, most);
}

/** *1 finding*, *22 findings*. */
export function findingsWords(count: number): string {
  return count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count);
}

function divisionBlocks(division: Division, review: Review, depth: number): BlockContent[] {
  if (division.findings.length === 0) {
    return [heading(depth, division.label), paragraph(emphasis(l10n.t('No finding stands here yet.')))];
  }
  const count = `${findingsWords(division.findings.length)}, ${l10n.t('{0} of {1} studies', division.studies.length, review.studies.length)}`;
  const quality = qualityOf(division.studies);
  return [
    ...(division.aspect === undefined ? [] : [heading(depth, division.label)]),
    paragraph(emphasis(`${count}${quality ? `, ${qualityWords(quality)}` : ''}.`)),
    bullets(division.findings.map(finding => [point(finding)])),
  ];
}

/** Words of the codebook as a sentence: whole definitions often stand there without their full stop. */
function sentence(words: string): string {
  const trimmed = words.trim();
  return /[.!?…]["'”’)\]]*$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** A finding as a point: its words, its citations, and how many included studies stand behind them. */
function point(finding: Finding): BlockContent {
  const words = finding.text.replace(/[.;,:\s]+$/, '');
  const children: (string | PhrasingContent)[] = [words];
  if (finding.citations.length > 0) children.push(' ', citationsOf(finding));
  children.push(
    finding.support.length === 1 ? l10n.t(' (1 study).') : l10n.t(' ({0} studies).', finding.support.length),
  );
  return paragraph(...children);
}

function citationsOf(finding: Finding): CitationGroup {
  return {
    type: 'citationGroup',
    citations: finding.citations.map(({ name, contrary }) => ({ key: name, ...(contrary && { prefix: 'but see' }) })),
  };
}

/** What speaks against a construct: the contrary citations of its findings. */
function contradictions(construct: Construct, depth: number): BlockContent[] {
  const against = construct.findings.filter(finding => finding.contrary.length > 0);
  if (against.length === 0) return [];
  return [
    heading(depth, l10n.t('What contradicts')),
    bullets(
      against.map(finding => [
        paragraph(
          l10n.t('{0} stands against: ', listWords(finding.contrary.map(study => study.name))),
          finding.text.replace(/[.\s]+$/, ''),
          '.',
        ),
      ]),
    ),
  ];
}

function argumentBlocks(review: Review, depth: number): BlockContent[] {
  const title = heading(depth, l10n.t('Line of argument'));
  if (review.argument.length === 0)
    return [title, paragraph(emphasis(l10n.t('The line of argument is still to be written.')))];
  return [
    title,
    bullets(
      review.argument.map(({ facts }) => {
        const labels = facts.restsOn.map(told => {
          const id = foldId(told.value);
          return (review.constructById.get(id) ?? review.constructAliases.get(id))?.label ?? told.value;
        });
        const rests = labels.length > 0 ? l10n.t(' Rests on: {0}.', listWords(labels)) : '';
        const answers = facts.answers.map(
          told => review.findingByName.get(foldId(told.value))?.text.replace(/[.\s]+$/, '') ?? told.value,
        );
        const takesUp = answers.length > 0 ? l10n.t(' Takes up: {0}.', answers.join('; ')) : '';
        return [paragraph(`${facts.says.trim()}${rests}${takesUp}`)];
      }),
    ),
  ];
}

/** Where the whole is thin: constructs, findings and studies that a reader should not lean on. */
function thinBlocks(review: Review, depth: number): BlockContent[] {
  const points: string[] = [];
  for (const construct of review.constructs) {
    const thin = thinOf(construct);
    if (construct.cited.length === 0) points.push(l10n.t('{0}: no study is cited.', construct.label));
    if (thin.singleStudy.length > 0) {
      points.push(
        construct.findings.length === 1
          ? l10n.t('{0}: its only finding rests on one study.', construct.label)
          : l10n.t(
              '{0}: {1} of {2} findings rest on one study each.',
              construct.label,
              thin.singleStudy.length,
              construct.findings.length,
            ),
      );
    }
    if (thin.unsupported.length > 0) {
      points.push(l10n.t('{0}: {1} findings rest on no included study.', construct.label, thin.unsupported.length));
    }
    if (thin.carryingNotCited.length > 0) {
      points.push(
        l10n.t('{0}: {1} carry its themes but are not cited here.', construct.label, studyNames(thin.carryingNotCited)),
      );
    }
  }
  const never = neverCited(review);
  if (never.length > 0) points.push(l10n.t('Cited under no construct: {0}.', studyNames(never)));
  const title = heading(depth, l10n.t('What is thin'));
  if (points.length === 0) return [title, paragraph(l10n.t('Nothing: every finding rests on two studies or more.'))];
  return [title, bullets(points.map(words => [paragraph(words)]))];
}

function studyNames(studies: readonly Study[]): string {
  return listWords(studies.map(study => study.name));
}
