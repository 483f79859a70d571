import { readBibtex } from './bibtex.js';
import { readCslJson } from './csl-json.js';
import type { Draft } from './draft.js';
import { bibliographyProblem, mostProblems, type Unlined, withLines } from './problems.js';
import { readRis } from './ris.js';
import type { BibliographyFormat, BibliographyReading, Work } from './work.js';

const formats: Readonly<Record<string, BibliographyFormat>> = { bib: 'bibtex', json: 'csl-json', ris: 'ris' };

/** The format of a bibliography by its file's extension, in any case; undefined for any other file. */
export function formatOf(path: string): BibliographyFormat | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  const extension = name.slice(dot + 1).toLowerCase();
  return dot >= 0 && Object.hasOwn(formats, extension) ? formats[extension] : undefined;
}

/**
 * Reads a bibliography: every work that can be read, in the order of the text, and what is the matter with the rest.
 *
 * Never throws, and takes time in proportion to the text. One bad entry never costs another: reading starts afresh at
 * the next entry. An entry that is broken or half typed is a work as soon as its key can be read, with the fields that
 * can be read, and a problem says what is the matter. Works that share a key all stay; whoever looks one up takes the
 * first. No more than a thousand problems of a kind are given. Spans are offsets into `text`; `keyAt` holds the key to the letter, except for a JSON string with escapes.
 */
export function readBibliography(text: string, format: BibliographyFormat): BibliographyReading {
  const { works, problems } = readDraft(text, format);
  return { works, problems: withLines(text, [...problems, ...duplicates(works)]) };
}

/** The same with problems that name no lines, and without a look at keys that works share. */
export function readDraft(text: string, format: BibliographyFormat): Draft {
  switch (format) {
    case 'bibtex':
      return readBibtex(text);
    case 'csl-json':
      return readCslJson(text);
    case 'ris':
      return readRis(text);
  }
}

/** Keys that are one key on a file system without case: studies are files named by these keys. */
function duplicates(works: readonly Work[]): (Unlined & { other: number })[] {
  const firsts = new Map<string, Work>();
  const found: (Unlined & { other: number })[] = [];
  for (const work of works) {
    const folded = work.key.normalize('NFC').toLowerCase();
    const first = firsts.get(folded);
    if (first === undefined) firsts.set(folded, work);
    else if (found.length < mostProblems) {
      found.push({
        code: bibliographyProblem.duplicateKey,
        at: work.keyAt,
        data: { key: work.key, first: first.key },
        other: first.keyAt[0],
      });
    }
  }
  return found;
}
