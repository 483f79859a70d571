import { Lines } from '../text/lines.js';
import { formatOf, readBibliography } from './bibliography/read.js';
import type { Chunk, FileFacts, FileKind, WorkFacts } from './facts.js';
import { kept, Notes } from './notes.js';
import { readCodebook } from './read-codebook.js';
import { readManuscript } from './read-manuscript.js';
import { readCoding, readConfidence, readTranslation } from './read-others.js';
import { readRaterFile } from './read-rating.js';
import { readReview } from './read-review.js';
import { readStudy } from './read-study.js';

/**
 * The one way from text to facts, whether a file is open in an editor or lies on a disk. Never throws; what cannot be
 * read is a problem of the chunk in which it stands.
 *
 * @param path the file's path in its review, with `/`
 */
export function readFacts(path: string, kind: FileKind, text: string): FileFacts {
  return { path, kind, chunks: readChunks(path, kind, text) };
}

function readChunks(path: string, kind: FileKind, text: string): readonly Chunk[] {
  switch (kind) {
    case 'review':
      return [readReview(text)];
    case 'study':
      return [readStudy(text, baseName(path), /\.(md|markdown|qmd)$/i.test(path))];
    case 'codebook':
      return readCodebook(text);
    case 'manuscript':
      return readManuscript(text);
    case 'bibliography':
      return readWorks(path, text);
    case 'rater':
      return readRaterFile(text);
    case 'coding':
      return readCoding(text);
    case 'translation':
      return readTranslation(text);
    case 'confidence':
      return readConfidence(text);
    case 'screening':
      return [];
  }
}

/** The file's name without its folder and ending: a study's key where none is written. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

function readWorks(path: string, text: string): Chunk[] {
  const lines = new Lines(text);
  const { works, problems } = readBibliography(text, formatOf(path) ?? 'bibtex');
  const file = new Notes(lines, 0, 0);
  file.take(problems);
  const chunks: Chunk[] = [file.chunk({ kind: 'other' })];
  for (const work of works) {
    const notes = new Notes(lines, 0, lines.positionAt(work.whole[0]).line);
    notes.use('work', 'defines', work.key, work.keyAt);
    chunks.push(
      notes.chunk<WorkFacts>({
        kind: 'work',
        key: kept(work.key),
        at: notes.place(work.keyAt),
        authors: work.authors.map(kept),
        more: work.more,
        year: work.year,
        title: work.title === undefined ? undefined : kept(work.title),
        doi: work.doi,
      }),
    );
  }
  return chunks;
}
