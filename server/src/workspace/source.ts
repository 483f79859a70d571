import type { FileBytes } from '../host/host.js';
import type { Chunk, FileFacts, FileKind, Problem } from '../syntax/facts.js';
import { readFacts } from '../syntax/read.js';
import { decode } from '../text/decode.js';
import { fingerprint } from '../text/fingerprint.js';

const start: Problem['at'] = { line: 0, character: 0, endLine: 0, endCharacter: 0 };

/** A file as facts, and what its text was known by; undefined where the file could not be read as text. */
export interface Source {
  readonly facts: FileFacts;
  readonly print: number | undefined;
}

/**
 * Reads the bytes of a file from a disk. What is odd about the bytes is a problem at the file's start.
 *
 * @param known the fingerprint of the text as it was read before
 * @returns undefined for a file that is not there, `same` for one whose text is as it was
 */
export function readBytes(path: string, kind: FileKind, file: FileBytes, known?: number): Source | 'same' | undefined {
  if (file.failure === 'missing') return undefined;
  if (file.failure !== undefined || file.bytes === undefined) {
    const code = file.failure === 'too-large' ? 'file.too-large' : 'file.unreadable';
    return { facts: { path, kind, chunks: [problemChunk({ code, at: start, data: { path } })] }, print: undefined };
  }
  const { text, encoding, doubtful } = decode(file.bytes);
  const print = fingerprint(text);
  if (print === known) return 'same';
  const facts = readFacts(path, kind, text);
  if (!doubtful) return { facts, print };
  const chunk = problemChunk({ code: 'file.encoding', at: start, data: { path, encoding } });
  // A guess at the encoding is told each time, so the text alone does not stand for the file.
  return { facts: { ...facts, chunks: [...facts.chunks, chunk] }, print: undefined };
}

function problemChunk(problem: Problem): Chunk {
  return { line: 0, facts: { kind: 'other' }, uses: [], problems: [problem] };
}
