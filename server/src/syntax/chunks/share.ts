import type { Place } from '../../text/span.js';
import type { Chunk, ChunkFacts, Problem } from '../facts.js';
import type { Notes } from '../notes.js';
import type { SyntaxProblem } from '../yaml/located.js';
import { yamlCodes } from '../yaml/problems.js';
import type { Part, PartReading } from './memory.js';
import type { Parts } from './parts.js';

/** A part that can be told to have problems outside of its chunks. */
export interface LooseReading extends PartReading {
  /** What is the matter where no chunk is; lines count from the part's first line. */
  readonly loose: readonly Problem[];
}

/** A part can be something else altogether and have a problem in every line; nobody reads more than these. */
const mostProblems = 500;

/**
 * Gives each problem to the last chunk that starts before it, so that it moves with the chunk and is forgotten with it. What
 * stands before the first chunk is given back.
 *
 * @param part places in the whole part
 * @param chunks the notes of the part's chunks
 */
export function shareProblems(problems: readonly SyntaxProblem[], part: Notes, chunks: readonly Notes[]): Problem[] {
  if (problems.length === 0) return [];
  const loose: Problem[] = [];
  const inOrder = [...chunks].sort((a, b) => a.line - b.line);
  for (const { code, at, data } of problems.slice(0, mostProblems)) {
    const { line } = part.place(at);
    const chunk = inOrder.findLast(each => each.line <= line);
    if (chunk) chunk.problem(code, at, withoutLine(data));
    else loose.push({ code, at: part.place(at), data: withoutLine(data) });
  }
  return loose;
}

/** A problem's place tells its line; a line that is written down would be wrong once the chunk has moved. */
function withoutLine({ line: _, ...data }: Problem['data']): Problem['data'] {
  return data;
}

/** The problems outside of chunks, their lines counted in the whole file. */
export function looseProblems(file: Parts<unknown, LooseReading>): Problem[] {
  return file.loose().flatMap(({ reading, line }) => (reading.loose ?? []).map(each => moved(each, line)));
}

export function moved(problem: Problem, by: number): Problem {
  const { at } = problem;
  return { ...problem, at: { ...at, line: at.line + by, endLine: at.endLine + by } };
}

/** The file's first chunk, for what concerns it as a whole. */
export function headChunk(facts: ChunkFacts, problems: readonly Problem[]): Chunk {
  return { line: 0, facts, uses: [], problems };
}

/** A name that a chunk gives to something, which no other chunk of the file may give. */
export interface Given {
  /** What is compared. */
  readonly id: string;
  readonly name: string;
  /** With lines from the chunk's first line. */
  readonly at: Place;
}

/**
 * Names that a later part gives again. Names given twice within a part are told by whoever reads the part.
 *
 * @param parts the file's parts, placed
 */
export function repeatedNames<R extends PartReading>(
  file: Parts<unknown, R>,
  parts: readonly Part<R>[],
  given: (chunk: Chunk) => Given | undefined,
): Problem[] {
  const problems: Problem[] = [];
  if (!file.hasRepeated(chunk => given(chunk)?.id)) return problems;
  const seen = new Set<string>();
  for (const { reading } of parts) {
    const own = new Set<string>();
    for (const chunk of reading.chunks) {
      const found = given(chunk);
      if (!found) continue;
      if (seen.has(found.id) && !own.has(found.id)) {
        problems.push(moved({ code: yamlCodes.duplicateKey, at: found.at, data: { key: found.name } }, chunk.line));
      }
      own.add(found.id);
    }
    for (const id of own) seen.add(id);
  }
  return problems;
}
