import type { Diagnostic } from 'vscode-languageserver-types';
import type { Diagnosis, Severities } from '../rules/diagnosis.js';
import type { ReviewState } from '../workspace/review-state.js';
import { type Typing, whileTyping } from './holding.js';

/** How long typing must rest before what is new on its line is shown, in milliseconds. */
export const rest = 400;

/** A review as far as addresses go. */
export type Rooted = Pick<ReviewState, 'root'>;

/** What the publisher needs of the protocol. */
export interface Outlet {
  publish(uri: string, diagnostics: Diagnostic[]): void;
  address(state: Rooted, path: string): string;
  convert(state: Rooted, diagnosis: Diagnosis): Diagnostic;
  /** True for what whoever reads this is not to be told yet. */
  hidden?(state: ReviewState, diagnosis: Diagnosis): boolean;
  /** Told after each showing how many errors and warnings a review has. */
  shown(state: ReviewState, toLookAt: number): void;
  /** Told when everything that holds has been shown. */
  rested?(state: ReviewState): void;
  /** Asks for `task` after `rest` milliseconds; gives back how to call it off. */
  later(task: () => void): () => void;
}

/** What an editor has been shown of one review. */
class Shown {
  readonly byPath = new Map<string, readonly Diagnosis[]>();
  readonly sent = new Map<string, string>();
  /** Files of which something waits for typing to rest. */
  readonly held = new Set<string>();
  /** Files of which something is not to be told yet. */
  readonly hiding = new Set<string>();
  shared: ReadonlyMap<string, string> = new Map();
  toLookAt = 0;
  cancel: (() => void) | undefined;
}

/** Shows each review's diagnostics file by file, and only of files of which something has changed. */
export class Publisher {
  /** How often a file's diagnostics have been sent. */
  published = 0;
  private readonly reviews = new Map<string, Shown>();

  constructor(
    private readonly outlet: Outlet,
    private readonly severities: () => Severities,
  ) {}

  /** Shows what holds now. With `typing`, what is new on that line and what takes time to judge waits for a rest. */
  show(state: ReviewState, typing?: Typing): void {
    const shown = this.reviews.get(state.root) ?? new Shown();
    this.reviews.set(state.root, shown);
    shown.cancel?.();
    shown.cancel = undefined;
    if (!typing) {
      this.showAll(state, shown);
      return;
    }
    const judgement = state.judge(this.severities(), 'quick');
    const turned = turnedCodes(shown.shared, judgement.shared);
    const paths = new Set(judgement.takeChangedPaths());
    // What waited for its line to be left may be shown by now; what waits for a rest altogether goes on waiting.
    if (shown.held.has(typing.path)) paths.add(typing.path);
    for (const path of paths) {
      const next = this.told(state, shown, path, judgement.of(path));
      const now = whileTyping(shown.byPath.get(path) ?? [], next, typing, turned);
      if (now.length === next.length && now.every((each, index) => each === next[index])) shown.held.delete(path);
      else shown.held.add(path);
      this.send(state, shown, path, now);
    }
    this.outlet.shown(state, shown.toLookAt);
    shown.cancel = this.outlet.later(() => {
      shown.cancel = undefined;
      this.showAll(state, shown);
    });
  }

  /** Shows what was found out in the background; while somebody is typing, at the rest that is awaited anyway. */
  refresh(state: ReviewState): void {
    const shown = this.reviews.get(state.root);
    if (shown && !shown.cancel) this.showAll(state, shown);
  }

  /** Shows what can be said of an open file while the rest of its review is still being read. */
  early(root: string, path: string, diagnoses: readonly Diagnosis[]): void {
    const shown = this.reviews.get(root) ?? new Shown();
    this.reviews.set(root, shown);
    // When all has been read, the file is looked at again, whatever else has changed.
    shown.held.add(path);
    this.send({ root }, shown, path, diagnoses);
  }

  /** What an editor has been shown of a file. */
  shownOf(root: string, path: string): readonly Diagnosis[] {
    return this.reviews.get(root)?.byPath.get(path) ?? [];
  }

  /** Takes back everything said of a review that is gone. */
  forget(root: string): void {
    const shown = this.reviews.get(root);
    shown?.cancel?.();
    for (const uri of shown?.sent.keys() ?? []) this.outlet.publish(uri, []);
    this.reviews.delete(root);
  }

  private showAll(state: ReviewState, shown: Shown): void {
    const judgement = state.judge(this.severities());
    // What was not to be told may be told now that something else has changed.
    const paths = new Set([...judgement.takeChangedPaths(), ...shown.held, ...shown.hiding]);
    shown.held.clear();
    shown.shared = judgement.shared;
    for (const path of [...paths].sort())
      this.send(state, shown, path, this.told(state, shown, path, judgement.of(path)));
    this.outlet.shown(state, shown.toLookAt);
    this.outlet.rested?.(state);
  }

  /** What of a file may be told. */
  private told(state: ReviewState, shown: Shown, path: string, all: readonly Diagnosis[]): readonly Diagnosis[] {
    const told = all.filter(each => !this.outlet.hidden?.(state, each));
    if (told.length === all.length) {
      shown.hiding.delete(path);
      return all;
    }
    shown.hiding.add(path);
    return told;
  }

  private send(state: Rooted, shown: Shown, path: string, diagnoses: readonly Diagnosis[]): void {
    shown.toLookAt += weight(diagnoses) - weight(shown.byPath.get(path) ?? []);
    if (diagnoses.length > 0) shown.byPath.set(path, diagnoses);
    else shown.byPath.delete(path);
    const uri = this.outlet.address(state, path);
    const diagnostics = diagnoses.map(each => this.outlet.convert(state, each));
    const words = diagnostics.length === 0 ? undefined : JSON.stringify(diagnostics);
    if (shown.sent.get(uri) === words) return;
    if (words === undefined) shown.sent.delete(uri);
    else shown.sent.set(uri, words);
    this.published++;
    this.outlet.publish(uri, diagnostics);
  }
}

/** How many of them are to be looked at: errors and warnings. */
function weight(diagnoses: readonly Diagnosis[]): number {
  return diagnoses.filter(each => each.severity === 'error' || each.severity === 'warning').length;
}

/** Codes that are said once for many before or after, and not both alike: they wait as a whole. */
function turnedCodes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Set<string> {
  return new Set([...before.keys(), ...after.keys()].filter(code => before.get(code) !== after.get(code)));
}
