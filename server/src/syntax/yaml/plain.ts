import type { Span } from '../../text/span.js';
import type { Path } from './access.js';
import { entry } from './access.js';
import type { Located } from './located.js';

/**
 * A tree as plain values, for a schema to judge: texts, arrays, and objects without a prototype, so that a key such as
 * `__proto__` is a key like any other. Of keys that stand twice the first counts. A key with nothing after it is an
 * empty text, as in YAML's failsafe schema: nothing is guessed here.
 */
export function toPlain(value: Located): unknown {
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'list') return value.items.map(toPlain);
  const plain: Record<string, unknown> = Object.create(null);
  for (const each of value.entries) {
    if (!Object.hasOwn(plain, each.key)) plain[each.key] = toPlain(each.value);
  }
  return plain;
}

/**
 * Where the value at a path of `toPlain`'s result stands, to mark what a schema found. A path that leads further than
 * the tree gives the place of the last value on the way. `keyAt` is there when that value is an entry's.
 */
export function placeOfPath(root: Located, path: Path): { at: Span; keyAt?: Span } {
  let value = root;
  let keyAt: Span | undefined;
  for (const step of path) {
    if (value.kind === 'map') {
      const found = entry(value, String(step));
      if (!found) break;
      value = found.value;
      keyAt = found.keyAt;
    } else if (value.kind === 'list') {
      const found = value.items[Number(step)];
      if (!found) break;
      value = found;
      keyAt = undefined;
    } else break;
  }
  return keyAt ? { at: value.at, keyAt } : { at: value.at };
}
