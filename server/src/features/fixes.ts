import * as l10n from '@vscode/l10n';
import type { Diagnosis, Location } from '../rules/judge.js';

/** A change that mends a diagnostic: words put in the place of others. */
export interface Fix extends Location {
  readonly title: string;
  readonly text: string;
  /** True for the one that was almost certainly meant. */
  readonly preferred: boolean;
}

/** Codes whose range is a name, with the piece of their data that holds the name that was meant. */
const meant: Readonly<Record<string, string>> = {
  'theme.unknown': 'near',
  'theme.former-name': 'now',
  'construct.unknown': 'near',
  'citation.unknown': 'near',
  'finding.unknown': 'near',
  'appraisal.unknown-study': 'near',
  'appraisal.unknown-checklist': 'near',
  'study.unknown-field': 'near',
};

/** Names that can stand anywhere, in YAML and in Markdown, without quotation marks. */
const plainName = /^[\p{L}\p{N}_][\p{L}\p{N}_/-]*$/u;

/** Codes whose range is a text that YAML cuts or misreads; quotation marks make it whole. */
const misread: ReadonlySet<string> = new Set([
  'yaml.comma-cuts',
  'yaml.colon-swallows',
  'yaml.comment-cuts',
  'yaml.special-start',
]);

/** Values that can stand in YAML without quotation marks, brackets around them or not. */
const plainValue = /^[\p{L}\p{N}][\p{L}\p{N} _/-]*$/u;

/** What mends a diagnostic at its own place. Nothing where a person has to judge. */
export function fixesFor(diagnosis: Diagnosis): Fix[] {
  if (misread.has(diagnosis.code)) return quoted(diagnosis);
  if (diagnosis.code === 'characteristic.type') return ofCharacteristic(diagnosis);
  if (diagnosis.code === 'citation.without-at') return changes(diagnosis, [String(diagnosis.data.marked)]);
  const field = meant[diagnosis.code];
  if (field === undefined) return [];
  const { data } = diagnosis;
  // The nearest name first; others that come near it after.
  const names = [String(data[field] ?? ''), ...String(data.others ?? '').split(' ')];
  return changes(
    diagnosis,
    names.filter(name => plainName.test(name)),
  );
}

/** The text in quotation marks, as YAML reads them: what JSON writes. A text that the message had to cut is left alone. */
function quoted({ path, range, data }: Diagnosis): Fix[] {
  const { value } = data;
  if (typeof value !== 'string' || value === '' || value.endsWith('…') || range.line !== range.endLine) return [];
  const title = l10n.t('Put the text in quotation marks');
  return [{ path, range, title, text: JSON.stringify(value), preferred: true }];
}

function ofCharacteristic(diagnosis: Diagnosis): Fix[] {
  const { expected, found, near } = diagnosis.data;
  if (expected === 'thousands') return changes(diagnosis, [String(found).replace(/\D/g, '')]);
  return (expected === 'known' || expected === 'missing') && plainValue.test(String(near))
    ? changes(diagnosis, [String(near)])
    : [];
}

function changes({ path, range }: Diagnosis, texts: readonly string[]): Fix[] {
  return texts.map((text, index) => ({
    path,
    range,
    title: l10n.t('Change to "{0}"', text),
    text,
    preferred: index === 0,
  }));
}
