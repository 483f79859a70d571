import type { Diagnosis } from '../rules/diagnosis.js';

/** The line that is being typed on, in a file of the review. */
export interface Typing {
  readonly path: string;
  readonly line: number;
}

/**
 * What to show of a file while somebody types. What is mended goes at once; what is new on the line being typed, and complaints said
 * once for the whole review, wait until the typing rests: half a word is no mistake.
 */
export function whileTyping(
  shown: readonly Diagnosis[],
  next: readonly Diagnosis[],
  typing: Typing | undefined,
  turned: ReadonlySet<string> = turnedCodes(shown, next),
): readonly Diagnosis[] {
  if (!typing) return next;
  const known = countBy(shown, identity);
  const now = next.filter(each => {
    if (turned.has(each.code)) return false;
    const id = identity(each);
    const left = known.get(id) ?? 0;
    if (left > 0) {
      known.set(id, left - 1);
      return true;
    }
    return !isOn(each, typing);
  });
  return [...now, ...shown.filter(each => turned.has(each.code))];
}

/** Codes that are said once for many before or after, and not both alike: they wait as a whole. */
function turnedCodes(shown: readonly Diagnosis[], next: readonly Diagnosis[]): Set<string> {
  const words = (list: readonly Diagnosis[]): Map<string, string> =>
    new Map(list.filter(each => each.shared).map(each => [each.code, each.message]));
  const before = words(shown);
  const after = words(next);
  return new Set([...before.keys(), ...after.keys()].filter(code => before.get(code) !== after.get(code)));
}

function identity({ path, code, message }: Diagnosis): string {
  return `${path}\n${code}\n${message}`;
}

function isOn({ path, range }: Diagnosis, typing: Typing): boolean {
  return path === typing.path && range.line <= typing.line && typing.line <= range.endLine;
}

function countBy<T>(list: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
