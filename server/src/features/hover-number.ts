import * as l10n from '@vscode/l10n';
import type { CountedStudies } from '../review/counting/measure.js';
import { smallestRepairs } from '../review/counting/repair.js';
import { type ReadingResult, verdictOf } from '../review/counting/verdict.js';
import type { Review, Site, Study } from '../review/model.js';
import { locate } from '../rules/judge.js';
import { shownValue } from '../rules/number-parts.js';
import { repairWords, waysOf } from '../rules/number-repair.js';
import type { CheckedNumber } from '../syntax/facts.js';
import { covers, type Position } from './at.js';
import { type Hover, type Links, link, escapeMarkdown as md } from './markup.js';

/** At most this many studies are named one by one. */
const mostStudies = 60;

/** Over a checked number, or the comment that defines it: what the data give for it, and the studies that are counted. */
export function numberHover(review: Review, path: string, position: Position, links: Links): Hover | undefined {
  const found = numberAt(review, path, position);
  if (!found) return undefined;
  const { site, number } = found;
  const verdict = verdictOf(number, review);
  const { range } = locate(site);
  // What is wrong with a definition is said by its diagnostic.
  if (!('readings' in verdict)) return undefined;
  const parts = verdict.readings.map(each => readingWords(each, number, links));
  if (verdict.kind === 'disagrees') parts.push(...togetherWords(review, found, links));
  return { markdown: parts.join('\n\n---\n\n'), range };
}

interface NumberSite {
  readonly site: Site;
  readonly number: CheckedNumber;
  /** All checked numbers of its section. */
  readonly numbers: readonly CheckedNumber[];
}

/** The checked number at a position, with the place that the position is in. */
export function numberAt(review: Review, path: string, position: Position): NumberSite | undefined {
  const file = review.files.get(path);
  if (file?.kind !== 'manuscript') return undefined;
  for (const chunk of file.chunks) {
    if (chunk.facts.kind !== 'section' || chunk.line > position.line) continue;
    for (const number of chunk.facts.numbers) {
      for (const at of number.written ? [number.written.at, number.comment.at] : [number.comment.at]) {
        const site = { file, chunk, at };
        if (covers(site, position)) return { site, number, numbers: chunk.facts.numbers };
      }
    }
  }
  return undefined;
}

function readingWords({ reading, measured, agrees }: ReadingResult, number: CheckedNumber, links: Links): string {
  const { value, studies, of, silent, answers } = measured;
  const lines = [`\`${reading.text.replace(/`/g, "'")}\``];
  if (value === undefined) lines.push(l10n.t('The data do not tell.'));
  else {
    const shown = shownValue(measured);
    const now = of === undefined ? shown : l10n.t('{0} % ({1} of {2})', shown, studies?.size ?? 0, of);
    lines.push(
      agrees === false
        ? l10n.t('**{0}** by the data, **{1}** in the text', now, md(number.written?.text ?? ''))
        : l10n.t('**{0}** by the data', now),
    );
  }
  if (answers !== undefined) lines.push(l10n.t('{0} answers, decisions or codes compared.', answers));
  if (silent !== undefined && silent > 0) {
    lines.push(silent === 1 ? l10n.t('1 study gives no number.') : l10n.t('{0} studies give no number.', silent));
  }
  if (studies && studies.size > 0) lines.push(studyNames(studies, links));
  return lines.join('\n\n');
}

/** Of numbers that disagree together: what would make all of them true, and the studies that it could be. */
function togetherWords(review: Review, { number, numbers }: NumberSite, links: Links): string[] {
  const repairs = smallestRepairs(numbers, review).filter(each => each.disagreeing.includes(number));
  return repairs.flatMap(repair =>
    waysOf(repair).map(changes => {
      const studies = new Map(changes.flatMap(change => change.studies).map(study => [study, undefined]));
      return `${md(repairWords(repair, changes, review))}\n\n${studyNames(studies, links)}`;
    }),
  );
}

function studyNames(studies: CountedStudies, links: Links): string {
  const sorted: Study[] = [...studies.keys()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const names = sorted.slice(0, mostStudies).map(({ name, file, chunk, facts }) => {
    const { line } = locate({ file, chunk, at: facts.head }).range;
    return link(name, links.to(file.path, line));
  });
  const more = sorted.length > names.length ? ` ${l10n.t('and {0} more', sorted.length - names.length)}` : '';
  return names.join(', ') + more;
}
