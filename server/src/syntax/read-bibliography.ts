import { Lines } from '../text/lines.js';
import type { Text } from '../text/text.js';
import { readBibtexPart } from './bibliography/bibtex.js';
import type { Draft } from './bibliography/draft.js';
import { bibliographyProblem, mostProblems } from './bibliography/problems.js';
import { formatOf, readDraft } from './bibliography/read.js';
import { readRis } from './bibliography/ris.js';
import type { Work } from './bibliography/work.js';
import { type BraceInfo, bracedRuns, cutBibtex, cutRis } from './chunks/cut-bibliography.js';
import { cutNowhere } from './chunks/cut-nowhere.js';
import type { Memory, Part } from './chunks/memory.js';
import { type Format, type Parts, readByParts } from './chunks/parts.js';
import { headChunk, type LooseReading, looseProblems, moved, shareProblems } from './chunks/share.js';
import type { Chunk, FileFacts, Problem, WorkFacts } from './facts.js';
import { kept, Notes } from './notes.js';

/** Reads a bibliography, each work a chunk of its own. The file's ending tells its format. */
export function readWorks(path: string, text: Text, memory?: Memory): FileFacts['chunks'] {
  switch (formatOf(path)) {
    case 'ris':
      return readByParts(text, risFormat, memory);
    case 'csl-json':
      return readByParts(text, jsonFormat, memory);
    default:
      return readByParts(text, bibtexFormat, memory);
  }
}

type Macros = ReadonlyMap<string, string>;

/** A part of a BibTeX file. Texts that `@string` names are the context of all that stands behind it. */
interface BibtexReading extends LooseReading {
  readonly asked: readonly string[];
  /** All macros behind it, where it defines one. */
  readonly macros: Macros | undefined;
}

const noMacros: Macros = new Map();
const asksNothing: readonly string[] = [];

const bibtexFormat: Format<BraceInfo, BibtexReading> = {
  cutter: cutBibtex,
  isLocal: () => true,
  assemble: file => {
    const runs = bracedRuns(file.segments);
    if (!runs) file.takeEach((_, last) => macrosAfter(last), readBibtexText, isUntouched);
    else {
      let last: Part<BibtexReading> | undefined;
      for (const count of runs) {
        const macros = macrosAfter(last);
        last = file.take(
          count,
          macros,
          text => readBibtexText(text, macros),
          part => isUntouched(part, macros),
        );
      }
    }
    return chunksOf(file);
  },
};

/** What `@string` has named up to the end of a part. */
function macrosAfter(last: Part<BibtexReading> | undefined): Macros {
  return last ? (last.reading.macros ?? (last.context as Macros)) : noMacros;
}

function readBibtexText(text: string, context: unknown): BibtexReading {
  const draft = readBibtexPart(text, context as Macros);
  const asked = draft.asked.length > 0 ? draft.asked : asksNothing;
  return { ...readingOf(text, draft), asked, macros: draft.macros };
}

const risFormat: Format<undefined, LooseReading> = {
  cutter: cutRis,
  isLocal: () => true,
  assemble: file => {
    file.takeEach(
      () => 'record',
      text => readingOf(text, readRis(text)),
    );
    return chunksOf(file);
  },
};

const jsonFormat: Format<undefined, LooseReading> = {
  cutter: cutNowhere,
  assemble: file => {
    file.takeEach(
      () => 'whole',
      text => readingOf(text, readDraft(text, 'csl-json')),
    );
    return chunksOf(file);
  },
};

/** Whether other macros make no difference to a part: it defines none, and those that it asked for are the same. */
function isUntouched({ context, reading }: Part<BibtexReading>, other: unknown): boolean {
  const [before, macros] = [context as Macros, other as Macros];
  return !reading.macros && reading.asked.every(name => before.get(name) === macros.get(name));
}

function readingOf(text: string, { works, problems }: Draft): LooseReading {
  const lines = new Lines(text);
  const chunks = works.map(work => {
    const notes = new Notes(lines, 0, lines.positionAt(work.whole[0]).line);
    return [notes, readWork(work, notes)] as const;
  });
  const loose = shareProblems(
    problems,
    new Notes(lines, 0, 0),
    chunks.map(([notes]) => notes),
  );
  return { chunks: chunks.map(([, chunk]) => chunk), loose };
}

function readWork(work: Work, notes: Notes): Chunk<WorkFacts> {
  notes.use('work', 'defines', work.key, work.keyAt);
  const number = numberOf(work);
  if (number !== undefined) notes.use('number', 'defines', number, work.keyAt);
  return notes.chunk<WorkFacts>({
    kind: 'work',
    key: kept(work.key),
    at: notes.place(work.keyAt),
    authors: work.authors.map(kept),
    more: work.more,
    year: work.year,
    title: work.title === undefined ? undefined : kept(work.title),
    doi: work.doi,
    source: work.source,
    ...(number !== undefined && { number }),
  });
}

/** The number by which a numbered manuscript cites a work: the one that it is given, or a key that is a number itself. */
function numberOf({ key, number = '' }: Work): string | undefined {
  return [number.replace(/\.$/, ''), key].find(each => /^[1-9]\d{0,2}$/.test(each));
}

function chunksOf(file: Parts<unknown, LooseReading>): Chunk[] {
  file.placed();
  const works = file.chunks();
  const problems = [...looseProblems(file), ...(file.hasRepeated(idOf) ? repeatedKeys(works) : [])];
  return [file.head(headChunk({ kind: 'other' }, problems))].concat(works);
}

/** Keys are one key if they are one on a file system without case: studies are files named by these keys. */
function idOf({ uses }: Chunk): string | undefined {
  return uses[0]?.id;
}

/** Works with the key of an earlier one. */
function repeatedKeys(works: readonly Chunk[]): Problem[] {
  const firsts = new Map<string, Chunk>();
  const problems: Problem[] = [];
  for (const work of works) {
    const [use] = work.uses;
    if (!use) continue;
    const first = firsts.get(use.id);
    const named = first?.uses[0];
    if (!first || !named) firsts.set(use.id, work);
    else if (problems.length < mostProblems) {
      const data = { key: use.name, first: named.name, firstLine: first.line + named.at.line + 1 };
      problems.push(moved({ code: bibliographyProblem.duplicateKey, at: use.at, data }, work.line));
    }
  }
  return problems;
}
