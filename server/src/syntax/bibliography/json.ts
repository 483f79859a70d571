import type { Span } from '../../text/span.js';
import type { UnreadableDetail } from './problems.js';

/** A JSON value with its place. Text stays where it is until `stringAt` is asked for it. */
export type Json =
  | { readonly kind: 'string' | 'bare'; readonly at: Span }
  | { readonly kind: 'list'; readonly at: Span; readonly items: readonly Json[] }
  | { readonly kind: 'map'; readonly at: Span; readonly entries: ReadonlyMap<string, Json> };

/** What can be read of a value, and what stopped the reading. */
export interface JsonReading {
  readonly value: Json;
  readonly trouble: { readonly at: Span; readonly detail: UnreadableDetail } | undefined;
}

/** Deeper than any bibliography, and shallow enough that reading on after each broken bracket stays quick. */
const deepest = 16;

/**
 * Reads the JSON object that starts at `start`. Stops at the first thing that cannot be read and gives what came before
 * it. A string ends at the end of its line at the latest, so that a missing quotation mark costs no other line.
 */
export function readJsonMap(text: string, start: number): JsonReading {
  const scanner = new Scanner(text, start);
  const value = scanner.map(0);
  return { value, trouble: scanner.trouble };
}

/** The text of a string, or of a number as it is written; undefined for lists, maps, `null` and truth values. */
export function stringAt(text: string, value: Json | undefined): string | undefined {
  if (value === undefined || value.kind === 'list' || value.kind === 'map') return undefined;
  const [start, end] = value.at;
  if (value.kind === 'bare') return text[start]! < 'A' ? text.slice(start, end) : undefined;
  const written = text.slice(start + 1, end - 1);
  if (!written.includes('\\')) return written;
  return written.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (_, code: string) =>
    code.length === 5 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (controls[code] ?? code),
  );
}

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

class Scanner {
  trouble: JsonReading['trouble'];

  constructor(
    private readonly text: string,
    private at: number,
  ) {}

  map(depth: number): Json {
    const start = this.at;
    const entries = new Map<string, Json>();
    this.at += 1;
    this.space();
    if (this.text[this.at] === '}') this.at += 1;
    else {
      while (this.trouble === undefined) {
        this.space();
        const name = this.text[this.at] === '"' ? this.string() : this.stop('name-missing');
        if (name === undefined) break;
        this.space();
        if (this.text[this.at] !== ':') {
          this.stop('equals-missing');
          break;
        }
        this.at += 1;
        const value = this.value(depth + 1);
        const key = stringAt(this.text, name);
        if (value !== undefined && key !== undefined && !entries.has(key)) entries.set(key, value);
        if (this.trouble !== undefined || this.closes('}')) break;
      }
    }
    return { kind: 'map', at: [start, this.at], entries };
  }

  private list(depth: number): Json {
    const start = this.at;
    const items: Json[] = [];
    this.at += 1;
    this.space();
    if (this.text[this.at] === ']') this.at += 1;
    else {
      while (this.trouble === undefined) {
        const value = this.value(depth + 1);
        if (value !== undefined) items.push(value);
        if (this.trouble !== undefined || this.closes(']')) break;
      }
    }
    return { kind: 'list', at: [start, this.at], items };
  }

  private value(depth: number): Json | undefined {
    this.space();
    const character = this.text[this.at];
    if (character === '"') return this.string();
    if (character === '{' || character === '[') {
      if (depth > deepest) return this.stop('too-deep');
      return character === '{' ? this.map(depth) : this.list(depth);
    }
    const start = this.at;
    while (this.at < this.text.length && isBare(this.text.charCodeAt(this.at))) this.at += 1;
    return this.at === start ? this.stop('value-missing') : { kind: 'bare', at: [start, this.at] };
  }

  private string(): Json | undefined {
    const { text } = this;
    const start = this.at;
    for (let at = start + 1; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 34) {
        this.at = at + 1;
        return { kind: 'string', at: [start, at + 1] };
      }
      if (code === 10 || code === 13) break;
      if (code === 92) at += 1;
    }
    return this.stop('value-unclosed');
  }

  /** After a value: true at the closing bracket, false at a comma, and trouble at anything else. */
  private closes(bracket: string): boolean {
    this.space();
    const character = this.text[this.at];
    if (character === bracket || character === ',') this.at += 1;
    else this.stop(character === undefined || '}]'.includes(character) ? 'never-closed' : 'comma-missing');
    return character === bracket;
  }

  private space(): void {
    for (; this.at < this.text.length; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 0xfeff) return;
    }
  }

  private stop(detail: UnreadableDetail): undefined {
    const end = Math.min(this.text.length, this.at + 1);
    this.trouble ??= { at: [Math.max(0, end - 1), end], detail };
  }
}

/** Letters, digits and signs of numbers, `true`, `false` and `null`. */
function isBare(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 43 ||
    code === 45 ||
    code === 46
  );
}
