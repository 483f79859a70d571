import * as l10n from '@vscode/l10n';
import type { Passage } from '../quotes/lookup.js';
import type { Review } from '../review/model.js';
import { locate } from '../rules/diagnosis.js';
import { lookedUp, pagesOf, studyOf } from '../rules/quotes.js';
import type { Link } from './link.js';

/**
 * From the locators of a study's quotes to the places in its full text where the words stand, or where something like them does.
 * A PDF has no lines to go to, but pages.
 */
export function quoteLinks(review: Review, path: string): Link[] {
  const study = studyOf(review, path);
  if (!study) return [];
  return [...lookedUp(study, review)].flatMap(({ finding, lookup }): Link[] => {
    const place = lookup.kind === 'found' ? lookup.places[0] : lookup.kind === 'near' ? lookup.place : undefined;
    if (!finding.locator || !place) return [];
    const { range } = locate({ file: study.file, chunk: study.chunk, at: finding.locator.at });
    return [{ range, tooltip: tooltipOf(place), to: targetOf(place) }];
  });
}

function targetOf({ path, at, sheet }: Passage): Link['to'] {
  return sheet === undefined ? { kind: 'file', path, line: at.line } : { kind: 'file', path, sheet };
}

function tooltipOf(place: Passage): string {
  const pages = pagesOf(place);
  return pages === '' ? l10n.t('Open {0}', place.path) : l10n.t('Open {0}, page {1}', place.path, pages);
}
