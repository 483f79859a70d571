import type * as z from 'zod';
import type { Path } from './located-tree.js';

/** One thing that a definition objects to, as zod tells it once unions are settled. */
export type Objection =
  | { readonly kind: 'unknown'; readonly path: Path; readonly keys: readonly string[] }
  | { readonly kind: 'name'; readonly path: Path; readonly expected: string }
  | { readonly kind: 'type'; readonly path: Path; readonly expected: string }
  | { readonly kind: 'missing'; readonly path: Path; readonly field: string };

type Issue = z.core.$ZodIssue;

/**
 * Turns zod's issues into objections. Of a union, zod tells what each side objects to; the side that was meant is the one that
 * the value fits as a whole (a map where fields are expected), and only what that side objects to inside is told.
 */
export function objections(issues: readonly Issue[]): readonly Objection[] {
  return issues.flatMap(issue => settle(issue));
}

function settle(issue: Issue): readonly Objection[] {
  const path = issue.path.filter(step => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') return [{ kind: 'unknown', path, keys: issue.keys }];
  if (issue.code === 'invalid_key') {
    return [{ kind: 'name', path, expected: issue.issues[0]?.message ?? issue.message }];
  }
  if (issue.code === 'custom') return [{ kind: 'missing', path, field: String(issue.params?.missing ?? '') }];
  if (issue.code === 'invalid_union') {
    const sides = issue.errors.map(errors => errors.flatMap(error => settle(error)));
    const meant = sides.filter(side => side.length > 0 && !side.some(isWhole)).sort((a, b) => a.length - b.length)[0];
    if (meant) return meant.map(objection => ({ ...objection, path: [...path, ...objection.path] }));
  }
  return [{ kind: 'type', path, expected: issue.message }];
}

/** True when the value as a whole does not fit. */
function isWhole(objection: Objection): boolean {
  return objection.kind === 'type' && objection.path.length === 0;
}
