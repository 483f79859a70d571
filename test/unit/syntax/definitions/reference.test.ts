import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allFields } from '../../../../server/src/syntax/definitions/fields.js';
import { type Part, parts } from '../../../../server/src/syntax/definitions/parts.js';
import { withFieldTables } from '../../../../server/src/syntax/definitions/reference.js';
import { jsonSchema, schemaFile, schemaText } from '../../../../server/src/syntax/definitions/schemas.js';
import { validate } from '../../../../server/src/syntax/definitions/validate.js';
import { scanMarkdown } from '../../../../server/src/syntax/markdown/scan.js';
import { readYaml } from '../../../../server/src/syntax/yaml/read.js';

const docs = new URL('../../../../docs/', import.meta.url);
const reference = readFileSync(new URL('format.md', docs), 'utf8');

describe('docs/schemas', () => {
  it.each(parts)('holds %s as the definitions give it (node scripts/schemas.mjs writes it)', part => {
    expect(readFileSync(new URL(`schemas/${schemaFile(part)}`, docs), 'utf8')).toBe(schemaText(part));
  });

  it('holds nothing else', () => {
    expect(readdirSync(new URL('schemas/', docs)).sort()).toEqual(parts.map(schemaFile).sort());
  });

  it.each(parts)('%s names no host but that of JSON Schema, and is open only where it should be', part => {
    const schema = jsonSchema(part);
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(schema.$id).toMatch(/^urn:metasynth:/);
    expect(schemaText(part).match(/https?:/g)).toHaveLength(1);
    if (part === 'study') expect(schema.additionalProperties).toBe(true);
    if (part === 'review') expect(schema.additionalProperties).toBe(false);
  });
});

/** The code blocks of a reference, each with the kind of example that the comment before it names. */
const examples = [...reference.matchAll(/(?:<!-- example: (\S+) -->\n)?```(yaml|markdown)\n([\s\S]*?)```/g)].map(
  ([, kind, language, text]) => ({ kind: kind ?? '', language: language!, text: text! }),
);

describe('docs/format.md', () => {
  it('has its tables as the definitions give them (node scripts/schemas.mjs writes them)', () => {
    expect(withFieldTables(reference)).toBe(reference);
  });

  it.each(parts)('has every field of %s', part => {
    // A coder's file has no fields of its own.
    const table = new RegExp(`<!-- fields: ${part} -->([\\s\\S]*?)<!-- /fields -->`).exec(reference)?.[1] ?? '';
    for (const { path } of allFields(part)) expect(table, path.join('.')).toContain(`\`${path.at(-1)}\``);
  });

  it('has an example of every part', () => {
    expect(examples.length).toBeGreaterThanOrEqual(15);
    for (const part of parts) expect(examples.map(each => each.kind)).toContain(part);
  });

  it.each(examples)('has an example of $kind that holds: $text', ({ kind, language, text }) => {
    if (language === 'yaml') {
      expect(parts).toContain(kind);
      holds(kind as Part, text);
      return;
    }
    const document = scanMarkdown(text);
    for (const block of document.generated) expect(block.close).toBeDefined();
    if (kind !== 'study.md') {
      expect(kind).toBe('manuscript');
      return;
    }
    const front = document.frontMatter;
    expect(front?.closed).toBe(true);
    holds('study', text.slice(...front!.yaml));
    const blocks = document.sections.find(section => section.heading?.text === 'Findings')?.blocks ?? [];
    expect(blocks.map(block => block.kind)).toEqual(['quote', 'paragraph', 'paragraph']);
    expect(blocks[0]?.locator?.text).toBe('P3, p. 12');
  });

  it('links only to headings that it has', () => {
    const slugs = [...reference.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
      title!
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .replace(/\s/g, '-'),
    );
    for (const [, anchor] of reference.matchAll(/\]\(#([^)]+)\)/g)) expect(slugs).toContain(anchor);
  });
});

function holds(part: Part, text: string): void {
  const { root, problems } = readYaml(text);
  expect(problems).toEqual([]);
  expect(validate(root, part)).toEqual([]);
}
