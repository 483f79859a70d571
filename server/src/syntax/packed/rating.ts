import type { Answer, Rating, Reason } from '../facts.js';
import { readList, readText, writeList, writeText } from './parts.js';
import type { Reader } from './reader.js';
import type { Writer } from './writer.js';

export function writeRating(writer: Writer, { rater, study, studyAt, answers, repeated, reasons, by }: Rating): void {
  writer.text(rater);
  writer.text(study);
  writer.place(studyAt);
  writeList(writer, answers, writeAnswer);
  writeList(writer, repeated, writeAnswer);
  writeList(writer, reasons, writeReason);
  writeList(writer, by, writeText);
}

export function readRating(reader: Reader): Rating {
  return {
    rater: reader.text(),
    study: reader.text(),
    studyAt: reader.place(),
    answers: readList(reader, readAnswer),
    repeated: readList(reader, readAnswer),
    reasons: readList(reader, readReason),
    by: readList(reader, readText),
  };
}

function writeAnswer(writer: Writer, { item, itemAt, answer, at, because }: Answer): void {
  writer.byte(because === undefined ? 0 : 1);
  writer.text(item);
  writer.place(itemAt);
  writer.text(answer);
  writer.place(at);
  if (because !== undefined) writer.text(because);
}

function readAnswer(reader: Reader): Answer {
  const reasoned = reader.byte() === 1;
  const item = reader.text();
  const itemAt = reader.place();
  const answer = reader.text();
  const at = reader.place();
  return reasoned ? { item, itemAt, answer, at, because: reader.text() } : { item, itemAt, answer, at };
}

function writeReason(writer: Writer, { item, because }: Reason): void {
  writer.text(item);
  writer.text(because);
}

function readReason(reader: Reader): Reason {
  return { item: reader.text(), because: reader.text() };
}
