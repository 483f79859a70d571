import type { Standing } from './yaml-scalars.js';
import { writeBlock, writeScalar } from './yaml-scalars.js';

/**
 * What an edit writes. A string is a name, a number or a few words; `prose` is a sentence or more, which never stands
 * between `{ }` or `[ ]`; an empty string is a key with nothing after it.
 */
export type Value =
  | string
  | { readonly prose: string }
  | { readonly list: readonly Value[]; readonly flow?: boolean }
  | { readonly map: readonly (readonly [key: string, value: Value])[]; readonly flow?: boolean };

/** How a value is to be written at its place. */
export interface Manner extends Standing {
  /** White space before the key or dash to which the value belongs. */
  readonly margin: string;
  /** How much further in stands what belongs to a key. */
  readonly step: string;
  readonly eol: string;
}

/**
 * A value as it follows a colon, with the space or line break before it; undefined where it cannot stand there, which is
 * so for prose inside brackets.
 */
export function afterColon(value: Value, manner: Manner): string | undefined {
  if (typeof value === 'string') return value === '' ? '' : ` ${writeScalar(value, 'plain', manner)}`;
  if ('prose' in value) return afterSign(value.prose, manner);
  if (manner.flow || value.flow || isNothing(value)) {
    const flow = inFlow(value, manner);
    return flow === undefined ? undefined : ` ${flow}`;
  }
  const below = blockLines(value, manner.margin + manner.step, manner);
  return below === undefined ? undefined : manner.eol + below.join(manner.eol);
}

/** A value as it follows a dash and a space. */
export function afterDash(value: Value, manner: Manner): string | undefined {
  if (typeof value === 'string') return value === '' ? '""' : writeScalar(value, 'plain', manner);
  if ('prose' in value) return afterSign(value.prose, manner)?.slice(1);
  if ('list' in value || value.flow || isNothing(value)) return inFlow(value, manner);
  return blockLines(value, `${manner.margin}  `, manner)?.join(manner.eol).trimStart();
}

/** A value between brackets: names and words alone. */
export function inFlow(value: Value, manner: Manner): string | undefined {
  if (typeof value === 'string') return value === '' ? '""' : writeScalar(value, 'plain', { ...manner, flow: true });
  if ('prose' in value) return undefined;
  if ('list' in value) {
    const items = value.list.map(item => inFlow(item, manner));
    return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
  }
  const entries = value.map.map(([key, inner]) => flowEntry(key, inner, manner));
  return entries.includes(undefined) ? undefined : `{${entries.join(', ')}}`;
}

/** `key: value` between brackets. */
export function flowEntry(key: string, value: Value, manner: Manner): string | undefined {
  const name = writeScalar(key, 'plain', { ...manner, flow: true });
  if (value === '') return `${name}:`;
  const inner = inFlow(value, manner);
  return inner === undefined ? undefined : `${name}: ${inner}`;
}

/** The lines of a map or list that stands below its key. */
function blockLines(value: Exclude<Value, string | { prose: string }>, margin: string, manner: Manner) {
  const inner: Manner = { ...manner, margin };
  const lines =
    'list' in value
      ? value.list.map(item => prefixed(`${margin}- `, afterDash(item, inner)))
      : value.map.map(([key, each]) =>
          prefixed(`${margin}${writeScalar(key, 'plain', manner)}:`, afterColon(each, inner)),
        );
  return lines.includes(undefined) ? undefined : (lines as string[]);
}

function prefixed(prefix: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : prefix + text;
}

function afterSign(prose: string, manner: Manner): string | undefined {
  if (manner.flow) return undefined;
  const block = writeBlock(prose, manner.margin + manner.step, manner.eol);
  // What a block text cannot hold to the letter stands in quotation marks, on its own line.
  return ` ${block ?? writeScalar(prose, 'double', manner)}`;
}

function isNothing(value: Exclude<Value, string | { prose: string }>): boolean {
  return ('list' in value ? value.list : value.map).length === 0;
}
