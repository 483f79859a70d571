import { RequestType } from 'vscode-languageserver-protocol';
import type { WorkspaceEdit } from 'vscode-languageserver-types';

/** A theme of the codebook, for choosing one from a list. */
export interface ThemeItem {
  readonly id: string;
  /** As the codebook spells it. */
  readonly name: string;
  readonly label: string;
  /** The labels of the constructs that it is part of. */
  readonly constructs: readonly string[];
  /** The included studies that carry it: what splitting it asks for. */
  readonly studies: readonly { readonly key: string; readonly name: string }[];
}

/** The themes of the review that owns `uri`, in the order of the codebook. */
export const themesRequest = new RequestType<{ readonly uri: string }, readonly ThemeItem[], void>('metasynth/themes');

/** A change of the whole review that was asked for: to look at, and to apply. Nothing is changed by asking. */
export interface RefactoringResult {
  /** What happens, as a whole and then file by file. */
  readonly summary: readonly string[];
  readonly edit?: WorkspaceEdit;
  /** Why it cannot be had; there is no edit then. */
  readonly problem?: string;
}

export interface MergeThemesParams {
  readonly uri: string;
  readonly from: string;
  readonly into: string;
  /** True to have each edit confirmed, by which VS Code shows them before it makes them. */
  readonly preview?: boolean;
}

/** Folds a theme into another. */
export const mergeThemesRequest = new RequestType<MergeThemesParams, RefactoringResult | null, void>(
  'metasynth/mergeThemes',
);

export interface SplitThemeParams {
  readonly uri: string;
  readonly from: string;
  /** A new name, or a theme that is there already. */
  readonly to: string;
  /** What a new theme is called. */
  readonly label: string;
  /** The keys of the studies that go over. */
  readonly studies: readonly string[];
  /** True to have each edit confirmed, by which VS Code shows them before it makes them. */
  readonly preview?: boolean;
}

/** Moves some studies of a theme to another. */
export const splitThemeRequest = new RequestType<SplitThemeParams, RefactoringResult | null, void>(
  'metasynth/splitTheme',
);
