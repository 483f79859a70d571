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

/** What mends a diagnostic at its own place. Nothing where a person has to judge. */
export function fixesFor(diagnosis: Diagnosis): Fix[] {
  const field = meant[diagnosis.code];
  if (field === undefined) return [];
  const { path, range, data } = diagnosis;
  // The nearest name first; others that come near it after.
  const names = [String(data[field] ?? ''), ...String(data.others ?? '').split(' ')].filter(name =>
    plainName.test(name),
  );
  return names.map((name, index) => ({
    path,
    range,
    title: l10n.t('Change to "{0}"', name),
    text: name,
    preferred: index === 0,
  }));
}
