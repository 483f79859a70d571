import type { CarriedTheme, Field, StudyFacts, StudyFinding, Told } from '../facts.js';
import { readList, readText, readTold, writeList, writeText, writeTold } from './parts.js';
import { readRating, writeRating } from './rating.js';
import type { Reader } from './reader.js';
import type { Writer } from './writer.js';

/** What may be left out, as a set of bits. */
const hasCite = 1;
const hasTotal = 2;
const hasParent = 4;

export function writeStudy(writer: Writer, facts: StudyFacts): void {
  const { cite, total, parent } = facts;
  writer.byte((cite ? hasCite : 0) | (total ? hasTotal : 0) | (parent ? hasParent : 0));
  writer.text(facts.key);
  writer.place(facts.keyAt);
  writer.place(facts.head);
  if (cite) writeTold(writer, cite);
  writeList(writer, facts.fields, writeField);
  writeList(writer, facts.themes, writeCarried);
  if (total) {
    writeTold(writer, total);
    writer.text(total.name);
  }
  writeList(writer, facts.ratings, writeRating);
  writeList(writer, facts.findings, writeFinding);
  writeList(writer, facts.reports, writeTold);
  if (parent) writeTold(writer, parent);
  writeList(writer, facts.synthesises, writeTold);
}

export function readStudy(reader: Reader): StudyFacts {
  const has = reader.byte();
  const key = reader.text();
  const keyAt = reader.place();
  const head = reader.place();
  const cite = has & hasCite ? readTold(reader) : undefined;
  const fields = readList(reader, readField);
  const themes = readList(reader, readCarried);
  const total = has & hasTotal ? readTotal(reader) : undefined;
  const ratings = readList(reader, readRating);
  const findings = readList(reader, readFinding);
  const reports = readList(reader, readTold);
  const parent = has & hasParent ? readTold(reader) : undefined;
  const synthesises = readList(reader, readTold);
  return {
    kind: 'study',
    key,
    keyAt,
    head,
    ...(cite && { cite }),
    fields,
    themes,
    ...(total && { total }),
    ratings,
    findings,
    reports,
    ...(parent && { parent }),
    synthesises,
  };
}

function readTotal(reader: Reader): NonNullable<StudyFacts['total']> {
  return { value: reader.text(), at: reader.place(), name: reader.text() };
}

function writeField(writer: Writer, { name, nameAt, at, items, list, nested }: Field): void {
  writer.text(name);
  writer.byte((list ? 1 : 0) | (nested ? 2 : 0));
  writer.place(nameAt);
  writer.place(at);
  writeList(writer, items, writeTold);
}

function readField(reader: Reader): Field {
  const name = reader.text();
  const bits = reader.byte();
  const nameAt = reader.place();
  const at = reader.place();
  return { name, nameAt, at, items: readList(reader, readTold), list: (bits & 1) !== 0, nested: (bits & 2) !== 0 };
}

function writeCarried(writer: Writer, { id, name, at, wording }: CarriedTheme): void {
  writer.byte(wording === undefined ? 0 : 1);
  writer.text(name);
  writer.text(id);
  writer.place(at);
  if (wording !== undefined) writer.text(wording);
}

function readCarried(reader: Reader): CarriedTheme {
  const worded = reader.byte() === 1;
  const name = reader.text();
  const id = reader.text();
  const at = reader.place();
  return worded ? { id, name, at, wording: reader.text() } : { id, name, at };
}

function writeFinding(writer: Writer, finding: StudyFinding): void {
  const { order, text, verbatim, locator, tags, credibility, at, wordsAt } = finding;
  writer.byte(order | (verbatim ? 4 : 0) | (locator ? 8 : 0) | (credibility ? 16 : 0) | (wordsAt ? 32 : 0));
  writer.text(text);
  if (locator) writeTold(writer, locator);
  writeList(writer, tags, writeText);
  if (credibility) writeTold(writer, credibility);
  writer.place(at);
  if (wordsAt) writeList(writer, wordsAt, writeWhole);
}

function readFinding(reader: Reader): StudyFinding {
  const bits = reader.byte();
  const order = (bits & 3) as 1 | 2;
  const verbatim = (bits & 4) !== 0;
  const text = reader.text();
  const locator: Told | undefined = bits & 8 ? readTold(reader) : undefined;
  const tags = readList(reader, readText);
  const credibility: Told | undefined = bits & 16 ? readTold(reader) : undefined;
  const at = reader.place();
  const wordsAt = bits & 32 ? readList(reader, readWhole) : undefined;
  if (locator && wordsAt && !credibility) return { order, text, verbatim, locator, tags, at, wordsAt };
  return {
    order,
    text,
    verbatim,
    ...(locator && { locator }),
    tags,
    ...(credibility && { credibility }),
    at,
    ...(wordsAt && { wordsAt }),
  };
}

function writeWhole(writer: Writer, value: number): void {
  writer.whole(value);
}

function readWhole(reader: Reader): number {
  return reader.whole();
}
