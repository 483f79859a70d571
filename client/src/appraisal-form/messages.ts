import type { AppraisalForm } from '../../../server/src/lsp/protocol.js';
import type { Words } from './words.js';

/** What is needed to show a form again after the window was loaded anew. */
export interface FormState {
  /** A file of the review. */
  readonly uri: string;
  readonly study: string;
  readonly reviewer: string;
  /** Whether what to look for is shown below the questions. */
  readonly hints?: boolean;
}

/** Which file a link of the form opens. */
export type Opened = 'study' | 'full-text' | 'file' | 'checklist';

/** What the page tells the extension. A turn counts what the page has asked to be written, so that it knows what an answer knows of. */
export type FromPage =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'answer'; readonly turn: number } & Said)
  | ({ readonly kind: 'settle'; readonly turn: number; readonly by?: readonly string[] } & Said)
  | { readonly kind: 'go'; readonly study: string }
  | { readonly kind: 'open'; readonly what: Opened }
  | { readonly kind: 'choose-study' }
  | { readonly kind: 'choose-reviewer' };

/** An answer or a reason; null takes an answer back. */
export interface Said {
  readonly study: string;
  readonly item: string;
  readonly answer?: string | null;
  readonly because?: string;
}

/** What the extension tells the page. */
export type ToPage =
  | {
      readonly kind: 'form';
      readonly form: AppraisalForm;
      readonly state: FormState;
      readonly words: Words;
      readonly fullText: boolean;
      /** The last turn whose writing this form knows of. */
      readonly turn: number;
    }
  | { readonly kind: 'written'; readonly turn: number; readonly saved: boolean }
  | { readonly kind: 'refused'; readonly turn: number; readonly problem: string }
  | { readonly kind: 'gone'; readonly text: string };
