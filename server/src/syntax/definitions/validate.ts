import type * as z from 'zod';
import type { Span } from '../../text/span.js';
import type { Located, SyntaxProblem } from '../yaml/located.js';
import { accepts } from './accept.js';
import { fieldNames, metaOf, type Shapes, schemasAt, shapesOf, stepInto, wordsOf } from './fields.js';
import { type Objection, objections } from './issues.js';
import { Finder, filled, hasEmptyKey, isEmpty, type Path } from './located-tree.js';
import { nearest } from './nearest.js';
import { definitions, type Part } from './parts.js';
import { toTyped } from './typed.js';

export { describeField, knownKeys } from './fields.js';
export type { Part } from './parts.js';

/** More complaints about one file help nobody. */
const most = 1000;

/**
 * What a part's definition objects to, each with the smallest place that is wrong:
 *
 * - `field.unknown` at a key that nothing reads: `field`, `where` (what it stands in, such as `theme giving-back`) and
 *   `nearest`, the field that was probably meant or `''`;
 * - `field.missing` at the entry that lacks a field: `field` and `where`;
 * - `field.type` at a value that is something else: `field`, `expected` (a phrase such as `a whole number`), `found` and
 *   `nearest`, the word that was probably meant or `''`.
 *
 * One mistake gives one problem. What is not filled in is never a problem, except where an entry cannot do without it.
 *
 * @param root the part as read; undefined for an empty text
 * @param part the name of a part, or a definition
 * @param options.startAt where to say that a file lacks something; by default at its first key
 */
export function validate(
  root: Located | undefined,
  part: Part | z.core.$ZodType,
  options: { readonly startAt?: Span } = {},
): SyntaxProblem[] {
  const definition = typeof part === 'string' ? definitions[part] : part;
  const whole: Located =
    root === undefined || isEmpty(root) ? { kind: 'map', at: root?.at ?? [0, 0], flow: false, entries: [] } : root;
  try {
    return accepts(definition, whole) ? [] : validateFully(definition, whole, options.startAt);
  } catch {
    // Only a text made to break readers gets here: zod spreads its issues over the stack, and millions do not fit.
    return [];
  }
}

/** The same by zod, which `accepts` has to agree with wherever it says yes. */
export function validateFully(definition: z.core.$ZodType, whole: Located, startAt?: Span): SyntaxProblem[] {
  return new Validation(definition, whole, startAt).problems().slice(0, most);
}

class Validation {
  private readonly finder: Finder;
  private readonly tree: Located;

  constructor(
    private readonly definition: z.core.$ZodType,
    private readonly whole: Located,
    private readonly startAt: Span | undefined,
  ) {
    this.tree = filled(whole);
    this.finder = new Finder(this.tree);
  }

  problems(): SyntaxProblem[] {
    const result = (this.definition as z.ZodType).safeParse(toTyped(this.tree));
    const told = result.success ? [] : objections(result.error.issues).slice(0, most);
    const problems = [...told.flatMap(each => this.problem(each)), ...this.emptyUnknown()];
    return withoutEchoes(problems).sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  }

  private problem(objection: Objection): SyntaxProblem[] {
    const { path } = objection;
    if (objection.kind === 'unknown') {
      return objection.keys.slice(0, most).flatMap(key => this.unknown(path, key));
    }
    if (objection.kind === 'missing') return [this.missing(path, objection.field)];
    const entry = this.finder.entry(path);
    if (objection.kind === 'name') {
      const at = entry?.keyAt ?? this.headOf(path.slice(0, -1));
      const data = {
        field: fieldOf(path),
        expected: objection.expected,
        found: quoted(String(path.at(-1))),
        nearest: '',
      };
      return [{ code: 'field.type', at, data }];
    }
    const value = this.finder.at(path);
    if (value === undefined) return [this.missing(path.slice(0, -1), String(path.at(-1) ?? ''))];
    const shapes = schemasAt(this.definition, path).flatMap(shapesOf);
    if (value.kind !== 'scalar' && this.isMistypedField(path))
      return this.unknown(path.slice(0, -1), String(path.at(-1)));
    const word = value.kind === 'scalar' ? nearest(value.value, wordsOf(shapes)) : '';
    const data = { field: fieldOf(path), expected: objection.expected, found: foundIn(value), nearest: word };
    return [{ code: 'field.type', at: value.at, data }];
  }

  /** True for a key of an open place, where any key may stand, that looks like one of its fields. */
  private isMistypedField(path: Path): boolean {
    const key = path.at(-1);
    if (typeof key !== 'string') return false;
    const names = fieldNames(this.shapesAt(path.slice(0, -1)));
    return !names.includes(key) && nearest(key, names) !== '';
  }

  private unknown(path: Path, key: string): SyntaxProblem[] {
    const entry = this.finder.entry([...path, key]);
    if (!entry) return [];
    return [this.unknownField(path, key, entry.keyAt, this.shapesAt(path))];
  }

  private unknownField(path: Path, key: string, at: Span, shapes: Shapes): SyntaxProblem {
    const data = { field: key, where: this.nameOf(path), nearest: nearest(key, fieldNames(shapes)) };
    return { code: 'field.unknown', at, data };
  }

  private missing(path: Path, field: string): SyntaxProblem {
    return { code: 'field.missing', at: this.headOf(path), data: { field, where: this.nameOf(path) } };
  }

  private shapesAt(path: Path): Shapes {
    return schemasAt(this.definition, path).flatMap(shapesOf);
  }

  /**
   * Unknown keys with nothing after them, which the definition never sees. In `{ }` such a key is a swallowed piece of text,
   * which the YAML reader tells.
   */
  private emptyUnknown(): SyntaxProblem[] {
    const found: SyntaxProblem[] = [];
    const walk = (value: Located, shapes: Shapes, path: Path): void => {
      if (shapes.length === 0 || found.length >= most) return;
      if (value.kind === 'list') {
        // Empty items are not counted in paths, as the definition does not see them either.
        value.items
          .filter(item => !isEmpty(item))
          .forEach((item, index) => {
            walk(item, stepInto(shapes, index).flatMap(shapesOf), [...path, index]);
          });
      }
      if (value.kind !== 'map') return;
      for (const entry of value.entries) {
        const inner = stepInto(shapes, entry.key).flatMap(shapesOf);
        if (!isEmpty(entry.value)) walk(entry.value, inner, [...path, entry.key]);
        else if (!value.flow && inner.length === 0 && isClosed(shapes)) {
          found.push(this.unknownField(path, entry.key, entry.keyAt, shapes));
        }
      }
    };
    // Most files have no such key, and looking for the shape of each place takes longer than all the rest.
    if (hasEmptyKey(this.whole)) walk(this.whole, shapesOf(this.definition), []);
    return found;
  }

  /** Where to speak of the entry at a path: its key, the first key of a list's item, or the start of the file. */
  private headOf(path: Path): Span {
    if (path.length === 0 && this.startAt) return this.startAt;
    const entry = this.finder.entry(path);
    if (entry) return entry.keyAt;
    const value = this.finder.at(path) ?? this.whole;
    const written = path.length === 0 ? this.whole : value;
    if (written.kind === 'map' && written.entries[0]) return written.entries[0].keyAt;
    return written.at;
  }

  /** What a reader calls the thing at a path: `metasynth.yaml`, `theme giving-back`, `flow`. */
  private nameOf(path: Path): string {
    for (let length = path.length; length >= 0; length--) {
      const last = path[length - 1];
      const thing = schemasAt(this.definition, path.slice(0, length))
        .flatMap(schema => [schema, ...shapesOf(schema)])
        .map(schema => metaOf(schema)?.thing)
        .find(found => typeof found === 'string');
      if (typeof thing === 'string')
        return thing.replace('{}', typeof last === 'number' ? String(last + 1) : `${last}`);
      if (typeof last === 'string') return last;
    }
    return '';
  }
}

function isClosed(shapes: Shapes): boolean {
  return shapes.some(shape => (shape as z.core.$ZodTypes)._zod.def.type === 'object');
}

/** The field that a path leads to: its last name. */
function fieldOf(path: Path): string {
  return path.findLast(step => typeof step === 'string') ?? '';
}

function foundIn(value: Located): string {
  if (value.kind === 'list') return 'a list';
  if (value.kind === 'map') return 'a group of fields';
  return quoted(value.value);
}

/** The beginning of a text in quotation marks, on one line. */
function quoted(text: string): string {
  const start = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  const letters = [...start];
  return letters.length > 40 ? `"${letters.slice(0, 40).join('')}…"` : `"${start}"`;
}

/** A required field that is there under a mistyped name is one mistake, not two. */
function withoutEchoes(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  const meant = new Set<string>();
  for (const { code, data } of problems) {
    if (code === 'field.unknown') meant.add(`${data.where}\0${data.nearest}`);
  }
  const seen = new Set<string>();
  return problems.filter(({ code, at, data }) => {
    if (code === 'field.missing') {
      const names = String(data.field).split(' or ');
      if (names.some(name => meant.has(`${data.where}\0${name}`))) return false;
    }
    const place = `${at[0]}:${at[1]}:${code}:${data.field}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}
