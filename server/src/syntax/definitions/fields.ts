import type * as z from 'zod';
import { definitions, type Part, parts } from './parts.js';

/** What a definition says of one place: every shape that may stand there, unions taken apart. */
export type Shapes = readonly z.core.$ZodType[];

/** What a hover or a completion shows of a field. */
export interface FieldDescription {
  readonly description: string;
  readonly examples?: readonly unknown[];
  /** The words that may stand there, where there are such. */
  readonly values?: readonly string[];
}

const remembered = new WeakMap<z.core.$ZodType, Shapes>();

/** The shapes behind a schema: through optional fields and into each side of a union, but not into lists. */
export function shapesOf(schema: z.core.$ZodType): Shapes {
  const known = remembered.get(schema);
  if (known) return known;
  const def = (schema as z.core.$ZodTypes)._zod.def;
  let found: Shapes = [schema];
  if (def.type === 'optional' || def.type === 'nullable') found = shapesOf(def.innerType);
  if (def.type === 'union') found = def.options.flatMap(shapesOf);
  remembered.set(schema, found);
  return found;
}

/** The schemas for one step down, a key of a map or a place in a list, before unions are taken apart. */
export function stepInto(shapes: Shapes, step: string | number): readonly z.core.$ZodType[] {
  const found: z.core.$ZodType[] = [];
  for (const shape of shapes) {
    const def = (shape as z.core.$ZodTypes)._zod.def;
    if (def.type === 'array' && typeof step === 'number') found.push(def.element);
    if (def.type === 'record' && typeof step === 'string') found.push(def.valueType);
    if (def.type !== 'object' || typeof step !== 'string') continue;
    if (Object.hasOwn(def.shape, step)) found.push(def.shape[step]!);
    else if (def.catchall && def.catchall._zod.def.type !== 'never') found.push(def.catchall);
  }
  return found;
}

/** The schemas at a path, empty where the definition knows of none. */
export function schemasAt(definition: z.core.$ZodType, path: readonly (string | number)[]): readonly z.core.$ZodType[] {
  let schemas: readonly z.core.$ZodType[] = [definition];
  for (const step of path) schemas = stepInto(schemas.flatMap(shapesOf), step);
  return schemas;
}

/** The names of the fields that a place knows, in the order of the definition. */
export function fieldNames(shapes: Shapes): readonly string[] {
  return shapes.flatMap(shape => {
    const def = (shape as z.core.$ZodTypes)._zod.def;
    return def.type === 'object' ? Object.keys(def.shape) : [];
  });
}

/** The fixed words among what may stand at a place, also as the items of a list. */
export function wordsOf(shapes: Shapes): readonly string[] {
  return shapes.flatMap(shape => {
    const def = (shape as z.core.$ZodTypes)._zod.def;
    if (def.type === 'enum') return Object.values(def.entries).map(String);
    if (def.type === 'array') return wordsOf(shapesOf(def.element));
    return [];
  });
}

/** What zod's registry holds of a schema, or of what an optional field holds. */
export function metaOf(schema: z.core.$ZodType): z.core.GlobalMeta | undefined {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  const own = (schema as z.ZodType).meta();
  return def.type === 'optional' ? { ...metaOf(def.innerType), ...own } : own;
}

/**
 * What the reference says of the field at a path such as `['themes', 'giving-back', 'construct']`; undefined where the
 * definition has nothing to say. Places in lists are numbers, and may be left out where one value may stand for a list.
 */
export function describeField(part: Part, path: readonly (string | number)[]): FieldDescription | undefined {
  const schemas = schemasAt(definitions[part], path);
  for (const schema of schemas) {
    const { description, examples } = metaOf(schema) ?? {};
    if (description === undefined) continue;
    const values = [...new Set(wordsOf(shapesOf(schema)))];
    return {
      description,
      ...(examples !== undefined && { examples: examples as readonly unknown[] }),
      ...(values.length > 0 && { values }),
    };
  }
  return undefined;
}

/** Every field of a definition with its path; `*` stands for a name of the review's own or a place in a list. */
export function allFields(
  part: Part,
): readonly { readonly path: readonly string[]; readonly schema: z.core.$ZodType }[] {
  const found: { path: readonly string[]; schema: z.core.$ZodType }[] = [];
  const seen = new Set<string>();
  const walk = (schema: z.core.$ZodType, path: readonly string[]): void => {
    for (const shape of shapesOf(schema)) {
      const def = (shape as z.core.$ZodTypes)._zod.def;
      if (def.type === 'array') walk(def.element, path);
      if (def.type === 'record') walk(def.valueType, [...path, '*']);
      if (def.type !== 'object') continue;
      for (const [key, child] of Object.entries(def.shape)) {
        const childPath = [...path, key];
        const name = childPath.join('\0');
        if (!seen.has(name)) found.push({ path: childPath, schema: child });
        seen.add(name);
        walk(child, childPath);
      }
    }
  };
  walk(definitions[part], []);
  return found;
}

const keysOfParts = new Map<Part, ReadonlySet<string>>(
  parts.map(part => [part, new Set(allFields(part).map(each => each.path.at(-1)!))]),
);

/** The names of all fields of a part, at any level: what the YAML reader may take for a key where text went astray. */
export function knownKeys(part: Part): ReadonlySet<string> {
  return keysOfParts.get(part) ?? new Set();
}
