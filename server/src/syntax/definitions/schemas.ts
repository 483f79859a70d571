import * as z from 'zod';
import { idPattern } from './common.js';
import { definitions, type Part } from './parts.js';

const titles: Readonly<Record<Part, readonly [title: string, description: string]>> = {
  review: [
    'A review (metasynth.yaml)',
    'What a review asks, how it is done and by whom. Marks the root of its folder.',
  ],
  study: ['A study', 'An included study: the front matter of its Markdown file, or the whole of its YAML file.'],
  codebook: ['A codebook', 'Themes, constructs and the line of argument.'],
  rater: [
    'Answers of a rater',
    "One rater's answers to the checklist, study by study; consensus.yaml has the same shape.",
  ],
  coding: ['Coding of a coder', 'The themes that one coder gave each study, for agreement.'],
  translation: ['The translation of studies', 'How the studies were put into the terms of one another.'],
  confidence: ['Confidence in findings', 'How far each finding of the review can be relied on.'],
  checklist: ['A checklist', 'An appraisal checklist of one’s own.'],
};

/** The name of a part's schema file. */
export function schemaFile(part: Part): string {
  return `${part}.schema.json`;
}

/**
 * A part's JSON Schema, draft 7, which is what YAML editors read best. A field that may be left out may also be empty, as it
 * is while somebody is typing.
 */
export function jsonSchema(part: Part): Readonly<Record<string, unknown>> {
  const [title, description] = titles[part];
  const { $schema, ...rest } = tidy(z.toJSONSchema(definitions[part], { target: 'draft-7', io: 'input' }));
  return { $schema, $id: `urn:metasynth:schema:${part}:1`, title, description, ...rest };
}

/** The text of a part's schema file. */
export function schemaText(part: Part): string {
  return `${JSON.stringify(jsonSchema(part), null, 2)}\n`;
}

type Schema = z.core.JSONSchema.BaseSchema;

/** What zod gives, without what only our own validation reads, and with room for what is not filled in yet. */
function tidy(schema: Schema): Schema {
  const { thing: _thing, $schema, description, examples, ...found } = schema;
  const tidied: Schema = found;
  // Bounds that are those of the numbers that JavaScript can count, not of the format.
  if (tidied.minimum === Number.MIN_SAFE_INTEGER) delete tidied.minimum;
  if (tidied.maximum === Number.MAX_SAFE_INTEGER) delete tidied.maximum;
  // Not every validator knows `\p{…}`; to leave out ASCII's other signs is near enough for an editor.
  if (tidied.pattern === idPattern.source) tidied.pattern = '^(?=.*[^0-9_/-])[^\\s!-,.:-@\\[-^`{-~]+$';
  // Any text may be a key; to say so says nothing.
  if (onlyType(tidied.propertyNames)) delete tidied.propertyNames;
  if (isSchema(tidied.propertyNames)) tidied.propertyNames = tidy(tidied.propertyNames);
  for (const [name, property] of Object.entries(tidied.properties ?? {})) {
    if (typeof property !== 'object') continue;
    tidied.properties![name] = tidied.required?.includes(name) ? tidy(property) : orNull(tidy(property));
  }
  const others = tidied.additionalProperties;
  if (typeof others === 'object') {
    tidied.additionalProperties = Object.keys(others).length === 0 ? true : orNull(tidy(others));
  }
  if (isSchema(tidied.items)) tidied.items = orNull(tidy(tidied.items));
  if (tidied.anyOf) Object.assign(tidied, sides(tidied.anyOf.map(side => tidy(side))));
  // What a person reads comes first.
  return {
    ...($schema !== undefined && { $schema }),
    ...(description !== undefined && { description }),
    ...(examples !== undefined && { examples }),
    ...tidied,
  };
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a schema that says nothing but which type a value has. */
function onlyType(schema: unknown): schema is Schema {
  return isSchema(schema) && schema.type !== undefined && Object.keys(schema).length === 1;
}

/** The sides of a union, those that are only types in one. */
function sides(all: readonly Schema[]): Pick<Schema, 'anyOf' | 'type'> {
  const flat = all.flatMap(side => (side.anyOf && Object.keys(side).length === 1 ? side.anyOf : [side]));
  const types = [...new Set(flat.filter(onlyType).flatMap(side => side.type as Schema['type'] & string))];
  const others = flat.filter(side => !onlyType(side));
  const type = (types.length === 1 ? types[0] : types) as NonNullable<Schema['type']>;
  if (others.length === 0) return { type };
  return { anyOf: types.length > 0 ? [...others, { type }] : others };
}

function orNull(schema: Schema): Schema {
  const { description, examples, anyOf, ...shape } = schema;
  const { anyOf: either, type } = sides([...(anyOf ?? [shape]), { type: 'null' }]);
  return {
    ...(description !== undefined && { description }),
    ...(examples !== undefined && { examples }),
    ...(either ? { anyOf: either } : { type: type! }),
  };
}
