import * as z from 'zod';

/**
 * The pieces that the definitions of the YAML parts are built from.
 *
 * Each piece carries, as zod's error text, the phrase that a researcher reads after "expected": "a whole number". A
 * definition says what may be written; it transforms nothing, because readers take values from the text with their places.
 * Texts arrive as YAML 1.2 reads them, so a title may be the number 1984 and an answer may be true.
 */

// Without this, zod compiles its checks with `new Function`, which a page's content security policy forbids.
z.config({ jitless: true });

/** The four names of a value that is not there. */
export const missingNames = ['not reported', 'not applicable', 'unclear', 'to do'] as const;

/** The phrase for a list of words: `one of draft, final`. */
export function oneOf(values: readonly (string | number)[]): string {
  return `one of ${values.join(', ')}`;
}

/** Any text. YAML makes a number of `1984` and a truth value of `true`; both are still text to a researcher. */
export function text(expected = 'text') {
  return z.union([z.string(), z.number(), z.boolean()], { error: expected });
}

/** One of a few words, exactly as they stand. */
export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: oneOf(values) });
}

/** A whole number from 0, also in quotation marks. */
export function count(expected = 'a whole number') {
  const error = { error: expected };
  return z.union([z.int(error).min(0, error), z.string(error).regex(/^[0-9]+$/, error)], error);
}

/** A whole number from 0, or one of the names for a value that is not there. */
export function countOrMissing(expected = 'a whole number, or not reported') {
  const error = { error: expected };
  return z.union([count(expected), z.enum(missingNames, error)], error);
}

/** A whole number between two others, both included. */
export function wholeBetween(low: number, high: number) {
  const error = { error: `a whole number from ${low} to ${high}` };
  return z.int(error).min(low, error).max(high, error);
}

/** True or false, in the words that people and YAML writers use for them. */
export function yesOrNo() {
  const error = { error: 'yes or no' };
  const otherSpellings = z.string(error).regex(/^(Yes|YES|[yY]|No|NO|[nN]|on|off)$/, error);
  return z.union([z.boolean(error), z.enum(['yes', 'no'], error), otherSpellings], error);
}

/** One value, or a list of them. */
export function oneOrMany<T extends z.ZodType>(item: T, expected: string) {
  return z.union([item, z.array(item)], { error: expected });
}

/** One name, or a list of names: of themes, constructs, findings, studies or people. */
export function names(ofWhat = 'names') {
  return oneOrMany(text(`the name of one of the ${ofWhat}`), `a list of ${ofWhat}`);
}

/**
 * A file or folder of the review: relative to `metasynth.yaml`, and inside its folder. Whether it leaves the folder is told by
 * the rule `review.path-outside`, in its own words, so here it is any text.
 */
export function path(expected = 'the name of a file or folder') {
  return z.string({ error: expected });
}

/** A name that others refer to: letters, digits, `-`, `_` and `/`, with at least one letter. */
export const idPattern = /^(?=.*\p{L})[\p{L}\p{M}\p{N}_/-]+$/u;

/** A name defined here, as the key of an entry. */
export function id() {
  const error = { error: 'a name of letters, digits, "-", "_" or "/", with at least one letter' };
  return z.string(error).regex(idPattern, error);
}

/** Named entries, `name: …`. */
export function entries<K extends z.ZodString, V extends z.ZodType>(key: K, value: V, expected: string) {
  return z.record(key, value, { error: expected });
}

/**
 * Fields that are known, and no others: anything else is a typing mistake that would lose what it holds.
 *
 * @param thing what a message calls it; `{}` stands for the name of the entry, or its place in a list from 1
 */
export function fields<S extends z.core.$ZodLooseShape>(shape: S, expected: string, thing?: string) {
  const object = z.strictObject(shape, { error: expected });
  return thing === undefined ? object : object.meta({ thing });
}

/** Known fields, and any others beside them. */
export function openFields<S extends z.core.$ZodLooseShape>(shape: S, expected: string, thing: string) {
  return z.looseObject(shape, { error: expected }).meta({ thing });
}

/** A field that may be left out. The description and the examples are what hovers, completion and the JSON Schema show. */
export function field<T extends z.ZodType>(type: T, description: string, ...examples: readonly unknown[]) {
  return type.optional().meta({ description, ...(examples.length > 0 && { examples }) });
}

/** A field that an entry cannot do without. */
export function required<T extends z.ZodType>(type: T, description: string, ...examples: readonly unknown[]) {
  return type.meta({ description, ...(examples.length > 0 && { examples }) }) as T;
}

/** Who judged something, and when. */
export const judgedBy = {
  by: field(names('people'), 'Who judged: the initials of one person, or a list of them.', ['JM', 'JS']),
  judged: field(text('a date'), 'The day of the judgement, as year-month-day.', '2026-11-22'),
};

const total = { error: 'a total, such as 7 or 7.5' };

/** The lowest total of a band. */
export const lowestTotal = z.union(
  [z.number(total).min(0, total), z.string(total).regex(/^\d{1,4}(\.\d)?$/, total)],
  total,
);
