import type { Requests } from '../session.js';
import { codeActionRequests } from './code-actions.js';
import { hoverRequests } from './hover.js';
import { renameRequests } from './rename.js';
import { reportRequests } from './reports.js';

/** Everything that a client can ask, in the order of the alphabet. */
export const requests: readonly Requests[] = [codeActionRequests, hoverRequests, renameRequests, reportRequests];
