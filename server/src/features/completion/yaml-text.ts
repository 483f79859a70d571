import type { YamlSpot } from './yaml-spot.js';

/**
 * A text as it may stand at a place in YAML. Quotation marks only where YAML would read something else without them: most
 * researchers never need any.
 */
export function scalarAt(text: string, spot: Pick<YamlSpot, 'quote' | 'unclosed' | 'place'>): string {
  if (spot.quote === "'") return text.replace(/'/g, "''") + spot.unclosed;
  if (spot.quote === '"') return text.replace(/["\\]/g, '\\$&') + spot.unclosed;
  return plainly(text, spot.place === 'item' || spot.place === 'field') ? text : quoted(text);
}

/** The same for a key of a map. */
export function keyAt(text: string, spot: Pick<YamlSpot, 'quote' | 'unclosed' | 'place'>): string {
  if (spot.quote !== '') return scalarAt(text, spot);
  return plainly(text, spot.place === 'field') ? text : quoted(text);
}

function quoted(text: string): string {
  return text.includes("'") || /\p{Cc}/u.test(text) ? JSON.stringify(text) : `'${text}'`;
}

/** True for a text that YAML reads as it stands; between brackets commas and brackets end it. */
function plainly(text: string, flow: boolean): boolean {
  if (text === '' || text !== text.trim() || /[\p{Cc}\u2028\u2029]/u.test(text)) return false;
  if (/^[[\]{},&*!|>%@`"'#]/.test(text) || /^[-?:](\s|$)/.test(text) || /^(---|\.\.\.)/.test(text)) return false;
  if (/:(\s|$)/.test(text) || /\s#/.test(text) || /^(~|null|Null|NULL)$/.test(text)) return false;
  return !(flow && (/[,[\]{}]/.test(text) || /^[-?:]/.test(text)));
}
