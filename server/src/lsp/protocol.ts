/** What our own client and the server say to each other beyond the protocol; a file of `protocol/` for each subject. */

export * from './protocol/appraisals.js';
export * from './protocol/dashboard.js';
export * from './protocol/drafts.js';
export * from './protocol/files.js';
export * from './protocol/new-review.js';
export * from './protocol/reports.js';
export * from './protocol/start.js';
export * from './protocol/status.js';
export * from './protocol/themes.js';
export * from './protocol/translation.js';
export * from './protocol/tree.js';
