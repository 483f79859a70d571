import {
  CreateFile,
  type Diagnostic,
  DiagnosticSeverity,
  type Range,
  RenameFile,
  TextDocumentEdit,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Change } from '../editing/change.js';
import type { Diagnosis, Location, Severities } from '../rules/judge.js';
import type { Place } from '../text/span.js';
import type { ReviewState } from '../workspace/review-state.js';
import { joinAddress } from './addresses.js';
import type { EditorSettings } from './session.js';

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

/** What a client's settings say of lenses and hints; what they do not say is shown. */
export function readEditorSettings(given: unknown): EditorSettings {
  const shown = (area: string, name: string): boolean => {
    const group = (given as Record<string, unknown> | null | undefined)?.[area];
    return (group as Record<string, unknown> | null | undefined)?.[name] !== false;
  };
  return {
    codeLens: {
      constructs: shown('codeLens', 'constructs'),
      themes: shown('codeLens', 'themes'),
      studies: shown('codeLens', 'studies'),
    },
    inlayHints: { appraisal: shown('inlayHints', 'appraisal'), themes: shown('inlayHints', 'themes') },
  };
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

/** Editors show each place as a line of its own below a problem, where ten of them hide the next problem. */
const mostRelated = 3;

/** A diagnosis as the protocol tells it. `help` is where its code links to, `{code}` standing for the code. */
export function toDiagnostic(
  state: Pick<ReviewState, 'root'>,
  diagnosis: Diagnosis,
  help: string | undefined,
): Diagnostic {
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
      relatedInformation: diagnosis.related.slice(0, mostRelated).map(each => ({
        location: { uri: address(each), range: toRange(each.range) },
        message: each.message,
      })),
    }),
  };
}

/**
 * A change as one edit of the workspace. New files come first, then texts, then moves, so that every address is the one
 * that holds at that moment. Clients that cannot take files get the texts alone, and none of a change that needs more.
 */
export function toWorkspaceEdit(address: (path: string) => string, { edits, moves, created }: Change): WorkspaceEdit {
  const byPath = new Map<string, TextEdit[]>();
  for (const { path, range, text } of edits) {
    const list = byPath.get(path) ?? [];
    list.push(TextEdit.replace(toRange(range), text));
    byPath.set(path, list);
  }
  if (moves.length === 0 && created.length === 0) {
    return { changes: Object.fromEntries([...byPath].map(([path, list]) => [address(path), list])) };
  }
  const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return {
    documentChanges: [
      ...created.flatMap(({ path, text }) => [
        CreateFile.create(address(path), { overwrite: false, ignoreIfExists: false }),
        TextDocumentEdit.create({ uri: address(path), version: null }, [TextEdit.replace(start, text)]),
      ]),
      ...[...byPath].map(([path, list]) => TextDocumentEdit.create({ uri: address(path), version: null }, list)),
      ...moves.map(({ from, to }) => RenameFile.create(address(from), address(to), { overwrite: false })),
    ],
  };
}
