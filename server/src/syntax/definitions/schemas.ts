import * as z from 'zod';
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
  const { $schema, ...rest } = z.toJSONSchema(definitions[part], {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema: schema }) => {
      // Only our own validation reads these.
      delete schema.thing;
      delete schema.answers;
      // These bounds are those of the numbers that JavaScript can count, not of the format.
      if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
      if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
      emptyAllowed(schema);
    },
  });
  return { $schema, $id: `urn:metasynth:schema:${part}:1`, title, description, ...rest };
}

/** The text of a part's schema file. */
export function schemaText(part: Part): string {
  return `${JSON.stringify(jsonSchema(part), null, 2)}\n`;
}

type Schema = z.core.JSONSchema.BaseSchema;

function emptyAllowed(schema: Schema): void {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (typeof property !== 'object' || schema.required?.includes(name)) continue;
    schema.properties![name] = orNull(property);
  }
  // An entry, such as a theme, that has a name and nothing else yet.
  const others = schema.additionalProperties;
  if (typeof others === 'object' && Object.keys(others).length > 0) schema.additionalProperties = orNull(others);
  if (typeof schema.items === 'object' && !Array.isArray(schema.items)) schema.items = orNull(schema.items as Schema);
}

function orNull(schema: Schema): Schema {
  const { description, examples, ...shape } = schema;
  const inner: readonly Schema[] = shape.anyOf ?? [shape];
  if (inner.some(each => each.type === 'null')) return schema;
  return {
    ...(description !== undefined && { description }),
    ...(examples !== undefined && { examples }),
    anyOf: [...inner, { type: 'null' }],
  };
}
