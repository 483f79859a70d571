import { type Part, validate } from '../../../../server/src/syntax/definitions/validate.js';
import type { Located, LocatedEntry } from '../../../../server/src/syntax/yaml/located.js';
import { readYaml } from '../../../../server/src/syntax/yaml/read.js';

/** A problem as a test reads it: its code, the text that it marks, and its data. */
export interface Seen {
  readonly code: string;
  readonly text: string;
  readonly [datum: string]: string | number;
}

/** Reads and validates a text. */
export function problemsIn(part: Part, text: string): Seen[] {
  const { root } = readYaml(text);
  return validate(root, part).map(({ code, at, data }) => ({ code, text: text.slice(at[0], at[1]), ...data }));
}

/**
 * Validates a text in which `«` and `»` stand around each place that is wrong, and gives the text with the marks where
 * `validate` puts them, and the problems.
 */
export function marked(part: Part, fixture: string): { readonly marks: string; readonly problems: Seen[] } {
  const text = fixture.replace(/[«»]/g, '');
  const { root } = readYaml(text);
  let marks = text;
  const found = validate(root, part);
  for (const { at } of [...found].sort((a, b) => b.at[0] - a.at[0])) {
    marks = `${marks.slice(0, at[0])}«${marks.slice(at[0], at[1])}»${marks.slice(at[1])}`;
  }
  return { marks, problems: problemsIn(part, text) };
}

/** Plain data as a located value, as if it had been written as YAML; places are made up but never twice the same. */
export function locate(data: unknown): Located {
  let offset = 0;
  const span = (): [number, number] => {
    offset += 2;
    return [offset - 2, offset - 1];
  };
  const build = (value: unknown): Located => {
    if (Array.isArray(value)) return { kind: 'list', at: span(), flow: false, items: value.map(build) };
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).map(([key, inner]): LocatedEntry => {
        const keyAt = span();
        return { key, keyAt, keyStyle: 'plain', value: build(inner), whole: keyAt, indent: 0 };
      });
      return { kind: 'map', at: span(), flow: false, entries };
    }
    if (value === null || value === undefined) {
      return { kind: 'scalar', value: '', at: span(), style: 'empty', exact: true };
    }
    const style = typeof value === 'string' ? 'double' : 'plain';
    return { kind: 'scalar', value: String(value), at: span(), style, exact: true };
  };
  return build(data);
}
