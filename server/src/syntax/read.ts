import type { Text } from '../text/text.js';
import { isSameText } from './chunks/changed.js';
import type { Memory } from './chunks/memory.js';
import { onePiece, readByParts } from './chunks/parts.js';
import type { Chunk, FileFacts, FileKind } from './facts.js';
import { readWorks } from './read-bibliography.js';
import { readChecklist } from './read-checklist.js';
import { readCodebook } from './read-codebook.js';
import { readCoding } from './read-coding.js';
import { readConfidence } from './read-confidence.js';
import { readManuscript } from './read-manuscript.js';
import { readRaterFile } from './read-rating.js';
import { readReview } from './read-review.js';
import { readScreening } from './read-screening.js';
import { readStudy } from './read-study.js';
import { readTranslation } from './read-translation.js';

/**
 * The one way from text to facts, whether a file is open in an editor or lies on a disk. Never throws; what cannot be
 * read is a problem of the chunk in which it stands.
 *
 * @param path the file's path in its review, with `/`
 * @param memory for a file that is read again and again: what was kept of its last reading, which this one replaces. The
 *   facts are the same with and without, but chunks that say what they said are then the same objects, moved to the line at
 *   which they stand now; the last facts are not to be used any longer.
 */
export function readFacts(path: string, kind: FileKind, text: Text, memory?: Memory): FileFacts {
  const last = memory?.facts;
  if (memory && last && (last.path !== path || last.kind !== kind)) memory.forget();
  if (memory?.facts && memory.version && isSameText(memory.version.text, text)) return memory.facts;
  const facts = { path, kind, chunks: readChunks(path, kind, text, memory) };
  if (memory) memory.facts = facts;
  return facts;
}

function readChunks(path: string, kind: FileKind, text: Text, memory?: Memory): readonly Chunk[] {
  switch (kind) {
    case 'review':
      return readInOnePiece(text, readReview, memory);
    case 'study': {
      const isMarkdown = /\.(md|markdown|qmd)$/i.test(path);
      return readInOnePiece(text, whole => readStudy(whole, baseName(path), isMarkdown), memory);
    }
    case 'codebook':
      return readCodebook(text, memory);
    case 'manuscript':
      return readManuscript(text, memory);
    case 'bibliography':
      return readWorks(path, text, memory);
    case 'rater':
      return readRaterFile(text, memory);
    case 'coding':
      return readCoding(text, memory);
    case 'translation':
      return readInOnePiece(text, readTranslation, memory);
    case 'confidence':
      return readConfidence(text, memory);
    case 'checklist':
      return readInOnePiece(text, readChecklist, memory);
    case 'screening':
      return readInOnePiece(text, readScreening, memory);
  }
}

function readInOnePiece(text: Text, read: (text: string) => Chunk, memory?: Memory): readonly Chunk[] {
  return readByParts(text, onePiece(read), memory);
}

/** The file's name without its folder and ending: a study's key where none is written. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
