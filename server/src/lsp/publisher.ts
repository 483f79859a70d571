import type { Diagnostic } from 'vscode-languageserver-types';
import { type Diagnosis, isSlow, type Severities } from '../rules/judge.js';
import type { ReviewState } from '../workspace/review-state.js';
import { type Typing, whileTyping } from './holding.js';

/** How long typing must rest before what is new on its line is shown, in milliseconds. */
export const rest = 350;

/** What the publisher needs of the protocol. */
export interface Outlet {
  publish(uri: string, diagnostics: Diagnostic[]): void;
  address(state: ReviewState, path: string): string;
  convert(state: ReviewState, diagnosis: Diagnosis): Diagnostic;
  /** Told whenever what is shown of a review may have changed. */
  shown(state: ReviewState, diagnoses: readonly Diagnosis[]): void;
  /** Asks for `task` after `rest` milliseconds; gives back how to call it off. */
  later(task: () => void): () => void;
}

/** Shows each review's diagnostics file by file, and takes back those of files that have none any more. */
export class Publisher {
  private readonly shown = new Map<string, readonly Diagnosis[]>();
  private readonly sent = new Map<string, Map<string, string>>();
  private readonly waiting = new Map<string, () => void>();

  constructor(
    private readonly outlet: Outlet,
    private readonly severities: () => Severities,
  ) {}

  /** Shows what holds now. With `typing`, what is new on that line and what takes time to judge waits for a rest. */
  show(state: ReviewState, typing?: Typing): void {
    this.waiting.get(state.root)?.();
    this.waiting.delete(state.root);
    if (!typing) {
      this.send(state, state.diagnoses(this.severities()));
      return;
    }
    const shown = this.shown.get(state.root) ?? [];
    const standing = shown.filter(each => isSlow(each.code));
    const quick = state.diagnoses(this.severities(), 'quick');
    this.send(state, [
      ...whileTyping(
        shown.filter(each => !isSlow(each.code)),
        quick,
        typing,
      ),
      ...standing,
    ]);
    const cancel = this.outlet.later(() => {
      this.waiting.delete(state.root);
      this.send(state, state.diagnoses(this.severities()));
    });
    this.waiting.set(state.root, cancel);
  }

  /** Takes back everything said of a review that is gone. */
  forget(root: string): void {
    this.waiting.get(root)?.();
    this.waiting.delete(root);
    for (const uri of this.sent.get(root)?.keys() ?? []) this.outlet.publish(uri, []);
    this.sent.delete(root);
    this.shown.delete(root);
  }

  private send(state: ReviewState, diagnoses: readonly Diagnosis[]): void {
    this.shown.set(state.root, diagnoses);
    const byUri = new Map<string, Diagnostic[]>();
    for (const diagnosis of diagnoses) {
      const uri = this.outlet.address(state, diagnosis.path);
      const list = byUri.get(uri) ?? [];
      list.push(this.outlet.convert(state, diagnosis));
      byUri.set(uri, list);
    }
    const before = this.sent.get(state.root) ?? new Map<string, string>();
    const after = new Map<string, string>();
    for (const [uri, diagnostics] of byUri) {
      const words = JSON.stringify(diagnostics);
      after.set(uri, words);
      if (before.get(uri) !== words) this.outlet.publish(uri, diagnostics);
    }
    for (const uri of before.keys()) if (!after.has(uri)) this.outlet.publish(uri, []);
    this.sent.set(state.root, after);
    this.outlet.shown(state, diagnoses);
  }
}
