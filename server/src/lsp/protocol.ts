import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { CellEntry } from '../editing/translation-cells.js';
import type { AppraisalForm, AppraisalList } from '../features/appraisal-form.js';
import type { Dashboard, DashboardAsk } from '../features/dashboard.js';
import type { TreeNode, TreePath, TreeView } from '../features/review-tree.js';
import type { TranslationGrid } from '../features/translation-grid.js';

export type {
  AppraisalForm,
  ComparedQuestion,
  Comparison,
  FormAnswer,
  FormQuestion,
  FormTotal,
  GivenAnswer,
  Progress,
  StudyProgress,
} from '../features/appraisal-form.js';
export type {
  AppraisalProgress,
  ConstructShown,
  Constructs,
  Dashboard,
  DashboardAsk,
  DashboardPart,
  DashboardPlace,
  FiguresPart,
  FindingShown,
  Linked,
  NamedReport,
  Overview,
  Problem,
  ProblemGroup,
  Some,
  TableAsk,
  TablePart,
} from '../features/dashboard.js';
export type { StudyState, TreePath, TreeView } from '../features/review-tree.js';

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

/** Makes a report of the review that owns `uri`. */
export interface ReportParams {
  readonly uri: string;
  readonly report: string;
}

/** A replacement that holds only while `expected` stands in the range. */
export interface GuardedEdit {
  readonly uri: string;
  readonly range: Range;
  readonly expected: string;
  readonly newText: string;
}

export interface ReportResult {
  /** The report as a Markdown document of its own. */
  readonly markdown: string;
  /** Where the manuscript has blocks for it: what to put into them. Empty when they hold it already. */
  readonly edits: readonly GuardedEdit[];
  /** The manuscript that has such blocks. */
  readonly manuscript?: string;
  /** The pictures that such blocks show. */
  readonly pictures: readonly PictureFile[];
}

/** A picture that has to lie beside a manuscript. It is written where there is none, or one with the mark in it: ours. */
export interface PictureFile {
  readonly uri: string;
  readonly svg: string;
  readonly mark: string;
}

export const reportRequest = new RequestType<ReportParams, ReportResult | null, void>('metasynth/report');

/** A report that can be written into a file, and the formats in which it makes sense. */
export interface ExportableReport {
  readonly name: string;
  readonly command: string;
  readonly summary: string;
  readonly formats: readonly { readonly ending: string; readonly name: string }[];
}

export const exportableRequest = new RequestType<object, readonly ExportableReport[], void>('metasynth/exportable');

export interface ExportParams {
  readonly uri: string;
  readonly report: string;
  /** The ending of a format. */
  readonly format: string;
}

export interface ExportResult {
  /** The content of the file. */
  readonly base64: string;
  /** Drawings that have to lie beside the file, by their paths relative to it. */
  readonly figures: readonly { readonly path: string; readonly text: string }[];
}

/** Writes a report of the review that owns `uri` in a format; null where there is no such review, report or format. */
export const exportRequest = new RequestType<ExportParams, ExportResult | null, void>('metasynth/export');

/** The page of a diagnostic, as Markdown; null for a code that is not known. */
export const explainRequest = new RequestType<{ readonly code: string }, string | null, void>('metasynth/explain');

/** What the status bar shows, for each review. */
export interface ReviewStatus {
  readonly root: string;
  readonly title: string;
  readonly studies: number;
  readonly constructs: number;
  /** Errors and warnings. */
  readonly toLookAt: number;
  /** The reporting standards that apply, the one of every synthesis first. */
  readonly reporting: readonly ReportingStatus[];
}

/** How much of a reporting standard a manuscript reports so far. */
export interface ReportingStatus {
  /** As it is printed: `ENTREQ`. */
  readonly name: string;
  readonly present: number;
  readonly total: number;
}

export const statusNotification = new NotificationType<{ readonly reviews: readonly ReviewStatus[] }>(
  'metasynth/status',
);

/** What the server has done since it was asked last: what an edit costs, counted instead of timed. */
export interface WorkDone {
  readonly chunksRead: number;
  /** Names that something gives or uses now and did not before, or the other way round, and those that others print otherwise. */
  readonly symbolsChanged: number;
  readonly subjectsJudged: number;
  readonly filesPublished: number;
}

export const workRequest = new RequestType<object, WorkDone, void>('metasynth/work');

/** The client lists the files of a folder, and reads files, for a server that has no file system. Bytes travel as base64. */
export const listRequest = new RequestType<{ readonly root: string }, readonly string[], void>('metasynth/list');
export const findReviewsRequest = new RequestType<{ readonly folders: readonly string[] }, readonly string[], void>(
  'metasynth/findReviews',
);
export interface ClientFile {
  readonly uri: string;
  readonly base64?: string;
  readonly failure?: 'missing' | 'denied' | 'too-large';
}
export const readRequest = new RequestType<{ readonly uris: readonly string[] }, readonly ClientFile[], void>(
  'metasynth/read',
);

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

/** The study that is next to be read against those before it. */
export interface CompareNextResult {
  /** What is to be compared, as a page in Markdown. */
  readonly page: string;
  /** The file of the translation, be it there yet or not. */
  readonly file: string;
  /** The key of the study; absent where every cell has been compared. */
  readonly study?: string;
  /** Writes the cells that the study has not got yet, to do; absent where it has them all. */
  readonly edit?: WorkspaceEdit;
  /** The first of its cells that is there and not compared. */
  readonly cell?: Range;
  /** Why the cells cannot be written. */
  readonly problem?: string;
}

/** Where the review that owns `uri` stands in comparing its studies. Nothing is changed by asking. */
export const compareNextRequest = new RequestType<{ readonly uri: string }, CompareNextResult | null, void>(
  'metasynth/compareNext',
);

export interface TranslationGridResult extends TranslationGrid {
  readonly title: string;
  /** The folder of the review. */
  readonly root: string;
  /** The file of the translation, be it there yet or not. */
  readonly file: string;
}

/** The translation of the review that owns `uri`, as a grid. */
export const translationGridRequest = new RequestType<{ readonly uri: string }, TranslationGridResult | null, void>(
  'metasynth/translationGrid',
);

/** Tells a client that has asked for a grid that something of its review has changed. */
export const translationChangedNotification = new NotificationType<object>('metasynth/translationChanged');

/** What is to stand in one cell. What is left out stays; an empty list or text is taken out. */
export interface TranslateCellParams extends CellEntry {
  readonly uri: string;
  /** The construct's name. */
  readonly construct: string;
  /** The study's key. */
  readonly study: string;
}

/** The smallest edit that writes it. Nothing is changed by asking. */
export interface TranslateCellResult {
  readonly edit?: WorkspaceEdit;
  /** Why it cannot be written; there is no edit then. */
  readonly problem?: string;
}

export const translateCellRequest = new RequestType<TranslateCellParams, TranslateCellResult | null, void>(
  'metasynth/translateCell',
);
/** The people of a review's appraisal and its studies, as one of them sees them. */
export interface AppraisalsParams {
  readonly uri: string;
  readonly reviewer: string;
}

export interface AppraisalsResult extends AppraisalList {
  /** The folder of the review. */
  readonly root: string;
  /** The study that `uri` is the file of. */
  readonly inFront?: string;
}

export const appraisalsRequest = new RequestType<AppraisalsParams, AppraisalsResult | null, void>(
  'metasynth/appraisals',
);

export interface AppraisalFormParams {
  readonly uri: string;
  /** The study's key. */
  readonly study: string;
  /** Who asks. What others have answered is told only where this person may see it. */
  readonly reviewer: string;
}

export interface AppraisalFormResult {
  readonly form: AppraisalForm;
  /** The folder of the review. */
  readonly root: string;
  /** The study's file, and its full text where there is one. */
  readonly studyUri: string;
  readonly fullTextUri?: string;
  /** The file that holds what the reviewer says, be it there yet or not. */
  readonly fileUri: string;
}

/** A form for appraising one study; null where there is no such study or nobody of that name appraises. */
export const appraisalFormRequest = new RequestType<AppraisalFormParams, AppraisalFormResult | null, void>(
  'metasynth/appraisalForm',
);

/** Tells a client that has asked for a form that something of its review has changed. */
export const appraisalsChangedNotification = new NotificationType<object>('metasynth/appraisalsChanged');

/** An answer or a reason to be written. What is left out stays; a null answer and an empty reason are taken out. */
export interface AnswerParams extends AppraisalFormParams {
  readonly item: string;
  readonly answer?: string | null;
  readonly because?: string;
}

/** The smallest edit that writes it. Nothing is changed by asking. */
export interface AnswerResult {
  readonly edits: readonly GuardedEdit[];
  /** Files that are made, with all their text. */
  readonly created: readonly { readonly uri: string; readonly text: string }[];
  /** Why it cannot be written; there are no edits then. */
  readonly problem?: string;
}

export const answerRequest = new RequestType<AnswerParams, AnswerResult, void>('metasynth/answer');

export interface SettleParams extends AnswerParams {
  /** Who settles it. */
  readonly by?: readonly string[];
}

/** What holds where the raters differ, to be written into the consensus. */
export const settleRequest = new RequestType<SettleParams, AnswerResult, void>('metasynth/settle');

export interface DashboardParams {
  /** Any file of the review. */
  readonly uri: string;
  /** What is looked at: nothing else is made. */
  readonly ask: DashboardAsk;
}

export interface DashboardResult extends Dashboard {
  /** The folder of the review, below which the paths of all places lie. */
  readonly root: string;
}

/** A part of the dashboard of the review that owns `uri`; null where none does. */
export const dashboardRequest = new RequestType<DashboardParams, DashboardResult | null, void>('metasynth/dashboard');

/** Tells a client that has asked for a dashboard that something of a review may have changed, its problems among it. */
export const dashboardChangedNotification = new NotificationType<object>('metasynth/dashboardChanged');
/** What stands in a tree below a node, for somebody who looks at a review as a whole. */
export interface TreeParams {
  /** A file of the review, or its folder's `metasynth.yaml`. */
  readonly uri: string;
  readonly view: TreeView;
  /** Empty for the root. */
  readonly path: TreePath;
  /** Who looks: what others have answered is counted only as far as this person may know it. */
  readonly reviewer: string;
}

/** A node with its places as clients know them. */
export interface TreeItem extends Omit<TreeNode, 'path' | 'range' | 'section'> {
  readonly at?: { readonly uri: string; readonly range: Range };
  readonly section?: { readonly uri: string; readonly range: Range };
}

export const treeRequest = new RequestType<TreeParams, readonly TreeItem[], void>('metasynth/tree');

/** How many studies are left to appraise for somebody, or without an appraisal that holds; null where no review is. */
export const studiesLeftRequest = new RequestType<
  { readonly uri: string; readonly reviewer: string },
  number | null,
  void
>('metasynth/studiesLeft');

/** Tells a client that has asked for a tree that something of a review has changed, and typing has come to rest. */
export const treeChangedNotification = new NotificationType<object>('metasynth/treeChanged');

export interface PlaceReportParams extends ReportParams {
  /** A manuscript with the line before which a new block is meant to stand; otherwise it stands at the manuscript's end. */
  readonly before?: { readonly uri: string; readonly line: number };
}

/** A block for a report, filled, where the manuscript has none; what mends the block that it has, otherwise. */
export interface PlacedReport {
  readonly edits: readonly GuardedEdit[];
  readonly manuscript?: string;
  readonly pictures: readonly PictureFile[];
  /** Why it cannot be had. */
  readonly problem?: string;
}

export const placeReportRequest = new RequestType<PlaceReportParams, PlacedReport, void>('metasynth/placeReport');

/** What somebody says of a review that they are about to start. */
export interface NewReviewParams {
  readonly title: string;
  readonly question: string;
  /** One of the approaches that the format knows, or empty. */
  readonly approach: string;
  /** Initials of those who appraise the studies. */
  readonly raters: readonly string[];
}

/** The files of a new review, relative to its folder; nothing is written by asking. */
export interface NewReviewResult {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly folders: readonly string[];
  /** Why it cannot be started so; there are no files then. */
  readonly problem?: string;
}

export const newReviewRequest = new RequestType<NewReviewParams, NewReviewResult, void>('metasynth/newReview');

/** The approaches to synthesis that the format knows. */
export const approachesRequest = new RequestType<object, readonly string[], void>('metasynth/approaches');
