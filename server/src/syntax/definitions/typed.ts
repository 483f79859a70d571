import type { Located, LocatedScalar } from '../yaml/located.js';

/** Deeper values are read as absent. No part of the format is more than a handful of levels deep. */
const deepest = 200;

/**
 * A located value as plain data, scalars resolved as YAML 1.2's core schema says: plain `12` is a number, `true` a truth
 * value, nothing at all is null, `yes` is text, and whatever stands in quotes or after `|` or `>` is text. Of a key that
 * stands twice the first counts. A key `__proto__` is a key like any other.
 */
export function toTyped(located: Located): unknown {
  return typed(located, 0);
}

function typed(located: Located, depth: number): unknown {
  if (depth > deepest) return null;
  if (located.kind === 'scalar') return scalarOf(located);
  if (located.kind === 'list') return located.items.map(item => typed(item, depth + 1));
  const map: Record<string, unknown> = {};
  for (const { key, value } of located.entries) {
    if (Object.hasOwn(map, key)) continue;
    const plain = typed(value, depth + 1);
    // Assigning to `__proto__` would change what the object is instead of adding a key to it.
    if (key === '__proto__') {
      Object.defineProperty(map, key, { value: plain, enumerable: true, configurable: true, writable: true });
    } else map[key] = plain;
  }
  return map;
}

const nothing = /^(~|null|Null|NULL)?$/;
const decimal = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;

/** Where a plain text that is no text begins: with `~`, a sign, a full stop, a digit, or the letter of a word for it. */
const maybeOther = /^[-+.~0-9nNtTfF]/;

/** One scalar as plain data. */
export function scalarOf({ value, style }: LocatedScalar): unknown {
  if (style === 'empty') return null;
  if (style !== 'plain' && style !== 'alias') return value;
  if (value !== '' && !maybeOther.test(value)) return value;
  if (nothing.test(value)) return null;
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  if (decimal.test(value) || /^0x[0-9a-fA-F]+$/.test(value) || /^0o[0-7]+$/.test(value)) return Number(value);
  if (/^[-+]?\.(inf|Inf|INF)$/.test(value)) return value.startsWith('-') ? -Infinity : Infinity;
  if (/^\.(nan|NaN|NAN)$/.test(value)) return Number.NaN;
  return value;
}
