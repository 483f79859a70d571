import { allFields, metaOf, shapesOf, wordsOf } from './fields.js';
import type { Part } from './parts.js';

/** The table of a part's fields for `docs/format.md`: where each stands, what it says, and an example or its words. */
export function fieldTable(part: Part): string {
  const rows = allFields(part).map(({ path, schema }) => {
    const { description, examples } = metaOf(schema) ?? {};
    const words = [...new Set(wordsOf(shapesOf(schema)))];
    const example = (examples as readonly unknown[] | undefined)?.[0];
    const shown = words.length > 0 ? words.map(code).join(', ') : example === undefined ? '' : code(written(example));
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
