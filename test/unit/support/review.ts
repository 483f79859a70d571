import { readPlain } from '../../../server/src/quotes/full-text.js';
import { Finder } from '../../../server/src/quotes/lookup.js';
import { buildReview } from '../../../server/src/review/build.js';
import type { ReviewIndex } from '../../../server/src/review/index/review-index.js';
import type { Review } from '../../../server/src/review/model.js';
import { kindOf, reviewFile } from '../../../server/src/review/paths.js';
import { fullTextKey, papersOf, quotesIn } from '../../../server/src/review/quotes.js';
import { type ExampleFile, exampleReview, filesOf } from '../../../server/src/rules/example.js';
import { type Diagnosis, judge, type Location, type Severities } from '../../../server/src/rules/judge.js';
import type { FileFacts, Settings } from '../../../server/src/syntax/facts.js';
import { readFacts } from '../../../server/src/syntax/read.js';
import { defaultSettings } from '../../../server/src/syntax/read-review.js';

/**
 * Reviews for tests, written as one string: each file behind a line `=== path ===`, places between `«` and `»`.
 *
 *     reviewOf(`
 *     === codebook.yaml ===
 *     themes:
 *       «belonging»: {label: Belonging}
 *     `)
 *
 * An empty mark, `«»`, is a cursor. Nothing here touches a disk, and tests that go through it know nothing of the
 * readers and the index below, so that they outlive a redesign.
 */
export interface WrittenReview {
  readonly review: Review;
  /** The texts by path, the marks taken out. */
  readonly texts: ReadonlyMap<string, string>;
  /** What stands between marks, in the order of the files and of the text. */
  readonly marks: readonly Location[];
  /** The start of the first mark, for what an editor asks at a position. Fails for a text without marks. */
  readonly cursor: { readonly path: string; readonly position: { readonly line: number; readonly character: number } };
  /** What the rules tell, sorted by place; of one code only where one is given. */
  diagnoses(code?: string, severities?: Severities): Diagnosis[];
  /**
   * The files that hold one of these places, with marks around each, in the notation above. Two lists of places are best
   * compared by comparing these: a failing test then shows both in the text.
   */
  marked(places: readonly Location[]): string;
}

/** The review made of exactly these files. A file that is no part of the review keeps its text and marks. */
export function reviewOf(written: string): WrittenReview {
  return make(filesOf(checked(written)));
}

/** The small faultless review of the rules' examples, with these files put in or in the place of its own. */
export function exampleOf(written = ''): WrittenReview {
  return make(exampleReview(checked(written)));
}

/** Facts of a review's files. `metasynth.yaml` comes first, because it tells what the others are. */
export function factsOf(texts: ReadonlyMap<string, string>): FileFacts[] {
  const settings = settingsOf(texts.get(reviewFile));
  return [...texts].flatMap(([path, text]) => {
    const kind = kindOf(path, settings);
    return kind ? [readFacts(path, kind, text)] : [];
  });
}

/** What the workspace does in the background, at once: quotes are looked up in the full texts among the files. */
export function lookUpQuotes(index: ReviewIndex, texts: ReadonlyMap<string, string>): void {
  const fullTexts = [...texts].flatMap(([path, text]) => {
    const key = fullTextKey(path);
    const read = key === undefined ? undefined : readPlain(path, new TextEncoder().encode(text));
    return key !== undefined && read ? [{ key, path, text: read }] : [];
  });
  index.fullTexts.takeNames(new Set(fullTexts.map(each => each.key)));
  for (const { file, facts } of index.studyFiles) {
    const sources = papersOf(facts).flatMap(key => fullTexts.filter(each => each.key === key));
    if (sources.length === 0) continue;
    const finder = new Finder(sources);
    index.fullTexts.takeLookups(file.path, facts, new Map(quotesIn(facts).map(each => [each, finder.lookUp(each)])));
  }
}

function settingsOf(text: string | undefined): Settings {
  const facts = text === undefined ? undefined : readFacts(reviewFile, 'review', text).chunks[0]?.facts;
  return facts?.kind === 'review' ? facts.settings : defaultSettings();
}

function make(files: readonly ExampleFile[]): WrittenReview {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const review = buildReview(factsOf(texts));
  lookUpQuotes(review as ReviewIndex, texts);
  const marks = files.flatMap(({ path, text, marks: spans }) =>
    spans.map(([start, end]) => {
      const [from, to] = [positionOf(text, start), positionOf(text, end)];
      return { path, range: { ...from, endLine: to.line, endCharacter: to.character } };
    }),
  );
  return {
    review,
    texts,
    marks,
    get cursor() {
      const [mark] = marks;
      if (!mark) throw new Error('This review has no mark for the cursor to stand at.');
      return { path: mark.path, position: { line: mark.range.line, character: mark.range.character } };
    },
    diagnoses: (code, severities = {}) =>
      judge(review, severities).filter(each => code === undefined || each.code === code),
    marked: places => markedFiles(texts, places),
  };
}

/** The text without its shared indentation. One that begins with anything but a file's path would be dropped unseen. */
function checked(written: string): string {
  const text = outdented(written);
  if (text.trim() !== '' && !/^\n?=== .+ ===\n/.test(text)) {
    throw new Error('A review in a test begins with a line `=== path ===`, set in no further than all that follows.');
  }
  return text;
}

/** Takes out the indentation that all lines share, so that a test may indent its review like the code around it. */
function outdented(written: string): string {
  const lines = written.split('\n');
  const filled = lines.filter(line => line.trim() !== '');
  const shared = filled.reduce((least, line) => Math.min(least, line.search(/\S/)), written.length);
  return lines.map(line => line.slice(shared)).join('\n');
}

function markedFiles(texts: ReadonlyMap<string, string>, places: readonly Location[]): string {
  const files: string[] = [];
  for (const [path, text] of texts) {
    const here = places.filter(place => place.path === path);
    if (here.length > 0) files.push(`=== ${path} ===\n${withMarks(text, here)}`);
  }
  const elsewhere = places
    .filter(place => !texts.has(place.path))
    .map(place => `=== ${place.path} ===\n(no such file)`);
  return [...files, ...elsewhere].reduce(
    (all, file) => all + (all === '' || all.endsWith('\n') ? '' : '\n') + file,
    '',
  );
}

function withMarks(text: string, places: readonly Location[]): string {
  const signs = places.flatMap(({ range }) => {
    const start = offsetOf(text, range.line, range.character);
    const end = offsetOf(text, range.endLine, range.endCharacter);
    // What ends at an offset is closed before the next opens there; an empty mark opens and closes in one.
    return start === end
      ? [{ at: start, order: 1, sign: '«»' }]
      : [
          { at: start, order: 2, sign: '«' },
          { at: end, order: 0, sign: '»' },
        ];
  });
  signs.sort((a, b) => a.at - b.at || a.order - b.order);
  let result = '';
  let from = 0;
  for (const { at, sign } of signs) {
    result += text.slice(from, at) + sign;
    from = Math.max(from, at);
  }
  return result + text.slice(from);
}

/** Offsets at which lines start. Written anew here, so that the tests do not lean on what they test. */
function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(found => found.index + found[0].length)];
}

function positionOf(text: string, offset: number): { line: number; character: number } {
  const starts = lineStarts(text);
  const line = starts.findLastIndex(start => start <= offset);
  return { line, character: offset - (starts[line] ?? 0) };
}

function offsetOf(text: string, line: number, character: number): number {
  const start = lineStarts(text)[line];
  // A place outside of the text is shown at its end, where it stands out.
  return start === undefined ? text.length : Math.min(start + character, text.length);
}
