import { formatOf } from '../syntax/bibliography/read.js';
import type { Span } from '../text/span.js';
import { foldId } from '../text/words.js';
import type { NamePlace } from './name-place.js';

/** How another key is written where a work has its own. */
export function bibliographyWriter(path: string, text: string, at: Span) {
  const written = text.slice(at[0], at[1]);
  const format = formatOf(path) ?? 'bibtex';
  if (format === 'csl-json') {
    const quoted = text[at[0] - 1] === '"';
    const name = quoted ? fromJson(written) : written;
    const whole: Span = quoted ? [at[0] - 1, at[1] + 1] : at;
    return { name, whole, write: (key: string): string => JSON.stringify(key) };
  }
  const write = (key: string): string | undefined => (fits(format, key) ? key : undefined);
  return { name: written, whole: at, write };
}

function fits(format: 'bibtex' | 'ris', key: string): boolean {
  return format === 'ris' ? !/[\n\r]/.test(key) : !/[\s,{}"=#%\\()~']/.test(key);
}

function fromJson(written: string): string {
  try {
    return String(JSON.parse(`"${written}"`));
  } catch {
    return written;
  }
}

/** Keys that works of a BibTeX file name of one another. */
export function linkedKeys(path: string, text: string): NamePlace[] {
  if ((formatOf(path) ?? 'bibtex') !== 'bibtex') return [];
  const links = /\b(?:crossref|xref|xdata)\s*=\s*[{"]\s*([^\s{}",]+)\s*[}"]/gi;
  return Array.from(text.matchAll(links), match => {
    const name = match[1]!;
    const start = match.index + match[0].lastIndexOf(name);
    const at: Span = [start, start + name.length];
    const write = (key: string): string | undefined => (fits('bibtex', key) ? key : undefined);
    return { kind: 'work', id: foldId(name), name, role: 'mentions', at, whole: at, write };
  });
}
