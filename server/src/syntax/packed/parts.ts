import type { Problem, Role, SymbolKind, Told, Use } from '../facts.js';
import type { Reader } from './reader.js';
import type { Writer } from './writer.js';

const kinds: readonly SymbolKind[] = [
  ...(['theme', 'construct', 'study', 'work', 'finding', 'rater', 'item', 'characteristic', 'number'] as const),
];
const roles: readonly Role[] = [
  ...(['defines', 'alias', 'carries', 'tags', 'codes', 'cites', 'cites-against'] as const),
  ...(['maps-to', 'leads-to', 'rests-on', 'answers', 'names', 'rates', 'lists'] as const),
];
const kindNumber = numbersOf(kinds);
const roleNumber = numbersOf(roles);

function numbersOf<T extends string>(names: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(names.map((name, index) => [name, index])) as Record<T, number>;
}

/** Writes a list: how many, and one after another. */
export function writeList<T>(writer: Writer, list: readonly T[], write: (writer: Writer, each: T) => void): void {
  writer.whole(list.length);
  for (let i = 0; i < list.length; i++) write(writer, list[i]!);
}

export function readList<T>(reader: Reader, read: (reader: Reader) => T): T[] {
  const list: T[] = [];
  for (let left = reader.whole(); left > 0; left--) list.push(read(reader));
  return list;
}

export function writeText(writer: Writer, text: string): void {
  writer.text(text);
}

export function readText(reader: Reader): string {
  return reader.text();
}

export function writeTold(writer: Writer, { value, at }: Told): void {
  writer.text(value);
  writer.place(at);
}

export function readTold(reader: Reader): Told {
  return { value: reader.text(), at: reader.place() };
}

export function writeUse(writer: Writer, { kind, id, name, role, at }: Use): void {
  writer.byte(kindNumber[kind] * 16 + roleNumber[role]);
  writer.text(name);
  writer.text(id);
  writer.place(at);
}

export function readUse(reader: Reader): Use {
  const byte = reader.byte();
  const name = reader.text();
  const id = reader.text();
  return { kind: kinds[byte >> 4]!, id, name, role: roles[byte & 15]!, at: reader.place() };
}

export function writeProblem(writer: Writer, { code, at, data }: Problem): void {
  writer.text(code);
  writer.place(at);
  const names = Object.keys(data);
  writer.whole(names.length);
  for (const name of names) {
    const value = data[name]!;
    writer.text(name);
    writer.byte(typeof value === 'number' ? 1 : 0);
    if (typeof value === 'number') writer.whole(value);
    else writer.text(value);
  }
}

export function readProblem(reader: Reader): Problem {
  const code = reader.text();
  const at = reader.place();
  const data: Record<string, string | number> = {};
  for (let left = reader.whole(); left > 0; left--) {
    const name = reader.text();
    data[name] = reader.byte() === 1 ? reader.whole() : reader.text();
  }
  return { code, at, data };
}
