import * as l10n from '@vscode/l10n';
import type { WorkFacts } from '../../syntax/facts.js';
import { authorsOf, editorsOf, type Person, shortForms } from './names.js';
import { addressOf, Entry, editionOf, kindOf } from './parts.js';
import type { Citation, CitedWork, CitePart, ListedWork, ReferenceStyle } from './style.js';

/**
 * Vancouver: numbers in the order of first citation. After the *Recommendations* of the ICMJE and their samples of references
 * at the US National Library of Medicine; of more than six authors the first six.
 */
export const vancouver: ReferenceStyle = { numbered: true, list, cite };

const mostAuthors = 6;

function list(works: readonly CitedWork[]): ListedWork[] {
  const forms = shortForms(works.map(work => work.facts));
  return works.map(({ facts }, index) => ({
    facts,
    place: index + 1,
    who: forms.get(facts)!,
    when: facts.year === undefined ? (facts.source.date ?? l10n.t('n.d.')) : String(facts.year),
    words: entryOf(facts),
  }));
}

function entryOf(facts: WorkFacts): Entry['words'] {
  const { title = '', source } = facts;
  const entry = new Entry();
  const people = authorsOf(facts);
  const kind = kindOf(facts);
  if (people.length > 0) {
    entry.text(namesOf(people, facts.more));
    if (source.edited) entry.text(people.length > 1 || facts.more ? ', editors' : ', editor');
    entry.stop();
  }
  if (title !== '') {
    entry.space().text(title);
    if (kind === 'thesis')
      entry.text(` [${/masters?/i.test(`${source.type} ${source.genre ?? ''}`) ? 'master’s thesis' : 'dissertation'}]`);
    if (kind === 'web') entry.text(' [Internet]');
    entry.stop();
  }
  if (people.length === 0 && title === '') entry.text(facts.key).stop();
  if (kind === 'article' || (kind === 'other' && source.container)) journalPart(entry, facts);
  else {
    if (kind === 'chapter') bookPart(entry, facts);
    else editionPart(entry, facts);
    const from = [source.place, source.publisher ?? (kind === 'web' ? source.container : undefined)].filter(Boolean);
    const when = facts.year === undefined ? source.date : String(facts.year);
    const line = [from.join(': '), when].filter(Boolean).join('; ');
    if (line !== '') entry.space().text(line);
    if (kind === 'web' && source.accessed) entry.text(` [cited ${source.accessed}]`);
    if (line !== '') entry.stop();
    if (kind === 'report' && source.number) entry.sentence(`Report No.: ${source.number}`);
    if (kind === 'chapter' && source.pages)
      entry
        .space()
        .text(`p. ${plain(source.pages)}`)
        .stop();
  }
  const address = addressOf(facts);
  if (facts.doi !== undefined) entry.space().text('doi: ').link(address);
  else if (address !== '') entry.space().text('Available from: ').link(address);
  return entry.words;
}

function journalPart(entry: Entry, { source, year }: WorkFacts): void {
  const { container = '', volume = '', issue = '', number = '' } = source;
  const pages = plain(source.pages ?? '') || number;
  entry.sentence(container);
  const when = year === undefined ? (source.date ?? '') : String(year);
  const where = `${volume}${issue === '' ? '' : `(${issue})`}`;
  const found = [when, where].filter(Boolean).join(';') + (pages === '' ? '' : `:${pages}`);
  entry.sentence(found);
}

/** *In: Smith A, Jones B, editors. The book. 2nd ed.* */
function bookPart(entry: Entry, facts: WorkFacts): void {
  const editors = editorsOf(facts);
  const { container } = facts.source;
  if (container) {
    entry.space().text('In: ');
    if (editors.length > 0) entry.text(`${namesOf(editors, false)}, ${editors.length > 1 ? 'editors' : 'editor'}. `);
    entry.text(container).stop();
  }
  editionPart(entry, facts);
}

function editionPart(entry: Entry, facts: WorkFacts): void {
  const edition = editionOf(facts);
  if (edition !== '') entry.sentence(`${edition} ed`);
  if (facts.source.volume) entry.sentence(`Vol. ${facts.source.volume}`);
}

/** Ranges with a hyphen, as this style has them. */
function plain(pages: string): string {
  return pages.replace(/–/g, '-');
}

function namesOf(people: readonly Person[], more: boolean): string {
  const names = people.map(({ family, initials, suffix }) =>
    [family, initials.replace(/[.\s-]/g, ''), suffix].filter(Boolean).join(' '),
  );
  if (names.length > mostAuthors) return `${names.slice(0, mostAuthors).join(', ')}, et al.`;
  return more ? `${names.join(', ')}, et al.` : names.join(', ');
}

/** *[1–3,5; but see 4]*. */
function cite(group: readonly Citation[]): CitePart[] {
  const firstPrefixed = group.findIndex(each => each.prefix !== undefined);
  const cut = firstPrefixed === -1 ? group.length : firstPrefixed;
  const parts: CitePart[] = [{ text: '[' }];
  const plainOnes = group.slice(0, cut);
  const known = [...new Set(plainOnes.flatMap(each => each.entry ?? []))].sort((a, b) => a.place - b.place);
  const pieces: CitePart[][] = [];
  for (let start = 0; start < known.length; ) {
    let end = start;
    while (known[end + 1]?.place === known[end]!.place + 1) end++;
    const [first, last] = [known[start]!, known[end]!];
    if (end - start >= 2) pieces.push([numberOf(first), { text: '–' }, numberOf(last)]);
    else for (const entry of known.slice(start, end + 1)) pieces.push([numberOf(entry)]);
    start = end + 1;
  }
  for (const { key, entry } of plainOnes) if (!entry) pieces.push([{ text: key }]);
  parts.push(...pieces.flatMap((piece, index) => [...(index > 0 ? [{ text: ',' }] : []), ...piece]));
  for (const [index, { key, entry, prefix }] of group.slice(cut).entries()) {
    if (index > 0 || pieces.length > 0) parts.push({ text: '; ' });
    if (prefix) parts.push({ text: `${prefix} ` });
    parts.push(entry ? numberOf(entry) : { text: key });
  }
  parts.push({ text: ']' });
  return parts;
}

function numberOf(entry: ListedWork): CitePart {
  return { text: String(entry.place), entry };
}
