import type * as z from 'zod';
import type { Located, LocatedMap, LocatedScalar } from '../yaml/located.js';
import { filled, hasEmptyKey, isEmpty } from './located-tree.js';
import { scalarOf, toTyped } from './typed.js';

/** True for a value that a definition surely has nothing to object to; false says that it has to be asked. */
type Accepts = (value: Located) => boolean;

/** Below this the definition is asked: it takes what is deeper than it looks for absent. */
const deepest = 50;

const remembered = new WeakMap<z.core.$ZodType, Accepts>();

/**
 * Whether a value, without what is not filled in, is all that its definition asks for, and no key that nothing reads stands
 * empty in it. It is told from the tree, without a plain copy and without zod, since nearly all files of a review are in
 * order. A shape that is not known here is put to zod.
 */
export function accepts(definition: z.core.$ZodType, value: Located): boolean {
  return isShallow(value, deepest) && acceptsOf(definition)(value);
}

function isShallow(value: Located, left: number): boolean {
  if (value.kind === 'scalar') return true;
  if (left === 0) return false;
  return value.kind === 'list'
    ? value.items.every(item => isShallow(item, left - 1))
    : value.entries.every(entry => isShallow(entry.value, left - 1));
}

function acceptsOf(schema: z.core.$ZodType): Accepts {
  const known = remembered.get(schema);
  if (known) return known;
  const made = make(schema);
  remembered.set(schema, made);
  return made;
}

function make(schema: z.core.$ZodType): Accepts {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  if (def.type === 'optional') return acceptsOf(def.innerType);
  if ((def.checks?.length ?? 0) > 0 || 'check' in def || 'format' in def) return asked(schema);
  switch (def.type) {
    case 'union':
      return anyOf(def.options);
    case 'string':
      return value => value.kind === 'scalar' && typeof scalarOf(value) === 'string';
    case 'number':
      return value => value.kind === 'scalar' && Number.isFinite(scalarOf(value));
    case 'boolean':
      return value => value.kind === 'scalar' && typeof scalarOf(value) === 'boolean';
    case 'enum': {
      const words = new Set<unknown>(Object.values(def.entries));
      return value => value.kind === 'scalar' && words.has(scalarOf(value));
    }
    case 'array':
      return ofList(acceptsOf(def.element));
    case 'record':
      // A record of fixed names asks for each of them.
      if (def.keyType._zod.def.type !== 'string') return asked(schema);
      return ofRecord(acceptsOf(def.keyType), acceptsOf(def.valueType));
    case 'object':
      return ofObject(def);
    default:
      return asked(schema);
  }
}

function asked(schema: z.core.$ZodType): Accepts {
  return value => !hasEmptyKey(value) && (schema as z.ZodType).safeParse(toTyped(filled(value))).success;
}

function anyOf(options: readonly z.core.$ZodType[]): Accepts {
  const sides = options.map(acceptsOf);
  return value => {
    for (const side of sides) if (side(value)) return true;
    return false;
  };
}

function ofList(item: Accepts): Accepts {
  return value => {
    if (value.kind !== 'list') return false;
    for (const each of value.items) if (!isEmpty(each) && !item(each)) return false;
    return true;
  };
}

function ofRecord(name: Accepts, inner: Accepts): Accepts {
  return value => {
    if (value.kind !== 'map') return false;
    for (const each of value.entries) {
      if (isEmpty(each.value)) continue;
      if (isStrange(each.key) || !name(asText(each.key)) || !inner(each.value)) return false;
    }
    return true;
  };
}

function ofObject(def: z.core.$ZodObjectDef): Accepts {
  const fields = new Map(Object.entries(def.shape).map(([key, schema]) => [key, acceptsOf(schema)]));
  const needed = Object.keys(def.shape).filter(key => def.shape[key]!._zod.def.type !== 'optional');
  const rest = def.catchall === undefined ? undefined : restOf(def.catchall);
  return value => {
    if (value.kind !== 'map') return false;
    for (const each of value.entries) {
      const field = fields.get(each.key) ?? rest;
      if (!field || isStrange(each.key) || (!isEmpty(each.value) && !field(each.value))) return false;
    }
    return needed.length === 0 || needed.every(key => isThere(value, key));
  };
}

/** What stands beside the fields of an object: undefined where nothing may. */
function restOf(catchall: z.core.$ZodType): Accepts | undefined {
  const { type } = (catchall as z.core.$ZodTypes)._zod.def;
  if (type === 'never') return undefined;
  return type === 'unknown' ? value => value.kind === 'scalar' || !hasEmptyKey(value) : acceptsOf(catchall);
}

function isThere(map: LocatedMap, key: string): boolean {
  return map.entries.some(each => each.key === key && !isEmpty(each.value));
}

/** Keys that change what an object is. */
function isStrange(key: string): boolean {
  return key === '__proto__' || key === 'constructor';
}

/** A key as a definition of names sees it: always text. */
function asText(key: string): LocatedScalar {
  return { kind: 'scalar', value: key, at: [0, 0], style: 'double', exact: false };
}
