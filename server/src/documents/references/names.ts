import * as l10n from '@vscode/l10n';
import type { WorkFacts } from '../../syntax/facts.js';

/** A name of an author or editor, apart from how a style sets it. Organisations have no initials. */
export interface Person {
  readonly family: string;
  /** With what joins them: `J.-P. M.` of Jean-Paul Marie. */
  readonly initials: string;
  /** *Jr*, *III*. */
  readonly suffix: string;
}

export function authorsOf({ authors, source }: WorkFacts): Person[] {
  return authors.map((family, index) => person(family, source.givens?.[index] ?? ''));
}

export function editorsOf({ source }: WorkFacts): Person[] {
  return (source.editors ?? []).map(({ family, given }) => person(family, given ?? ''));
}

function person(family: string, given: string): Person {
  const [first = '', ...rest] = given.split(/\s*,\s*/);
  return { family, initials: initialsOf(first), suffix: rest.join(' ').replace(/\.$/, '') };
}

/** *Martin Luther* → `M. L.`, *Jean-Paul* → `J.-P.`, *JM* and *J.M.* → `J. M.`; particles of a name stay whole: `G. van`. */
function initialsOf(given: string): string {
  const words = given
    .replace(/\.(?=\p{L})/gu, '. ')
    .split(/\s+/)
    .filter(word => /\p{L}/u.test(word));
  return words
    .map(word => {
      if (/^\p{Ll}/u.test(word) && words.length > 1) return word;
      // Initials without dots, as search platforms write them.
      if (/^\p{Lu}{2,3}$/u.test(word)) return [...word].map(letter => `${letter}.`).join(' ');
      return word
        .split('-')
        .filter(part => /\p{L}/u.test(part))
        .map(part => `${(/\p{L}\p{M}*/u.exec(part)?.[0] ?? '').toUpperCase()}.`)
        .join('-');
    })
    .join(' ');
}

/** The first words of a title, which stand for the author where there is none. */
function shortTitle(title: string): string {
  const words = title.replace(/[:.?!]\s.*$/s, '').split(/\s+/);
  return words.length > 6 ? `“${words.slice(0, 5).join(' ')} …”` : `“${words.join(' ')}”`;
}

/** *Dennis*, *Aiken & Thomson*, *Gillard et al.*, or more names than one before *et al.* */
function shortForm({ authors, more, title, key }: WorkFacts, named = 1): string {
  const [first, second] = authors;
  if (first === undefined) return title === undefined ? key : shortTitle(title);
  if (!more && second === undefined) return first;
  if (!more && authors.length === 2) return `${first} & ${second}`;
  // *et al.* means several: one name more is written out.
  if (!more && named >= authors.length - 1) return `${authors.slice(0, -1).join(', ')}, & ${authors.at(-1)}`;
  const names = authors.slice(0, Math.max(1, named));
  return l10n.t('{0} et al.', names.length > 1 ? `${names.join(', ')},` : names[0]!);
}

/** The same people wrote both, as far as is told. */
function sameAuthors(one: WorkFacts, other: WorkFacts): boolean {
  return (
    one.more === other.more &&
    one.authors.length === other.authors.length &&
    one.authors.every((author, index) => author === other.authors[index])
  );
}

/**
 * How each work's authors are named in a sentence: as short as can be without two works of one year, by different people,
 * looking alike.
 */
export function shortForms(works: readonly WorkFacts[]): Map<WorkFacts, string> {
  const forms = new Map(works.map(work => [work, shortForm(work)]));
  for (const work of works) {
    const rivals = works.filter(
      other => other.year === work.year && shortForm(other) === shortForm(work) && !sameAuthors(other, work),
    );
    if (rivals.length === 0) continue;
    for (let named = 1; named <= work.authors.length; named++) {
      forms.set(work, shortForm(work, named));
      if (rivals.every(rival => shortForm(rival, named) !== shortForm(work, named))) break;
    }
  }
  return forms;
}
