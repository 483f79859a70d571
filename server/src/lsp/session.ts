import type { CancellationToken, ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Tools } from '../documents/formats.js';
import type { HintSettings } from '../features/inlay-hints.js';
import type { LensSettings } from '../features/lenses.js';
import type { Diagnosis, Severities } from '../rules/judge.js';
import type { ReviewState } from '../workspace/review-state.js';
import type { Owned, Workspace } from '../workspace/workspace.js';

/** The user's settings of what is shown beside the text; all of it unless they say otherwise. */
export interface EditorSettings {
  readonly codeLens: LensSettings;
  readonly inlayHints: HintSettings;
}

/** What the answers to a client's requests may use of the running server. */
export interface Session {
  readonly connection: Connection;
  /** What the client can do, as it said when it greeted the server. */
  readonly client: ClientCapabilities;
  readonly workspace: Workspace;
  readonly severities: Severities;
  /** What the user wants to see beside the text. */
  readonly settings: EditorSettings;
  /** How often the diagnostics of a file have been sent. */
  readonly published: number;
  /** What has been shown of a review: neither what is held back nor what whoever reads this is not to be told. */
  shown(state: ReviewState): readonly Diagnosis[];
  /** Whether the client has the commands of our own. */
  readonly commands: boolean;
  /** Where a diagnostic's page lies, `{code}` standing for the code; undefined where there are no pages. */
  readonly help: string | undefined;
  /** What the host lends to writers of reports. */
  readonly tools: Tools;
  /**
   * The review that owns a file, once all that was typed before the request has been taken in. None for a request that was taken
   * back meanwhile, as happens to most of them while somebody types or a large review is being read.
   */
  owned(uri: string, token?: CancellationToken): Promise<Owned | undefined>;
  /** The address of a file of a review, as clients know it. */
  address(state: ReviewState, path: string): string;
}

/**
 * The adapter of one kind of request: what the server says of itself when it is greeted, and the handlers. A file in
 * `requests/` for each; what is answered is made by `features/`, as plain data.
 */
export interface Requests {
  /** What is shown of a review may have changed, and typing has come to rest. */
  refresh?(session: Session): void;
  capabilities(client: ClientCapabilities): Partial<ServerCapabilities>;
  register(session: Session): void;
}
