import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver-types';
import type { Diagnosis, Location, Severities } from '../rules/judge.js';
import type { Place } from '../text/span.js';
import type { ReviewState } from '../workspace/review-state.js';
import { joinAddress } from './addresses.js';

const severityNumbers = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** The severities of a client's settings; what is none of ours is left out. */
export function readSeverities(given: unknown): Severities {
  const known = ['error', 'warning', 'info', 'hint', 'off'] as const;
  const severities: Record<string, (typeof known)[number]> = {};
  if (typeof given !== 'object' || given === null) return severities;
  for (const [code, value] of Object.entries(given)) {
    const severity = known.find(each => each === value);
    if (severity) severities[code] = severity;
  }
  return severities;
}

export function toRange({ line, character, endLine, endCharacter }: Place): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

export function sameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

/** A diagnosis as the protocol tells it. `help` is where its code links to, `{code}` standing for the code. */
export function toDiagnostic(state: ReviewState, diagnosis: Diagnosis, help: string | undefined): Diagnostic {
  const address = ({ path }: Location): string => joinAddress(state.root, path);
  return {
    range: toRange(diagnosis.range),
    severity: severityNumbers[diagnosis.severity],
    code: diagnosis.code,
    source: 'metasynth',
    message: diagnosis.message,
    data: diagnosis.data,
    ...(help && { codeDescription: { href: help.replace('{code}', diagnosis.code) } }),
    ...(diagnosis.related.length > 0 && {
      relatedInformation: diagnosis.related.map(each => ({
        location: { uri: address(each), range: toRange(each.range) },
        message: each.message,
      })),
    }),
  };
}
