import * as l10n from '@vscode/l10n';
import type { WorkFacts } from '../../syntax/facts.js';
import { authorsOf, editorsOf, type Person, shortForms } from './names.js';
import { addressOf, Entry, editionOf, kindOf } from './parts.js';
import type { Citation, CitedWork, CitePart, ListedWork, ReferenceStyle } from './style.js';

/**
 * APA 7: authors and year in brackets, and a list in the order of the alphabet. After the *Publication Manual of the American
 * Psychological Association*, 7th edition (2020), chapters 8 to 10.
 */
export const apa: ReferenceStyle = { numbered: false, list, cite };

const collator = new Intl.Collator('en', { sensitivity: 'base' });

/** Up to so many authors are all named; of more, all but one of them and the last. */
const mostAuthors = 20;

function list(works: readonly CitedWork[]): ListedWork[] {
  const forms = shortForms(works.map(work => work.facts));
  const sorted = [...works].sort(
    (a, b) =>
      collator.compare(sortName(a.facts), sortName(b.facts)) ||
      (a.facts.year ?? -1) - (b.facts.year ?? -1) ||
      (a.letter ?? '').localeCompare(b.letter ?? '', 'en') ||
      collator.compare(sortTitle(a.facts), sortTitle(b.facts)) ||
      (a.facts.key < b.facts.key ? -1 : 1),
  );
  const letters = lettersOf(sorted, forms);
  return sorted.map(({ facts }, index) => {
    const letter = letters.get(facts) ?? '';
    const when = `${whenOf(facts)}${letter === '' ? '' : facts.year === undefined ? `-${letter}` : letter}`;
    return { facts, place: index + 1, who: forms.get(facts)!, when, words: entryOf(facts, when) };
  });
}

function whenOf({ year, source }: WorkFacts): string {
  return year === undefined ? (source.date ?? l10n.t('n.d.')) : String(year);
}

/** Nothing comes before something: a single author before the same with others. */
function sortName(facts: WorkFacts): string {
  const names = authorsOf(facts).map(({ family, initials }) => `${family} ${initials}`);
  if (names.length === 0) return sortTitle(facts) || facts.key;
  return [...names, ...(facts.more ? ['zzz'] : [])].join(', ');
}

function sortTitle({ title }: WorkFacts): string {
  return (title ?? '').replace(/^(?:the|an?) /i, '');
}

/** Works that would be cited alike get letters in the order of the list, but for those that the review has lettered itself. */
function lettersOf(sorted: readonly CitedWork[], forms: ReadonlyMap<WorkFacts, string>): Map<WorkFacts, string> {
  const alike = new Map<string, CitedWork[]>();
  for (const work of sorted) {
    const as = `${forms.get(work.facts)} ${whenOf(work.facts)}`;
    alike.set(as, [...(alike.get(as) ?? []), work]);
  }
  const letters = new Map<WorkFacts, string>();
  for (const works of alike.values()) {
    if (works.length === 1) continue;
    const taken = new Set(works.flatMap(({ letter }) => letter ?? []));
    let next = 0;
    for (const { facts, letter } of works) {
      let own = letter;
      while (own === undefined) {
        const candidate = letterAt(next++);
        if (!taken.has(candidate)) own = candidate;
      }
      letters.set(facts, own);
    }
  }
  return letters;
}

/** a to z, then aa and on. */
function letterAt(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letterAt(Math.floor(index / 26) - 1) + letter;
}

function entryOf(facts: WorkFacts, when: string): Entry['words'] {
  const { title = '', source } = facts;
  const entry = new Entry();
  const people = authorsOf(facts);
  const kind = kindOf(facts);
  const whole = kind === 'book' || kind === 'thesis' || kind === 'report' || kind === 'web';
  if (people.length > 0) {
    entry.text(namesOf(people, facts.more));
    if (source.edited) entry.text(people.length > 1 || facts.more ? ' (Eds.)' : ' (Ed.)');
    entry.stop();
    entry.space().text(`(${when}).`);
  }
  titleOf(entry, facts, kind === 'thesis' ? thesisNote(facts) : whole ? bookNote(facts, kind === 'report') : '', whole);
  if (people.length === 0) entry.space().text(`(${when}).`);
  if (title === '' && people.length === 0) return new Entry().text(`${facts.key} (${when}).`).words;
  switch (kind) {
    case 'chapter':
      chapterPart(entry, facts);
      break;
    case 'thesis':
      break;
    case 'book':
    case 'report':
      // An organisation that publishes its own report is not named twice.
      if (source.publisher !== facts.authors[0]) entry.sentence(source.publisher);
      break;
    case 'web':
      entry.sentence(source.container ?? source.publisher);
      break;
    default:
      journalPart(entry, facts);
  }
  const address = addressOf(facts);
  if (address !== '') entry.space().link(address);
  return entry.words;
}

function titleOf(entry: Entry, { title = '' }: WorkFacts, note: string, italic: boolean): void {
  if (title === '') return;
  entry.space();
  if (italic) entry.italic(title);
  else entry.text(title);
  if (note !== '') entry.text(` ${note}`);
  entry.stop();
}

/** *(2nd ed., Vol. 3)*, *(Report No. 12)*. */
function bookNote(facts: WorkFacts, report: boolean): string {
  const { source } = facts;
  const edition = editionOf(facts);
  const parts = [
    edition && `${edition} ed.`,
    source.volume && `Vol. ${source.volume}`,
    report && source.number && `${source.genre ?? 'Report'} No. ${source.number}`,
  ].filter(Boolean);
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}

/** *[Doctoral dissertation, University of Elsewhere]*. */
function thesisNote({ source }: WorkFacts): string {
  const type = source.type.toLowerCase();
  const genre =
    source.genre === undefined
      ? type === 'phdthesis'
        ? 'Doctoral dissertation'
        : type === 'mastersthesis'
          ? 'Master’s thesis'
          : 'Thesis'
      : /^(?:phd ?thesis|ph\.?d\.?)$/i.test(source.genre)
        ? 'Doctoral dissertation'
        : /^(?:mathesis|masters?thesis)$/i.test(source.genre)
          ? 'Master’s thesis'
          : source.genre;
  return `[${[genre, source.publisher].filter(Boolean).join(', ')}]`;
}

function chapterPart(entry: Entry, facts: WorkFacts): void {
  const { source } = facts;
  const editors = editorsOf(facts);
  if (source.container) {
    entry.space().text('In ');
    if (editors.length > 0) {
      const names = editors.map(({ family, initials }) => `${initials === '' ? '' : `${initials} `}${family}`);
      const last = names.pop()!;
      const all = names.length === 0 ? last : `${names.join(', ')}${names.length > 1 ? ',' : ''} & ${last}`;
      entry.text(`${all} (${editors.length > 1 ? 'Eds.' : 'Ed.'}), `);
    }
    entry.italic(source.container);
    const edition = editionOf(facts);
    const parts = [
      edition && `${edition} ed.`,
      source.volume && `Vol. ${source.volume}`,
      source.pages && `${/[–,]/.test(source.pages) ? 'pp.' : 'p.'} ${source.pages}`,
    ].filter(Boolean);
    if (parts.length > 0) entry.text(` (${parts.join(', ')})`);
    entry.stop();
  }
  entry.sentence(source.publisher);
}

function journalPart(entry: Entry, { source }: WorkFacts): void {
  const { container = '', volume = '', issue = '', pages = '', number = '', publisher = '' } = source;
  if (container === '') {
    entry.sentence(publisher);
    return;
  }
  entry.space().italic(container);
  if (volume !== '') entry.text(', ').italic(volume);
  if (issue !== '') entry.text(`${volume === '' ? ', ' : ''}(${issue})`);
  if (pages !== '') entry.text(`, ${pages}`);
  else if (number !== '') entry.text(`, Article ${number}`);
  entry.stop();
}

/** *Aiken, A., & Thomson, G.*; of 21 or more the first nineteen and the last. */
function namesOf(people: readonly Person[], more: boolean): string {
  const names = people.map(({ family, initials, suffix }) =>
    [family, initials, suffix && `${suffix}${/^[IVX]+$/.test(suffix) ? '' : '.'}`].filter(Boolean).join(', '),
  );
  if (more) return l10n.t('{0}, et al.', names.join(', ')).replace(/^([^,]+), et al\.$/, '$1 et al.');
  const last = names.at(-1)!;
  if (names.length === 1) return last;
  if (names.length > mostAuthors) return `${names.slice(0, mostAuthors - 1).join(', ')}, … ${last}`;
  // Between two names without initials, as those of organisations, there is no comma.
  const comma = names.length > 2 || names[0]!.includes(',') ? ',' : '';
  return `${names.slice(0, -1).join(', ')}${comma} & ${last}`;
}

/** *(Aiken & Thomson, 2013; Moran et al., 2012a, 2012b; but see Dennis, 2002)*: in the order of the alphabet up to the first "but see". */
function cite(group: readonly Citation[]): CitePart[] {
  const firstPrefixed = group.findIndex(each => each.prefix !== undefined);
  const cut = firstPrefixed === -1 ? group.length : firstPrefixed;
  const plain = group.slice(0, cut).sort((a, b) => (a.entry?.place ?? 1e9) - (b.entry?.place ?? 1e9));
  const parts: CitePart[] = [{ text: '(' }];
  let before: ListedWork | undefined;
  for (const [index, { key, entry, prefix }] of [...plain, ...group.slice(cut)].entries()) {
    const again = entry !== undefined && !prefix && before?.who === entry.who && before.facts !== entry.facts;
    if (before && before === entry && !prefix) continue;
    if (index > 0) parts.push({ text: again ? ', ' : '; ' });
    if (prefix) parts.push({ text: `${prefix} ` });
    if (!entry) parts.push({ text: key });
    else parts.push({ text: again ? entry.when : whoWhen(entry), entry });
    before = entry;
  }
  parts.push({ text: ')' });
  return parts;
}

function whoWhen({ who, when }: ListedWork): string {
  // A title in quotation marks takes the comma in.
  return who.endsWith('”') ? `${who.slice(0, -1)},” ${when}` : `${who}, ${when}`;
}
