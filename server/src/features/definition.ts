import type { Review, Site } from '../review/model.js';
import { type Location, locate } from '../rules/diagnosis.js';
import type { Chunk, FileFacts } from '../syntax/facts.js';
import type { Place } from '../text/span.js';
import { foldId } from '../text/words.js';
import { covers, type Position } from './at.js';
import { quoteDefinition } from './quote-definition.js';
import { blockAt, type Thing, thingAt } from './thing-at.js';

/** Where something is told, and the words from which somebody goes there. */
export interface Definition {
  readonly from: Place;
  /** Best first. */
  readonly to: readonly Location[];
}

/**
 * Where the thing at a position is told: a theme in the codebook, a citation in its study and in the bibliography, a construct
 * in the codebook and from there in the manuscript, a block at what it is made of, a quote in the full text.
 */
export function definition(review: Review, path: string, position: Position): Definition | undefined {
  // A study without a key of its own is named by its whole first line: the characteristic on it is what is meant.
  const field = fieldDefinition(review, path, position);
  if (field) return field;
  const thing = thingAt(review, path, position);
  if (thing) {
    const to = homesOf(review, thing).map(locate);
    return to.length > 0 ? { from: thing.range, to } : undefined;
  }
  const block = blockAt(review, path, position);
  if (block) {
    const source = sourceOfBlock(review, block.name);
    return source && { from: block.range, to: [locate(source)] };
  }
  return quoteDefinition(review, path, position);
}

function homesOf(review: Review, { kind, id, defines }: Thing): Site[] {
  switch (kind) {
    case 'theme': {
      const theme = review.themeById.get(id) ?? review.themeAliases.get(id);
      return theme ? [told(theme)] : [];
    }
    case 'construct': {
      const construct = review.constructById.get(id) ?? review.constructAliases.get(id);
      if (!construct) return [];
      // From its entry in the codebook one goes to its section.
      return defines && construct.headings.length > 0 ? [...construct.headings] : [told(construct)];
    }
    case 'study':
    case 'work':
      return homesOfKey(review, kind, id, defines);
    case 'finding': {
      const finding = review.findingByName.get(id);
      return finding ? [finding.site] : [];
    }
    case 'rater': {
      const reviewer = review.settings.reviewers.find(each => foldId(each.id.value) === id);
      return reviewer ? [{ ...review.settingsSite, at: reviewer.id.at }] : [];
    }
    default:
      return [];
  }
}

/** The study's own file first, then the entry of the bibliography; from the one of them to the other. */
function homesOfKey(review: Review, kind: 'study' | 'work', id: string, defines: boolean): Site[] {
  const study = review.cited(id);
  const work = review.works.get(id);
  const homes: Site[] = [];
  if (study && !(defines && kind === 'study' && work)) {
    homes.push({ file: study.file, chunk: study.chunk, at: study.facts.keyAt });
  }
  if (work && !(defines && kind === 'work' && study)) homes.push(told(work));
  return homes;
}

interface Told {
  readonly file: FileFacts;
  readonly chunk: Chunk;
  readonly facts: { readonly at: Place };
}

function told({ file, chunk, facts }: Told): Site {
  return { file, chunk, at: facts.at };
}

const startOfFile: Place = { line: 0, character: 0, endLine: 0, endCharacter: 0 };

/** What a generated block is made of: the columns of the table, the constructs, or the translation. */
export function sourceOfBlock(review: Review, name: string): Site | undefined {
  const { settings, settingsSite, codebook, translation } = review;
  if (name === 'translation' && translation) return { ...translation, at: startOfFile };
  if (name === 'synthesis-table') return { ...settingsSite, at: settings.table.at ?? settings.head };
  const facts = codebook?.chunk.facts;
  if (name === 'outline' && codebook && facts?.kind === 'codebook' && facts.constructsAt) {
    return { ...codebook, at: facts.constructsAt };
  }
  return undefined;
}

/** From a characteristic of a study, or a column of the table, to where it is declared. */
function fieldDefinition(review: Review, path: string, position: Position): Definition | undefined {
  const file = review.files.get(path);
  const chunk = file?.chunks[0];
  if (!file || !chunk) return undefined;
  const names =
    chunk.facts.kind === 'study'
      ? chunk.facts.fields.map(field => ({ name: field.name, at: field.nameAt }))
      : chunk.facts.kind === 'review'
        ? chunk.facts.settings.table.columns
        : [];
  const here = names.find(({ at }) => covers({ file, chunk, at }, position));
  const declared = here && review.settings.characteristics.find(each => each.name === here.name);
  if (!here || !declared) return undefined;
  const to = locate({ ...review.settingsSite, at: declared.at });
  return { from: locate({ file, chunk, at: here.at }).range, to: [to] };
}
