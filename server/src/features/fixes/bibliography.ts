import * as l10n from '@vscode/l10n';
import { editing } from '../../editing/change.js';
import { toEdits } from '../../editing/pieces.js';
import { addItem } from '../../editing/yaml-edits.js';
import type { Review } from '../../review/model.js';
import { reviewFile } from '../../review/paths.js';
import { formatOf } from '../../syntax/bibliography/read.js';
import type { Fix, Mender, Mending } from './fix.js';
import { presentPath, yamlFix } from './fix.js';
import { meantName } from './names.js';

/** Keys that can stand in a BibTeX file, and name no folder in a RIS one. */
const plainKey = /^[\p{L}\p{N}_:.+/-]+$/u;

export const unknownCitation: Mender = {
  files: review => [bibliographyPath(review) ?? ''],
  fixes: mending => [...meantName('near').fixes(mending), ...addWork(mending)],
};

export const studyWithoutWork: Mender = {
  files: review => [bibliographyPath(review) ?? ''],
  fixes: addWork,
};

/** A work that is theory or context, listed as such. */
export const backgroundWork: Mender = {
  files: () => [reviewFile],
  fixes: mending => {
    const key = String(mending.diagnosis.data.key ?? '');
    const fix = { title: l10n.t('List "{0}" as background', key), preferred: false };
    return key === ''
      ? []
      : yamlFix(mending, reviewFile, fix, source => addItem(source, ['background'], key, 'sorted'));
  },
};

/** An entry of which no more is known than its key and, where that tells it, the year: a person fills in the rest. */
export function workStub(format: 'bibtex' | 'ris', key: string, text: string): string {
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(key)?.[0];
  if (format === 'ris') return ['TY  - GEN', `ID  - ${key}`, ...(year ? [`PY  - ${year}`] : []), 'ER  - '].join('\n');
  const type = [...text.matchAll(/^[ \t]*@(\w+)[ \t]*\{/gm)].map(each => each[1]!).findLast(isWork) ?? 'misc';
  if (!year) return `@${type}{${key},\n}`;
  // What the entries above do between their braces, this one does too.
  const like = [...text.matchAll(/([\r\n]+[ \t]*|[ \t]*)\byear([ \t]*=[ \t]*)([{"]?)\d{4}([}"]?)/gi)].at(-1);
  const [, margin = '\n  ', sign = ' = ', open = '{', close = '}'] = like ?? [];
  const below = /[\r\n]/.test(margin);
  const field = `year${sign}${open}${year}${close}`;
  return below ? `@${type}{${key},\n${margin.replace(/[\r\n]/g, '')}${field}\n}` : `@${type}{${key}, ${field}}`;
}

function addWork(mending: Mending): Fix[] {
  const key = String(mending.diagnosis.data.key ?? '');
  const path = bibliographyPath(mending.review);
  const text = path === undefined ? undefined : mending.texts(path);
  if (path === undefined || text === undefined || !plainKey.test(key)) return [];
  const format = formatOf(path) ?? 'bibtex';
  if (format === 'csl-json') return [];
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const stub = workStub(format, key, text);
  const gap = text === '' ? '' : /[\r\n]$/.test(text) ? (/\}\s*[\r\n]+\s*[\r\n]+\s*@/.test(text) ? eol : '') : eol;
  const put = `${gap}${stub.replace(/\n/g, eol)}${eol}`;
  const change = editing(toEdits(path, text, [{ span: [text.length, text.length], text: put }]));
  return [{ title: l10n.t('Add an entry "{0}" to {1}', key, path), preferred: false, change }];
}

function isWork(type: string): boolean {
  return !/^(string|preamble|comment)$/i.test(type);
}

/** The first bibliography that is there. */
function bibliographyPath(review: Review): string | undefined {
  return review.settings.bibliography.map(told => presentPath(review, told)).find(path => path !== undefined);
}
