import type { FileBytes } from '../host/host.js';
import type { Chunk, FileFacts, FileKind, Problem } from '../syntax/facts.js';
import { readFacts } from '../syntax/read.js';
import { decode } from '../text/decode.js';

const start: Problem['at'] = { line: 0, character: 0, endLine: 0, endCharacter: 0 };

/** Reads the bytes of a file from a disk. What is odd about the bytes is a problem at the file's start. */
export function readBytes(path: string, kind: FileKind, file: FileBytes): FileFacts | undefined {
  if (file.failure === 'missing') return undefined;
  if (file.failure !== undefined || file.bytes === undefined) {
    const code = file.failure === 'too-large' ? 'file.too-large' : 'file.unreadable';
    return { path, kind, chunks: [problemChunk({ code, at: start, data: { path } })] };
  }
  const { text, encoding, doubtful } = decode(file.bytes);
  const facts = readFacts(path, kind, text);
  if (!doubtful) return facts;
  const chunk = problemChunk({ code: 'file.encoding', at: start, data: { path, encoding } });
  return { ...facts, chunks: [...facts.chunks, chunk] };
}

function problemChunk(problem: Problem): Chunk {
  return { line: 0, facts: { kind: 'other' }, uses: [], problems: [problem] };
}
