import { Lines } from '../text/lines.js';
import type { Span } from '../text/span.js';
import type { Text } from '../text/text.js';
import { foldId } from '../text/words.js';
import {
  cutMarkdown,
  generatedRuns,
  isClosed,
  isUntouched,
  labelsOf,
  type MarkdownInfo,
  sameLabels,
} from './chunks/cut-markdown.js';
import type { Memory, PartReading } from './chunks/memory.js';
import { type Format, readByParts } from './chunks/parts.js';
import type {
  CheckedNumber,
  Chunk,
  CitedGroup,
  CitingSentence,
  Claim,
  FileFacts,
  GeneratedFacts,
  NumberedCitation,
  ReportedItem,
  SectionFacts,
  Told,
} from './facts.js';
import { citedIn } from './markdown/citations-in.js';
import type { Block, BracketedNumber, Comment, Generated, Section, Sentence } from './markdown/document.js';
import { plainText } from './markdown/plain.js';
import { scanMarkdown } from './markdown/scan.js';
import { kept, Notes } from './notes.js';
import { claimsIn } from './numbers/claims.js';
import { readDefinitions } from './numbers/definition.js';
import { quantifierBefore, quantifiersIn, voicesIn } from './numbers/quantifiers.js';
import { type ClaimSource, mask } from './numbers/sentence.js';
import { impossibleShares } from './numbers/shares.js';
import { wrongSums } from './numbers/sums.js';
import { numberBefore } from './numbers/written.js';
import { type Passage, Passages } from './passages.js';
import { readQuotes } from './read-quotes.js';
import { readReports } from './reports-comment.js';

/** Words before a citation that make it contrary: it never counts as support. */
const contraryPrefix = /^(?:but|but see|but cf\.?|contra|cf\.?|except|except for)(?:\s|$|,|:)/i;

/** Reads the manuscript, a chunk for each section and each generated block. */
export function readManuscript(text: Text, memory?: Memory): FileFacts['chunks'] {
  if (memory) memory.passages ??= new Passages();
  return readByParts(text, manuscriptFormat(memory?.passages), memory);
}

const manuscriptFormat = (passages: Passages | undefined): Format<MarkdownInfo, PartReading> => ({
  cutter: cutMarkdown,
  isLocal: isClosed,
  assemble: file => {
    const { segments } = file;
    const made = labelsOf(segments);
    const labels = file.context(made, other => sameLabels(other, made));
    for (const count of generatedRuns(segments)) {
      file.take(
        count,
        labels,
        text => ({ chunks: readPart(text, labels, passages) }),
        ({ context }, text) => isUntouched(text, context as ReadonlySet<string>, labels),
      );
    }
    file.placed();
    const chunks = file.chunks();
    const isGenerated = (chunk: Chunk): boolean => chunk.facts.kind === 'generated';
    return [...chunks.filter(chunk => !isGenerated(chunk)), ...chunks.filter(isGenerated)];
  },
});

/**
 * Reads a part of a manuscript, or all of it, in one go. `labels` are those of the whole manuscript, `passages` what was read
 * from the part that was read before.
 */
export function readPart(text: string, labels?: ReadonlySet<string>, passages = new Passages()): Chunk[] {
  const lines = new Lines(text);
  const document = scanMarkdown(text, labels);
  const sections = document.sections.map(section => {
    passages.begin(labels);
    return readSection(text, section, lines, passages);
  });
  const generated = document.generated.map(block => readGenerated(text, block, lines));
  return [...sections, ...generated];
}

function readSection(text: string, section: Section, lines: Lines, passages: Passages): Chunk<SectionFacts> {
  const notes = new Notes(lines, 0, lines.positionAt(section.at[0]).line);
  const { heading } = section;
  const told: { construct?: Told; aspect?: Told } = {};
  const sentences: CitingSentence[] = [];
  const numbers: CheckedNumber[] = [];
  const claims: Claim[] = [];
  const reports: ReportedItem[] = [];
  for (const block of section.blocks) {
    const { line, character } = notes.place([block.at[0], block.at[0]]);
    const passage = passages.of(text, block, line, character, () => readPassage(text, block, notes.apart()));
    const { construct, aspect } = passage;
    if (construct && !told.construct) {
      told.construct = construct;
      notes.named('construct', 'names', construct);
    }
    if (aspect) told.aspect ??= aspect;
    sentences.push(...passage.sentences);
    numbers.push(...passage.numbers);
    claims.push(...passage.claims);
    reports.push(...passage.reports);
    notes.add(passage);
  }
  if (heading) citesIn(text, heading.textAt, notes);
  const identifier = heading?.id;
  return notes.chunk<SectionFacts>({
    kind: 'section',
    level: heading?.level ?? 0,
    title: kept(heading?.text ?? ''),
    at: notes.place(heading?.textAt ?? [section.at[0], section.at[0]]),
    ...(told.construct && { construct: told.construct }),
    ...(told.aspect && { aspect: told.aspect }),
    ...(identifier && { identifier: { value: kept(identifier.name), at: notes.place(identifier.at) } }),
    sentences,
    quotes: readQuotes(text, section.blocks, notes),
    numbers,
    claims,
    reports,
  });
}

/** Reads one block. It looks at nothing outside of it, since blocks that are as they were are not read again. */
function readPassage(text: string, block: Block, notes: Notes): Passage {
  const told: { construct?: Told; aspect?: Told } = {};
  const sentences: CitingSentence[] = [];
  const numbers: CheckedNumber[] = [];
  const claims: Claim[] = [];
  const reports: ReportedItem[] = [];
  for (const comment of block.comments) {
    readComment(comment, told, notes);
    reports.push(...readReported(comment, notes));
    if (comment.text.startsWith('=')) numbers.push(readNumber(text, comment, notes));
  }
  if (block.kind === 'table') citesIn(text, block.at, notes);
  if (isProse(block)) {
    for (const sentence of block.sentences) {
      claims.push(...readClaims(text, sentence, notes));
      const citing = readSentence(text, sentence, notes);
      if (citing) sentences.push(citing);
    }
  }
  const { uses, problems } = notes;
  return { ...told, sentences, numbers, claims, reports, uses, problems };
}

/** Most sentences say no number of anything, and have none of these. */
const countable =
  /\d|stud(?:y|ies)|trial|article|paper|publication|report|record|mak|total|leav|zusammen|soit|lo que|\b(?:one|single)\b/i;

/** What a sentence says of numbers of studies; what cannot be is told at once where the sentence alone says it. */
function readClaims(text: string, sentence: Sentence, notes: Notes): Claim[] {
  const groups = new Set<Span>();
  for (const { bracketed, group } of sentence.citations) if (bracketed) groups.add(group);
  for (const { group } of sentence.numbers) groups.add(group);
  const masked = mask(text, sentence.at, [...groups, ...sentence.comments.map(each => each.at)]);
  if (!countable.test(masked)) return [];
  const source: ClaimSource = {
    at: sentence.at,
    masked,
    comments: sentence.comments,
    citations: [
      ...sentence.citations.map(each => ({ ...each, by: 'key' as const, contrary: isContrary(each.prefix) })),
      ...sentence.numbers.map(each => ({
        ...each,
        by: 'number' as const,
        key: String(each.number),
        bracketed: true,
        contrary: isContrary(each.prefix),
      })),
    ],
  };
  for (const { at, percent, of, below } of impossibleShares(source)) {
    notes.problem('number.impossible-share', at, { percent, of, below });
  }
  for (const { at, written, parts, sum } of wrongSums(source)) {
    notes.problem('number.sum', at, { written, parts, sum });
  }
  const numbers = claimsIn(text, source).map((claim): Claim => {
    const { kind } = claim;
    const number: Told = { value: kept(claim.text), at: notes.place(claim.at) };
    if (kind === 'included') return { kind, number, value: claim.number };
    return { kind, number, value: claim.number, papers: claim.papers, groups: claim.groups.map(foldedGroup) };
  });
  // Where a number says how many, the citations are compared with that.
  return numbers.length > 0 || source.citations.length === 0 ? numbers : wordsForMany(text, source, notes);
}

/** Words for a share of the studies, and a single voice, with what is cited for them. */
function wordsForMany(text: string, source: ClaimSource, notes: Notes): Claim[] {
  const told = (words: { text: string; at: Span }): Told => ({ value: kept(words.text), at: notes.place(words.at) });
  return [
    ...quantifiersIn(text, source).map((found): Claim => {
      const { quantifier, groups } = found;
      return { kind: 'quantifier', word: told(found), quantifier, groups: groups.map(foldedGroup) };
    }),
    ...voicesIn(text, source).map((found): Claim => {
      return { kind: 'voice', voice: told(found), groups: found.groups.map(foldedGroup) };
    }),
  ];
}

function foldedGroup({ by, works }: CitedGroup): CitedGroup {
  return { by, works: works.map(foldId) };
}

function isContrary(prefix: string): boolean {
  return contraryPrefix.test(prefix.replace(/[*_]/g, ''));
}

/** A comment that begins with `=` defines the number that it touches. */
function readNumber(text: string, comment: Comment, notes: Notes): CheckedNumber {
  const number = comment.touches ? numberBefore(text, comment.at[0]) : undefined;
  const word = comment.touches && !number ? quantifierBefore(text, comment.at[0]) : undefined;
  const written = number ?? word;
  const said = kept(comment.text);
  return {
    ...(written && {
      written: {
        text: kept(written.text),
        at: notes.place(written.at),
        values: number?.values ?? [],
        ...(word && { word: word.quantifier }),
      },
    }),
    comment: { value: said, at: notes.place(comment.textAt) },
    readings: readDefinitions(said),
  };
}

/** Citations in tables and headings are no findings, but their works are used. */
function citesIn(text: string, span: Span, notes: Notes): void {
  const { citations, numbers } = citedIn(text, span);
  for (const { key, at } of citations) notes.use('work', 'cites', key, at);
  for (const { number, at } of numbers) notes.use('number', 'cites', String(number), at);
}

function isProse(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'quote' || block.kind === 'callout';
}

/** A comment of the form `name: value`, with the place of the value. */
function property(comment: Comment, name: string): { value: string; span: readonly [number, number] } | undefined {
  const match = new RegExp(`^${name}:\\s*`, 'i').exec(comment.text);
  if (!match) return undefined;
  const start = comment.textAt[0] + match[0].length;
  const value = comment.text.slice(match[0].length).trim();
  return value === '' ? undefined : { value, span: [start, start + value.length] };
}

function readComment(comment: Comment, told: { construct?: Told; aspect?: Told }, notes: Notes): void {
  const construct = property(comment, 'construct');
  if (construct && !told.construct) {
    told.construct = { value: kept(construct.value), at: notes.place(construct.span) };
  }
  const aspect = property(comment, 'aspect');
  if (aspect && !told.aspect) told.aspect = { value: kept(aspect.value), at: notes.place(aspect.span) };
}

/** `reports: entreq 4, prisma-s 8`: the items of reporting standards that the passage reports. */
function readReported(comment: Comment, notes: Notes): ReportedItem[] {
  const told = property(comment, 'reports');
  if (!told) return [];
  const [start] = told.span;
  const { items, problems } = readReports(told.value);
  for (const { at, kind, written, standard, near } of problems) {
    const data = { kind, written: kept(written), standard, near };
    notes.problem('reporting.unknown-item', [start + at[0], start + at[1]], data);
  }
  return items.map(({ standard, item, at }) => ({
    standard,
    item,
    at: notes.place([start + at[0], start + at[1]]),
  }));
}

function readSentence(text: string, sentence: Sentence, notes: Notes): CitingSentence | undefined {
  let name: Told | undefined;
  for (const comment of sentence.comments) {
    const finding = property(comment, 'finding');
    if (finding && !name) {
      name = { value: kept(finding.value), at: notes.place(finding.span) };
      notes.use('finding', 'defines', finding.value, finding.span);
    }
  }
  if (sentence.citations.length === 0 && sentence.numbers.length === 0 && !name) return undefined;
  const citations = sentence.citations.map(citation => {
    const contrary = isContrary(citation.prefix);
    notes.use('work', contrary ? 'cites-against' : 'cites', citation.key, citation.at);
    return {
      key: foldId(citation.key),
      name: kept(citation.key),
      at: notes.place(citation.at),
      contrary,
      bracketed: citation.bracketed,
    };
  });
  const numbered = readNumbered(sentence.numbers, notes);
  return {
    text: kept(wordsOf(text, sentence)),
    at: notes.place(sentence.at),
    citations,
    numbered,
    ...(numbered.length > 0 && { textWithoutNumbers: kept(wordsOf(text, sentence, sentence.numbers)) }),
    unmarked: unmarkedIn(text, sentence, notes),
    ...(name && { name }),
  };
}

function readNumbered(numbers: readonly BracketedNumber[], notes: Notes): NumberedCitation[][] {
  const groups = new Map<number, NumberedCitation[]>();
  for (const { number, at, prefix, group } of numbers) {
    const contrary = isContrary(prefix);
    notes.use('number', contrary ? 'cites-against' : 'cites', String(number), at);
    const list = groups.get(group[0]) ?? [];
    groups.set(group[0], list);
    list.push({ number: String(number), at: notes.place(at), contrary });
  }
  return [...groups.values()];
}

/** `[@a; b]`: pieces of a group that are one word and no citation. */
function unmarkedIn(text: string, sentence: Sentence, notes: Notes): Told[] {
  const groups = new Map(sentence.citations.filter(each => each.bracketed).map(each => [each.group[0], each.group]));
  return [...groups.values()].flatMap(([start, end]) => {
    const found: Told[] = [];
    let from = start + 1;
    for (const piece of text.slice(start + 1, end - 1).split(';')) {
      const word = piece.trim();
      const at = from + piece.indexOf(word);
      if (/^[\p{L}\p{N}_][\p{L}\p{N}_:.+-]*$/u.test(word)) {
        found.push({ value: kept(word), at: notes.place([at, at + word.length]) });
      }
      from += piece.length + 1;
    }
    return found;
  });
}

/** The sentence as plain words: citations in brackets and comments taken out, the space they leave closed. */
function wordsOf(text: string, sentence: Sentence, numbers: readonly BracketedNumber[] = []): string {
  const cuts = [
    ...numbers.map(each => each.group),
    ...sentence.citations.filter(citation => citation.bracketed).map(citation => citation.group),
    ...sentence.comments.map(comment => comment.at),
  ].sort((a, b) => a[0] - b[0]);
  let words = '';
  let from = sentence.at[0];
  for (const [start, end] of cuts) {
    if (start < from) continue;
    words += text.slice(from, start);
    from = end;
  }
  words += text.slice(from, sentence.at[1]);
  return plainText(words.replace(/^\s*>\s?/gm, ' '))
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:!?])/g, '$1')
    .trim();
}

function readGenerated(text: string, block: Generated, lines: Lines): Chunk<GeneratedFacts> {
  const notes = new Notes(lines, 0, lines.positionAt(block.open[0]).line);
  return notes.chunk<GeneratedFacts>({
    kind: 'generated',
    name: kept(block.name),
    argument: kept(block.argument),
    open: notes.place(block.open),
    closed: block.close !== undefined,
    content: notes.place(block.content),
    text: kept(text.slice(block.content[0], block.content[1])),
  });
}
