import { Lines } from '../text/lines.js';
import type { Place, Span } from '../text/span.js';
import { knownKeys, validate } from './definitions/validate.js';
import type { CarriedTheme, Chunk, Field, Rating, StudyFacts, StudyFinding, Told } from './facts.js';
import type { Block, MarkdownDocument, Section } from './markdown/document.js';
import { isSpaceAt } from './markdown/lines.js';
import { scanMarkdown } from './markdown/scan.js';
import { idOf, isFilled, kept, Notes } from './notes.js';
import { isRepeatedQuestion, readRating } from './read-rating.js';
import { type Runs, runsOf } from './runs.js';
import { entry } from './yaml/access.js';
import type { Located, LocatedMap } from './yaml/located.js';
import { readYaml } from './yaml/read.js';

/** Names under which a study's appraisal may stand. */
export const appraisalKeys = ['casp', 'jbi', 'appraisal'] as const;

/** Keys of a study that are not characteristics: ours, and those of Obsidian and Quarto, which we leave alone. */
const notCharacteristics = new Set([
  ...['key', 'cite', 'themes', 'findings', 'notes', 'reports', 'parent', 'synthesises', 'ids', ...appraisalKeys],
  ...['tags', 'aliases', 'cssclass', 'cssclasses', 'publish', 'title', 'format', 'bibliography', 'csl'],
]);

/** Reads a study. `name` is the file's name without its folder and ending, the key where none is written. */
export function readStudy(text: string, name: string, markdown: boolean): Chunk<StudyFacts> {
  const lines = new Lines(text);
  if (!markdown) return yamlStudy(text, name, lines);
  const document = scanMarkdown(text);
  const front = document.frontMatter;
  const notes = new Notes(lines, front?.yaml[0] ?? 0, 0);
  const root = front && readFrontMatter(text.slice(front.yaml[0], front.yaml[1]), notes);
  if (front && !front.closed) {
    notes.problem('study.front-matter-open', [front.whole[0] - front.yaml[0], front.whole[0] - front.yaml[0] + 3]);
  }
  const body = new Notes(lines, 0, 0);
  if (!front) nothingRead(text, body);
  const findings = markdownFindings(text, document, body);
  const facts = studyFacts(root, name, notes, findings, headOf(root, text, notes, front?.yaml[0] ?? 0));
  return {
    line: 0,
    facts,
    uses: [...notes.uses, ...body.uses],
    problems: [...notes.problems, ...body.problems],
  };
}

function yamlStudy(text: string, name: string, lines: Lines): Chunk<StudyFacts> {
  const notes = new Notes(lines, 0, 0);
  const root = readFrontMatter(text, notes);
  if (!root && text.trim() === '') nothingRead(text, notes);
  const findings = root ? yamlFindings(text, entry(root, 'findings')?.value, notes) : [];
  return notes.chunk(studyFacts(root, name, notes, findings, headOf(root, text, notes, 0)));
}

/** A file that tells nothing of its study says so, at its first line with words. */
function nothingRead(text: string, notes: Notes): void {
  const start = Math.max(0, text.search(/\S/));
  const end = endOfLine(text, start);
  notes.problem('study.without-characteristics', [start, end], { empty: text.trim() === '' ? 'yes' : 'no' });
}

function readFrontMatter(yaml: string, notes: Notes): LocatedMap | undefined {
  const { root, problems } = readYaml(yaml, { knownKeys: knownKeys('study') });
  // A question answered twice is told by a rule of its own, in the words of the appraisal.
  notes.take(problems.filter(problem => !isRepeatedQuestion(problem)));
  notes.take(validate(root, 'study'));
  return root?.kind === 'map' ? root : undefined;
}

/** The first line of what the file says: where a complaint about the study as a whole is shown. */
function headOf(root: LocatedMap | undefined, text: string, notes: Notes, offset: number): Place {
  const first = root?.entries[0];
  if (first)
    return notes.place([first.keyAt[0], Math.max(first.keyAt[1], endOfLine(text, first.keyAt[1] + offset) - offset)]);
  return notes.place([-offset, endOfLine(text, 0) - offset]);
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed === -1 ? text.length : feed;
  const carriage = text.slice(from, end).indexOf('\r');
  return carriage === -1 ? end : Math.max(0, from) + carriage;
}

function studyFacts(
  root: LocatedMap | undefined,
  name: string,
  notes: Notes,
  findings: readonly StudyFinding[],
  head: Place,
): StudyFacts {
  const explicit = notes.told(entryValue(root, 'key'));
  const key = explicit?.value ?? name;
  const keyAt = explicit?.at ?? head;
  notes.uses.push({ kind: 'study', id: idOf(key), name: key, role: 'defines', at: keyAt });
  const cite = notes.told(entryValue(root, 'cite'));
  const parent = notes.told(entryValue(root, 'parent'));
  const appraisalKey = appraisalKeys.find(candidate => entryValue(root, candidate) !== undefined);
  const appraisal = appraisalKey && entryValue(root, appraisalKey);
  const total = notes.told(appraisal);
  return {
    kind: 'study',
    key,
    keyAt,
    head,
    ...(cite && { cite }),
    fields: fieldsOf(root, notes),
    themes: carriedThemes(entryValue(root, 'themes'), notes),
    ...(total && appraisalKey && { total: { ...total, name: appraisalKey } }),
    ratings: appraisal ? inlineRatings(appraisal, key, keyAt, notes) : [],
    findings,
    reports: notes.toldList(entryValue(root, 'reports')),
    ...(parent && { parent }),
    synthesises: notes.toldList(entryValue(root, 'synthesises')),
  };
}

function entryValue(root: LocatedMap | undefined, key: string): Located | undefined {
  return root && entry(root, key)?.value;
}

function fieldsOf(root: LocatedMap | undefined, notes: Notes): Field[] {
  const fields: Field[] = [];
  for (const { key, keyAt, value } of root?.entries ?? []) {
    const name = kept(key);
    if (notCharacteristics.has(name)) continue;
    const items = notes.toldList(value);
    const nameAt = notes.place(keyAt);
    const scalar = value.kind === 'scalar';
    // A single value and its field share one place: ten thousand studies have some of them.
    const at = scalar ? (items[0]?.at ?? nameAt) : notes.place(value.at);
    fields.push({ name, nameAt, at, items, list: value.kind === 'list', nested: value.kind === 'map' });
  }
  return fields;
}

/** `- boundaries`, `- giving-back: Contributing`, a flow list, a single name, or a map from theme to wording. */
function carriedThemes(value: Located | undefined, notes: Notes): CarriedTheme[] {
  if (!value) return [];
  const items = value.kind === 'list' ? value.items : [value];
  const themes: CarriedTheme[] = [];
  const carry = (written: string, span: Span, wording?: string): void => {
    if (written.trim() === '') return;
    const { id, name, at } = notes.use('theme', 'carries', written, span);
    themes.push(wording ? { id, name, at, wording: kept(wording) } : { id, name, at });
  };
  for (const item of items) {
    if (isFilled(item)) carry(item.value, item.at);
    else if (item.kind === 'map') {
      for (const { key, keyAt, value: wording } of item.entries) {
        carry(key, keyAt, isFilled(wording) ? wording.value : undefined);
      }
    }
  }
  return themes;
}

/** Item-level answers inside a study: by rater, or one set of answers whose rater is not named. */
function inlineRatings(value: Located, study: string, studyAt: Place, notes: Notes): Rating[] {
  if (value.kind === 'scalar') return [];
  if (value.kind === 'list') return [readRating(value, '', study, studyAt, notes)];
  const byItem = value.entries.some(each => /^\d+$/.test(each.key));
  if (byItem) return [readRating(value, '', study, studyAt, notes)];
  // A rater's name with nothing after it yet, or a note, is no set of answers.
  const byRater = value.entries.filter(each => each.value.kind !== 'scalar');
  return byRater.map(each => {
    notes.use('rater', 'rates', each.key, each.keyAt);
    return readRating(each.value, kept(each.key), study, notes.place(each.keyAt), notes);
  });
}

/** Only text under these headings is data. */
export const dataHeading = /^(findings?|results?)$/i;

function markdownFindings(text: string, document: MarkdownDocument, notes: Notes): StudyFinding[] {
  const findings: StudyFinding[] = [];
  const data = dataSections(document.sections);
  if (data.length === 0) findingsElsewhere(document.sections, notes);
  for (const section of data) {
    for (const block of section.blocks) {
      const finding = findingOf(text, block, notes);
      if (finding) findings.push(finding);
    }
  }
  return findings;
}

/** A study without findings whose passages carry themes under another heading: that heading was meant to be *Findings*. */
function findingsElsewhere(sections: readonly Section[], notes: Notes): void {
  for (const { heading, blocks } of sections) {
    const coded = blocks.some(block => (block.kind === 'quote' || block.kind === 'paragraph') && block.tags.length > 0);
    if (heading && coded) notes.problem('study.findings-elsewhere', heading.textAt, { heading: heading.text });
  }
}

/** The sections under a heading *Findings* or *Results*, with those below them. */
export function dataSections(sections: readonly Section[]): Section[] {
  const data: Section[] = [];
  let inside = 0;
  for (const section of sections) {
    const heading = section.heading;
    if (heading) {
      if (dataHeading.test(heading.text.trim()))
        inside = inside === 0 ? heading.level : Math.min(inside, heading.level);
      else if (heading.level <= inside) inside = 0;
    }
    if (inside > 0) data.push(section);
  }
  return data;
}

const quoted = /^["“„«‘'][\s\S]*["”“»’']$/;

function findingOf(text: string, block: Block, notes: Notes): StudyFinding | undefined {
  if (block.kind !== 'quote' && block.kind !== 'paragraph' && block.kind !== 'item') return undefined;
  for (const tag of block.tags) notes.use('theme', 'tags', tag.name, tag.at);
  if (block.text.trim() === '') return undefined;
  const locator: Told | undefined = block.locator && {
    value: kept(block.locator.text),
    at: notes.place(block.locator.at),
  };
  const order = block.kind === 'quote' ? 1 : 2;
  const translated = /our translation/i.test(block.locator?.text ?? '');
  const words = wordsOf(block);
  const credibility = credibilityOf(block, notes);
  const verbatim = !translated && (order === 1 || (locator !== undefined && quoted.test(words)));
  const wordsAt = verbatim ? runsIn(words, text, block.at, notes) : undefined;
  return {
    order,
    text: kept(words),
    verbatim,
    ...(locator && { locator }),
    tags: block.tags.map(tag => idOf(tag.name)),
    ...(credibility && { credibility }),
    at: notes.place(trimmed(text, block.at)),
    ...(wordsAt && { wordsAt }),
  };
}

function runsIn(words: string, text: string, at: Span, notes: Notes): Runs | undefined {
  return runsOf(words, text, at, offset => notes.place([offset, offset]));
}

/** `<!-- credibility: credible -->` in the block, as meta-aggregation rates each finding. */
function credibilityOf(block: Block, notes: Notes): Told | undefined {
  for (const comment of block.comments) {
    const match = /^credibility:\s*(\S.*)$/i.exec(comment.text);
    if (match?.[1]) {
      const start = comment.textAt[0] + match[0].length - match[1].length;
      return { value: kept(match[1]), at: notes.place([start, start + match[1].length]) };
    }
  }
  return undefined;
}

/** The block's words alone: without the comments in it and without the locator that closes them. */
function wordsOf(block: Block): string {
  const { text } = block;
  const words = !text.includes('<!--') ? text : text.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim();
  if (!block.locator) return words;
  const closing = `(${block.locator.text})`;
  const at = words.lastIndexOf(closing);
  return at < 0 ? words : words.slice(0, at).trim();
}

function trimmed(text: string, [start, end]: Span): Span {
  let last = end;
  while (last > start && isSpaceAt(text, last - 1)) last--;
  return [start, last];
}

function yamlFindings(text: string, value: Located | undefined, notes: Notes): StudyFinding[] {
  if (value?.kind !== 'list') return [];
  return value.items.flatMap(item => (item.kind === 'map' ? yamlFinding(text, item, notes) : []));
}

/** An entry holds a participant's words, the authors' reading, or both, which are then two findings. */
function yamlFinding(source: string, item: LocatedMap, notes: Notes): StudyFinding[] {
  const tags = ['themes', 'aspects', 'aspect'].flatMap(key => {
    const list = entry(item, key)?.value;
    return key === 'themes' ? notes.names('theme', 'tags', list) : notes.toldList(list);
  });
  const locator = notes.told(entry(item, 'at')?.value);
  const credibility = notes.told(entry(item, 'credibility')?.value);
  const translated = /our translation/i.test(locator?.value ?? '');
  return (['quote', 'authors'] as const).flatMap((key): StudyFinding[] => {
    const words = entry(item, key)?.value;
    if (!isFilled(words)) return [];
    const text = words.value.trim();
    const verbatim = !translated && (key === 'quote' || (locator !== undefined && quoted.test(text)));
    const wordsAt = verbatim ? runsIn(text, source, words.at, notes) : undefined;
    return [
      {
        order: key === 'quote' ? 1 : 2,
        text: kept(text),
        verbatim,
        ...(locator && { locator }),
        tags: tags.map(tag => idOf(tag.value)),
        ...(credibility && { credibility }),
        at: notes.place(words.at),
        ...(wordsAt && { wordsAt }),
      },
    ];
  });
}
