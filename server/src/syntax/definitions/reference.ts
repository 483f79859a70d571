import { missingNames } from './common.js';
import { allFields, metaOf, shapesOf, wordsOf } from './fields.js';
import type { Part } from './parts.js';

/** Words that may stand in many places, and would hide what is usual there. */
const missing = new Set<string>(missingNames);

/** The table of a part's fields for `docs/format.md`: where each stands, what it says, and an example or its words. */
export function fieldTable(part: Part): string {
  const rows = allFields(part).map(({ path, schema }) => {
    const { description, examples } = metaOf(schema) ?? {};
    const words = [...new Set(wordsOf(shapesOf(schema)))].filter(word => !missing.has(word));
    const example = (examples as readonly unknown[] | undefined)?.[0];
    const all = example === undefined || words.includes(String(example)) ? words : [written(example), ...words];
    const shown = all.map(code).join(', ');
    return `| ${path.map(name).join(' › ')} | ${cell(description ?? '')} | ${shown} |`;
  });
  return ['| field | what it says | for example |', '| --- | --- | --- |', ...rows].join('\n');
}

/**
 * The text of the reference with its tables as the definitions give them. A table stands between `<!-- fields: PART -->` and
 * `<!-- /fields -->`.
 */
export function withFieldTables(reference: string): string {
  return reference.replace(
    /(<!-- fields: ([a-z]+) -->\n)[^<]*(<!-- \/fields -->)/g,
    (_whole, open: string, part: string, close: string) => `${open}\n${fieldTable(part as Part)}\n\n${close}`,
  );
}

function name(step: string): string {
  return step === '*' ? '*name*' : code(step);
}

/** Code for a table's cell. */
function code(text: string): string {
  return `\`${cell(text)}\``;
}

/** Text for a cell, which a bar would end; a table holds no `<`, so that its end can be found. */
function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/</g, '&lt;');
}

/** An example as YAML on one line. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}: ${written(inner)}`)
    .join(', ')}}`;
}
