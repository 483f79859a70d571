import type { Requests } from '../session.js';
import { appraisalRequests } from './appraisals.js';
import { codeActionRequests } from './code-actions.js';
import { completionRequests } from './completion.js';
import { dashboardRequests } from './dashboard.js';
import { documentLinkRequests } from './document-links.js';
import { documentSymbolRequests } from './document-symbols.js';
import { draftRequests } from './drafts.js';
import { foldingRangeRequests } from './folding-ranges.js';
import { formattingRequests } from './formatting.js';
import { hoverRequests } from './hover.js';
import { inlayHintRequests } from './inlay-hints.js';
import { lensRequests } from './lenses.js';
import { linkedEditingRequests } from './linked-editing.js';
import { navigationRequests } from './navigation.js';
import { newReviewRequests } from './new-review.js';
import { renameRequests } from './rename.js';
import { reportRequests } from './reports.js';
import { selectionRangeRequests } from './selection-ranges.js';
import { semanticTokenRequests } from './semantic-tokens.js';
import { translationRequests } from './translation.js';
import { treeRequests } from './tree.js';
import { workRequests } from './work.js';
import { workspaceSymbolRequests } from './workspace-symbols.js';

/** Everything that a client can ask, in the order of the alphabet. */
export const requests: readonly Requests[] = [
  appraisalRequests,
  codeActionRequests,
  completionRequests,
  dashboardRequests,
  documentLinkRequests,
  documentSymbolRequests,
  draftRequests,
  foldingRangeRequests,
  formattingRequests,
  hoverRequests,
  inlayHintRequests,
  lensRequests,
  linkedEditingRequests,
  navigationRequests,
  newReviewRequests,
  renameRequests,
  reportRequests,
  selectionRangeRequests,
  semanticTokenRequests,
  translationRequests,
  treeRequests,
  workRequests,
  workspaceSymbolRequests,
];
