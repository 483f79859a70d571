import * as l10n from '@vscode/l10n';
import { nearest } from '../../text/words.js';
import type { Mender, Mending, Replacement } from './fix.js';
import { replacements } from './fix.js';

/** Names that can stand anywhere, in YAML and in Markdown, without quotation marks. */
const plainName = /^[\p{L}\p{N}_][\p{L}\p{N}_/-]*$/u;

/** Values that can stand in YAML without quotation marks, brackets around them or not. */
const plainValue = /^[\p{L}\p{N}][\p{L}\p{N} _/-]*$/u;

/** Takes the name that a piece of the diagnosis' data holds, and after it the others that come near. */
export function meantName(field: 'near' | 'now' | 'nearest'): Mender {
  return {
    fixes: mending => {
      const { data } = mending.diagnosis;
      const names = [String(data[field] ?? ''), ...String(data.others ?? '').split(' ')];
      return changesTo(
        mending,
        names.filter(name => plainName.test(name)),
      );
    },
  };
}

/** The heading or the word of the division that was meant. */
export const meantAspect: Mender = { fixes: mending => ofValue(mending, mending.diagnosis.data.near) };

/** One of the values that a field can have. */
export const meantValue: Mender = { fixes: mending => ofValue(mending, mending.diagnosis.data.nearest) };

/** The column that was meant, where the diagnosis stands at its name and not at the table as a whole. */
export const meantColumn: Mender = {
  fixes: mending => (mending.diagnosis.data.sort === 'yes' ? [] : ofValue(mending, mending.diagnosis.data.near)),
};

/** A text that YAML cuts or misreads, whole again: in quotation marks, as JSON writes them. */
export const quotationMarks: Mender = {
  fixes: mending => {
    const { range, data } = mending.diagnosis;
    const { value } = data;
    // A text that the message had to cut is left alone.
    if (typeof value !== 'string' || value === '' || value.endsWith('…') || range.line !== range.endLine) return [];
    return replacements(mending, [{ title: l10n.t('Put the text in quotation marks'), text: JSON.stringify(value) }]);
  },
};

export const meantCharacteristic: Mender = {
  fixes: mending => {
    const { expected, found, near } = mending.diagnosis.data;
    if (expected === 'thousands') return changesTo(mending, [String(found).replace(/\D/g, '')]);
    return expected === 'known' || expected === 'missing' ? ofValue(mending, near) : [];
  },
};

export const missingAt: Mender = {
  fixes: mending => changesTo(mending, [String(mending.diagnosis.data.marked ?? '')].filter(Boolean)),
};

/** The answers of the checklist, the nearest first; none is preferred where none comes near. */
export const meantAnswer: Mender = {
  fixes: mending => {
    const labels = mending.review.checklist?.answers.map(each => each.label.toLowerCase()) ?? [];
    const near = nearest(String(mending.diagnosis.data.answer ?? ''), labels, 1);
    const sorted = [...near, ...labels.filter(each => !near.includes(each))];
    return replacements(mending, sorted.map(changeTo), near.length > 0);
  },
};

export const derivedTotal: Mender = {
  fixes: mending => {
    const derived = String(mending.diagnosis.data.derived ?? '');
    return derived === '' ? [] : changesTo(mending, [derived]);
  },
};

function ofValue(mending: Mending, value: string | number | undefined) {
  const text = String(value ?? '');
  return plainValue.test(text) ? changesTo(mending, [text]) : [];
}

function changesTo(mending: Mending, texts: readonly string[]) {
  return replacements(mending, texts.map(changeTo));
}

function changeTo(text: string): Replacement {
  return { title: l10n.t('Change to "{0}"', text), text };
}
