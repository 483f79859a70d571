import * as l10n from '@vscode/l10n';
import { isReport } from '../reports/reports.js';
import type { Review, Site } from '../review/model.js';
import { judgeItem } from '../review/reporting.js';
import { locate } from '../rules/judge.js';
import { itemName, reportingItem, reportingStandardNamed } from '../standards/reporting.js';
import type { ReportedItem } from '../syntax/facts.js';
import type { Place } from '../text/span.js';
import { covers, type Position } from './at.js';
import { itemWords } from './completion/reports.js';
import { type Hover, type Links, link, escapeMarkdown as md } from './markup.js';

/** Over an item in a comment `reports:`: what it asks, and where else it is reported. */
export function reportingHover(review: Review, path: string, position: Position, links: Links): Hover | undefined {
  const found = reportedAt(review, path, position);
  if (!found) return undefined;
  const { site, items } = found;
  const markdown = items.map(each => itemHover(review, each, site, links)).join('\n\n---\n\n');
  return { markdown, range: locate(site).range };
}

/** The items that stand at a position: one, or those of a range. */
function reportedAt(review: Review, path: string, position: Position) {
  const file = review.files.get(path);
  if (file?.kind !== 'manuscript') return undefined;
  for (const chunk of file.chunks) {
    if (chunk.facts.kind !== 'section' || chunk.line > position.line) continue;
    const items = chunk.facts.reports.filter(({ at }) => covers({ file, chunk, at }, position));
    const [first] = items;
    if (first) return { site: { file, chunk, at: first.at }, items };
  }
  return undefined;
}

function itemHover(review: Review, { standard: id, item: number }: ReportedItem, here: Site, links: Links): string {
  const standard = reportingStandardNamed(id)!;
  const item = reportingItem(standard, number);
  const name = itemName(standard, number);
  const source = link(standard.title, standard.link);
  if (!item) return `**${md(name)}** · ${source}\n\n${l10n.t('The checklist does not ask for this item.')}`;
  const others = judgeItem(review, standard, item, isReport).places.filter(({ site }) => !isSame(site, here));
  const where = others.map(({ site, by, name: told }) => {
    const { path, range } = locate(site);
    const words = by === 'field' ? `${path}, ${told}` : l10n.t('{0}, line {1}', path, range.line + 1);
    return link(words, links.to(path, range.line));
  });
  return [
    `**${md(name)}: ${md(item.label)}** · ${source}`,
    itemWords(item),
    ...(where.length > 0 ? [l10n.t('Reported in {0} as well', where.join(' · '))] : []),
  ].join('\n\n');
}

function isSame(a: Site, b: Site): boolean {
  return a.chunk === b.chunk && samePlace(a.at, b.at);
}

function samePlace(a: Place, b: Place): boolean {
  return a.line === b.line && a.character === b.character;
}
