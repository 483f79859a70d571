import type { Review } from '../review/model.js';
import type { Chunk, FileFacts, StudyFacts, Use } from '../syntax/facts.js';
import { Lines } from '../text/lines.js';
import type { Place } from '../text/span.js';
import { proseTokens } from './tokens-prose.js';
import type { LineRange, Token, TokenModifier, TokenType } from './tokens-token.js';

export { type LineRange, type Token, tokenModifiers, tokenTypes } from './tokens-token.js';

/**
 * What the review knows of the words of a file, in the order of the text; no two overlap. Only names are told, and a
 * participant's words and the authors' readings as stretches that an editor may colour or leave: prose that is ours alone
 * is never among them.
 *
 * @param within tells these lines only
 */
export function tokensOf(review: Review, path: string, text: string, within?: LineRange): Token[] {
  const file = review.files.get(path);
  if (!file) return [];
  const lines = new Lines(text);
  const names: Token[] = [];
  const add = (place: Place, type: TokenType, modifiers: readonly TokenModifier[]): void => {
    const { line, character, endLine, endCharacter } = place;
    // A name over two lines is none; a place of an earlier text may lie outside of this one.
    if (line !== endLine || endCharacter <= character || !isWithin(line, within)) return;
    names.push({ line, character, length: endCharacter - character, type, modifiers });
  };
  const studies: { facts: StudyFacts; chunk: Chunk }[] = [];
  for (const chunk of chunksWithin(file, within)) {
    const { facts, uses, line } = chunk;
    const whole = facts.kind === 'study' && facts.keyAt === facts.head ? facts.keyAt : undefined;
    for (const use of uses) {
      // A study without a key of its own is defined by its whole first line.
      if (whole && use.role === 'defines' && sameStart(use.at, whole)) continue;
      const kind = tokenOf(review, use);
      if (kind) add(moved(use.at, line), kind.type, kind.modifiers);
    }
    if (facts.kind === 'study') studies.push({ facts, chunk });
  }
  if (file.kind === 'manuscript') {
    for (const place of constructHeadings(review, file)) add(place, 'thirdOrder', ['declaration']);
    for (const place of checkedNumbers(text, lines, within)) add(place, 'checkedNumber', []);
  }
  const prose = studies.flatMap(({ facts }) => proseTokens(facts, text, lines, names, within));
  return distinct([...names, ...prose]);
}

/** Chunks that may have something on these lines: of each kind, those from the last that begins before them. */
function chunksWithin(file: FileFacts, within: LineRange | undefined): readonly Chunk[] {
  if (!within || file.chunks.length < 2) return file.chunks;
  const first = new Map<string, number>();
  for (const { line, facts } of file.chunks) {
    if (line <= within.line) first.set(facts.kind, Math.max(line, first.get(facts.kind) ?? 0));
  }
  return file.chunks.filter(({ line, facts }) => line <= within.endLine && line >= (first.get(facts.kind) ?? 0));
}

function isWithin(line: number, within: LineRange | undefined): boolean {
  return within === undefined || (within.line <= line && line <= within.endLine);
}

function moved(place: Place, by: number): Place {
  return { ...place, line: place.line + by, endLine: place.endLine + by };
}

function sameStart(a: Place, b: Place): boolean {
  return a.line === b.line && a.character === b.character;
}

function tokenOf(review: Review, use: Use): { type: TokenType; modifiers: TokenModifier[] } | undefined {
  const modifiers = (known: boolean): TokenModifier[] => [
    ...(use.role === 'defines' || use.role === 'alias' ? (['declaration'] as const) : []),
    ...(use.role === 'cites-against' ? (['contrary'] as const) : []),
    ...(known ? [] : (['unknown'] as const)),
  ];
  const { kind, id } = use;
  switch (kind) {
    case 'theme':
      // A tag that divides the findings of a construct is no theme.
      if (use.role === 'tags' && review.settings.aspects.some(aspect => aspect.id === id)) return undefined;
      return { type: 'secondOrder', modifiers: modifiers(review.themeById.has(id) || review.themeAliases.has(id)) };
    case 'construct': {
      const known = review.constructById.has(id) || review.constructAliases.has(id);
      return { type: 'thirdOrder', modifiers: modifiers(known) };
    }
    case 'number': {
      const work = use.role === 'defines' ? undefined : review.numbered(id);
      if (work === undefined) return undefined;
      return { type: review.cited(work) ? 'study' : 'work', modifiers: modifiers(true) };
    }
    case 'study':
    case 'work': {
      if (review.studyById.has(id)) return { type: 'study', modifiers: modifiers(true) };
      const known = review.works.has(id) || review.background.has(id);
      return { type: kind === 'study' ? 'study' : 'work', modifiers: modifiers(known) };
    }
    default:
      return undefined;
  }
}

/** The headings of the file that name a construct. */
function constructHeadings(review: Review, file: FileFacts): Place[] {
  return review.constructs.flatMap(({ headings }) =>
    headings.filter(site => site.file.path === file.path).map(site => moved(site.at, site.chunk.line)),
  );
}

/** A comment with a definition that touches a number. */
const definition = /(?<=[\p{N}%])<!--[ \t]*=(?!=)(?:[^-\n\r]|-(?!-)){0,1000}-->/gu;

function checkedNumbers(text: string, lines: Lines, within: LineRange | undefined): Place[] {
  const from = within ? lines.offsetAt(within.line, 0) : 0;
  const to = within ? lines.lineSpan(within.endLine)[1] : text.length;
  // One character more, for what the comment touches is on its own line.
  return [...text.slice(from, to).matchAll(definition)].map(found =>
    lines.placeOf([from + found.index, from + found.index + found[0].length]),
  );
}

/** In the order of the text; of two at one place the first counts. */
function distinct(tokens: readonly Token[]): Token[] {
  const sorted = [...tokens].sort((a, b) => a.line - b.line || a.character - b.character);
  const kept: Token[] = [];
  for (const token of sorted) {
    const last = kept.at(-1);
    if (last && last.line === token.line && last.character + last.length > token.character) continue;
    kept.push(token);
  }
  return kept;
}
