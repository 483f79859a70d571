import type { Located, SyntaxProblem } from '../yaml/located.js';
export type Part = 'review' | 'study' | 'codebook' | 'rater' | 'coding' | 'translation' | 'confidence';
export function validate(_root: Located | undefined, _part: Part): SyntaxProblem[] { return []; }
export function knownKeys(_part: Part): ReadonlySet<string> { return new Set(); }
