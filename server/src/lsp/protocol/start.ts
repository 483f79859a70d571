/** What our client tells the server when it starts it; other clients leave all of it out. */
export interface InitializationOptions {
  /** True when the client reads files for the server, as it must in a browser and in virtual workspaces. */
  readonly clientFiles?: boolean;
  /**
   * True for a client that has the commands `metasynth.showReferences`, by which a lens leads to the places it counts, and
   * `metasynth.completeAt`, by which an action that began something goes on with what may be written there.
   */
  readonly commands?: boolean;
  /** True for a client that wants diagnostics pushed though it could ask for them: with both, each would show twice. */
  readonly push?: boolean;
  /** Where a diagnostic's code links to; `{code}` stands for the code. */
  readonly help?: string;
  /** Where the script lies that reads PDFs, for a server in a browser. */
  readonly pdf?: string;
  /** Likewise the one that writes office files. */
  readonly office?: string;
  /** The strings of the user's language, as VS Code loads them from the extension's bundle. */
  readonly strings?: Readonly<Record<string, unknown>>;
  /** Who the user is, by the initials that reviews know them by. */
  readonly reviewer?: string;
  /** The user's severities by code or area. */
  readonly severities?: Readonly<Record<string, string>>;
}
