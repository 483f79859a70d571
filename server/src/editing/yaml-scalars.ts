import type { ScalarStyle } from '../syntax/yaml/located.js';

/** Where a scalar stands, as far as it decides how it may be written. */
export interface Standing {
  /** Inside `[ ]` or `{ }`. */
  readonly flow: boolean;
  /** The quotation marks that its neighbours have, for a text that cannot do without. Default: double. */
  readonly quotes?: 'single' | 'double' | undefined;
}

/** What YAML, or the readers of it, would take for something else than text at the start of a value. */
const specialStart = /^(?:[-?:,[\]{}#&*!|>'"%@`~=]|\.\.\.|<<$)/;

/** Characters that are not printed, and line ends that editors and YAML disagree about. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must be escaped.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;
const halfPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Words that other programs read as no value at all. */
const noValue = /^(?:null|Null|NULL)$/;

/** True for a text that says the same without quotation marks, wherever in a file it stands. */
export function isPlain(text: string, flow: boolean): boolean {
  if (text === '' || text.trim() !== text || unprintable.test(text) || halfPair.test(text)) return false;
  if (specialStart.test(text) || noValue.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text)) return false;
  return !flow || !/[,[\]{}]|:["'[{,]/.test(text);
}

/** A text as a scalar in the style of the one that it replaces, or in quotation marks where that style cannot hold it. */
export function writeScalar(text: string, style: ScalarStyle, { flow, quotes }: Standing): string {
  if (style === 'single' && isSingle(text)) return single(text);
  if (style === 'double') return double(text);
  if (style !== 'single' && isPlain(text, flow)) return text;
  // A text with quotation marks of one kind is best read between those of the other.
  const wanted = quotes ?? (text.includes('"') && !text.includes("'") ? 'single' : 'double');
  return wanted === 'single' && isSingle(text) ? single(text) : double(text);
}

function isSingle(text: string): boolean {
  return !unprintable.test(text) && !halfPair.test(text);
}

function single(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}

/** JSON's escapes are YAML's; characters that JSON leaves as they are but YAML does not print are escaped as well. */
function double(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    each => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Prose below its key: the sign of a block text, then its lines, set in by `margin`. Undefined for what such a text
 * cannot hold to the letter, as white space at its ends.
 *
 * @param sign as the text was written before: `>-`, `|`; by default it follows from the text
 */
export function writeBlock(text: string, margin: string, eol: string, sign?: string): string | undefined {
  const withoutBreaks = text.replace(/\n/g, '');
  if (text === '' || unprintable.test(withoutBreaks) || halfPair.test(text) || /^\s|\s$/.test(text)) return undefined;
  // Folding would join the lines, so that only a text of one line may be folded.
  const lines = text.split('\n');
  const folds = lines.length === 1;
  // Without its `-` a block text ends in a line break, which is no part of the words.
  const fits = sign !== undefined && /^[|>]-(?:\s|$)/.test(sign) && (folds || sign.startsWith('|'));
  const head = fits ? sign : folds ? '>-' : '|-';
  return `${head}${eol}${lines.map(line => (line === '' ? '' : margin + line)).join(eol)}`;
}
