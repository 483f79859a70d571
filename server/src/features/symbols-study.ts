import * as l10n from '@vscode/l10n';
import type { Review } from '../review/model.js';
import type { FileFacts, StudyFacts } from '../syntax/facts.js';
import { entry } from '../syntax/yaml/access.js';
import type { LocatedMap } from '../syntax/yaml/located.js';
import type { Lines } from '../text/lines.js';
import type { Place, Span } from '../text/span.js';
import { foldId } from '../text/words.js';
import { around, type Entry, entryOf, short } from './symbols-entry.js';
import { answeredWords } from './symbols-parts.js';
import { yamlPart } from './yaml-part.js';

/** A study: what is noted of it, its themes, what its participants and authors say, and its appraisal. */
export function studyEntries(review: Review, file: FileFacts, text: string, lines: Lines): Entry[] {
  const facts = file.chunks[0]?.facts;
  if (facts?.kind !== 'study' || text.trim() === '') return [];
  const part = yamlPart(file.path, 'study', text);
  const keyOf = keyPlaces(part?.root?.kind === 'map' ? part.root : undefined, part?.offset ?? 0, lines);
  const study = review.studyById.get(foldId(facts.key));
  const own = study?.file.path === file.path ? study : undefined;
  const total = own?.appraisal.total ?? facts.total?.value;
  const children = [
    ...characteristics(facts, review),
    ...themes(facts, review, keyOf),
    ...findings(facts, keyOf),
    ...appraisal(facts, total, review, keyOf),
  ].sort((a, b) => a.range.line - b.range.line || a.range.character - b.range.character);
  const whole = lines.placeOf([0, text.length]);
  return [
    entryOf('study', own?.name ?? facts.key, total === undefined ? '' : totalWords(total), whole, facts.head, children),
  ];
}

function totalWords(total: string | number): string {
  return l10n.t('appraisal {0}', total);
}

/** Where the entry of a key stands: its name, and all of it. */
type KeyPlaces = (...keys: readonly string[]) => { at: Place; whole: Place } | undefined;

function keyPlaces(root: LocatedMap | undefined, offset: number, lines: Lines): KeyPlaces {
  const place = ([start, end]: Span): Place => lines.placeOf([start + offset, end + offset]);
  return (...keys) => {
    for (const key of keys) {
      const found = root && entry(root, key);
      if (found)
        return { at: place(found.keyAt), whole: place([found.keyAt[0], Math.max(found.keyAt[1], found.value.at[1])]) };
    }
    return undefined;
  };
}

function characteristics({ fields }: StudyFacts, review: Review): Entry[] {
  const first = fields[0];
  if (!first) return [];
  const children = fields.map(({ name, nameAt, at, items }) => {
    const label = review.settings.characteristics.find(each => each.name === name)?.label ?? name;
    return entryOf('value', label, short(items.map(item => item.value).join(', '), 40), around(nameAt, at), nameAt);
  });
  return [entryOf('group', l10n.t('Characteristics'), String(fields.length), first.nameAt, first.nameAt, children)];
}

function themes({ themes: carried }: StudyFacts, review: Review, keyOf: KeyPlaces): Entry[] {
  const first = carried[0];
  if (!first) return [];
  const children = carried.map(({ id, name, at, wording }) => {
    const theme = review.themeById.get(id) ?? review.themeAliases.get(id);
    return entryOf('theme', theme?.label ?? name, short(wording ?? '', 40), at, at);
  });
  const key = keyOf('themes');
  return [
    entryOf('group', l10n.t('Themes'), String(carried.length), key?.whole ?? first.at, key?.at ?? first.at, children),
  ];
}

function findings({ findings: found }: StudyFacts, keyOf: KeyPlaces): Entry[] {
  const first = found[0];
  if (!first) return [];
  const children = found.map(({ order, text, locator, at }) =>
    entryOf(order === 1 ? 'quote' : 'reading', short(text), locator ? short(locator.value, 30) : '', at, at),
  );
  const quotes = found.filter(each => each.order === 1).length;
  const readings = found.length - quotes;
  const detail = [
    ...(quotes > 0 ? [quotes === 1 ? l10n.t('1 quote') : l10n.t('{0} quotes', quotes)] : []),
    ...(readings > 0 ? [readings === 1 ? l10n.t('1 reading') : l10n.t('{0} readings', readings)] : []),
  ].join(', ');
  const key = isAround(keyOf('findings')?.whole, first.at) ? keyOf('findings') : undefined;
  return [entryOf('group', l10n.t('Findings'), detail, key?.whole ?? first.at, key?.at ?? first.at, children)];
}

function isAround(whole: Place | undefined, at: Place): boolean {
  return whole !== undefined && whole.line <= at.line && at.endLine <= whole.endLine;
}

function appraisal(facts: StudyFacts, total: string | number | undefined, review: Review, keyOf: KeyPlaces): Entry[] {
  const key = keyOf('casp', 'jbi', 'appraisal');
  if (!key) return [];
  const children = facts.ratings.map(rating =>
    entryOf(
      'appraisal',
      rating.rater === '' ? l10n.t('Answers') : rating.rater,
      answeredWords(rating, review),
      rating.studyAt,
      rating.studyAt,
    ),
  );
  const inside = children.filter(child => isAround(key.whole, child.range));
  return [
    entryOf('appraisal', l10n.t('Appraisal'), total === undefined ? '' : String(total), key.whole, key.at, inside),
  ];
}
