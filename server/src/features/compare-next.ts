import * as l10n from '@vscode/l10n';
import type { BlockContent } from 'mdast';
import { toMarkdown } from '../documents/markdown.js';
import { relationWord, wordingOf, wordsOf } from '../reports/translation.js';
import { bullets, emphasis, heading, paragraph, type Report, report, strong } from '../reports/tree.js';
import { type Comparison, type ConstructSoFar, nextToCompare } from '../review/compare-next.js';
import type { Review } from '../review/model.js';
import { locate } from '../rules/judge.js';
import type { StudyFinding } from '../syntax/facts.js';
import type { Place } from '../text/span.js';

/** As many of a theme's findings are laid out; the study itself has the others. */
const mostFindings = 6;

/** What lies beside the file while the next study is compared. */
export interface ComparePage {
  /** The page, as Markdown. */
  readonly markdown: string;
  /** The key of the study that is next; undefined where every cell has been compared. */
  readonly study?: string;
  /** The first of its cells that is written and not compared yet; lines count from the file's first. */
  readonly cell?: Place;
}

/** The page of the study that is next in the order of reading. */
export function comparePage(review: Review): ComparePage {
  const next = nextToCompare(review);
  if (!next) return { markdown: toMarkdown(nothingLeft(review)) };
  const { translation } = review;
  const open = next.constructs.find(({ cell }) => cell.facts && cell.state !== 'compared')?.cell.facts;
  return {
    markdown: toMarkdown(pageOf(next)),
    study: next.study.facts.key,
    ...(open && translation && { cell: locate({ ...translation, at: open.at }).range }),
  };
}

function nothingLeft({ constructs, studyCount }: Review): Report {
  const nothing = constructs.length === 0 || studyCount === 0;
  return report([
    paragraph(
      nothing
        ? l10n.t(
            'There is nothing to compare yet: a translation needs constructs in the codebook, and included studies.',
          )
        : l10n.t('Every study has been compared with those before it, in every construct.'),
    ),
  ]);
}

function pageOf(next: Comparison): Report {
  const { study, place, compared, cells, themes, untagged, constructs } = next;
  const open = constructs.filter(({ cell }) => cell.state !== 'compared');
  const done = constructs.filter(({ cell }) => cell.state === 'compared');
  return report([
    heading(1, l10n.t('Compare {0}', study.name)),
    paragraph(
      l10n.t(
        'Number {0} in the order of reading. {1} of {2} cells of the table have been compared.',
        place,
        compared,
        cells,
      ),
    ),
    heading(2, l10n.t('What this study says')),
    ...(themes.length === 0 ? [paragraph(emphasis(l10n.t('It carries no theme yet.')))] : []),
    ...themes.flatMap(theme => [
      paragraph(strong(theme.label), theme.wording === undefined ? '' : ` (${theme.wording})`),
      ...findings(theme.findings),
    ]),
    ...(untagged.length > 0 ? [paragraph(strong(l10n.t('Without a theme of its own'))), ...findings(untagged)] : []),
    heading(2, l10n.t('What it is to be compared with')),
    ...open.flatMap(each => soFar(each)),
    ...(done.length === 0 ? [] : [heading(2, l10n.t('Compared already')), bullets(done.map(compare))]),
  ]);
}

function soFar({ construct, cell, before }: ConstructSoFar): BlockContent[] {
  const { definition } = construct.facts;
  const said = cell.themes.length > 0 || cell.note !== undefined;
  return [
    heading(3, construct.label),
    ...(definition ? [paragraph(definition.value)] : []),
    ...(said ? [paragraph(strong(l10n.t('So far:')), ' ', wordsOf(cell), cell.note ? `. ${cell.note}` : '')] : []),
    before.length === 0
      ? paragraph(emphasis(l10n.t('No study before it has been compared here: it is the first.')))
      : bullets(
          before.map(each => [
            paragraph(
              strong(each.study.name),
              ` (${relationWord(each.relation!)})`,
              each.themes.length > 0 ? `: ${each.themes.map(wordingOf).join('; ')}` : '',
              each.note === undefined ? '' : `. ${each.note}`,
            ),
          ]),
        ),
  ];
}

function compare({ construct, cell }: ConstructSoFar): BlockContent[] {
  return [paragraph(strong(construct.label), `: ${wordsOf(cell)}`)];
}

/** Participants' words in quotation marks, authors' readings as they are, each with where it stands. */
function findings(all: readonly StudyFinding[]): BlockContent[] {
  if (all.length === 0) return [];
  const points = all.slice(0, mostFindings).map(({ order, text, locator }) => {
    const words = order === 1 ? `“${text}”` : text;
    return [paragraph(locator ? `${words} (${locator.value})` : words)];
  });
  const more = all.length - mostFindings;
  if (more > 0) points.push([paragraph(emphasis(l10n.t('{0} more in the study.', more)))]);
  return [bullets(points)];
}
