import type { Chunk, CitingSentence, NumberedCitation, SectionFacts, Settings } from '../syntax/facts.js';
import type { Place } from '../text/span.js';
import { foldId, foldLabel } from '../text/words.js';
import type { BibliographyWork, Cited, Construct, Finding, PlacedSection, Sourced, Study } from './model.js';

/** What a citation key can mean. */
export interface Known {
  readonly study: (id: string) => Study | undefined;
  readonly work: (id: string) => BibliographyWork | undefined;
  /** The key of the work that has a number in the bibliography. */
  readonly numbered: (number: string) => string | undefined;
  readonly background: ReadonlySet<string>;
}

/** What a section stands under. */
export type Placement = Pick<PlacedSection, 'construct' | 'namesConstruct' | 'aspect'>;

/**
 * Which construct and which division of it each section stands under. A heading names a construct by its label, by a
 * comment under it or by a Pandoc identifier; what follows belongs to it until a heading of the same or a higher level.
 */
export function placeSections(
  sections: readonly Sourced<SectionFacts>[],
  settings: Settings,
  constructs: { byLabel: (folded: string) => Construct | undefined; byId: (id: string) => Construct | undefined },
): Placement[] {
  const aspects = aspectHeadings(settings);
  const placed: Placement[] = [];
  let file = '';
  // A construct's section may hold another's; when that ends, the outer one goes on.
  let open: { level: number; is: Construct }[] = [];
  let aspect: { level: number; is: string } | undefined;
  for (const section of sections) {
    const { facts } = section;
    if (section.file.path !== file || facts.level === 0) {
      open = [];
      aspect = undefined;
      file = section.file.path;
    }
    open = open.filter(each => each.level < facts.level);
    if (aspect && facts.level <= aspect.level) aspect = undefined;
    const title = foldedTitle(section.chunk, facts.title);
    const named = namedConstruct(facts, title, constructs);
    if (named) {
      open.push({ level: facts.level, is: named });
      aspect = undefined;
    }
    const division = facts.aspect ? foldId(facts.aspect.value) : aspects.get(title);
    if (division !== undefined && facts.level > 0) aspect = { level: facts.level, is: division };
    const construct = open.at(-1);
    placed.push({
      construct: construct?.is,
      namesConstruct: named !== undefined,
      aspect: construct ? aspect?.is : undefined,
    });
  }
  return placed;
}

const foldedTitles = new WeakMap<Chunk, string>();

/** A heading as labels are compared; kept, since headings seldom change and are placed at every change of one of them. */
function foldedTitle(chunk: Chunk, title: string): string {
  const known = foldedTitles.get(chunk);
  if (known !== undefined) return known;
  const made = foldLabel(title);
  foldedTitles.set(chunk, made);
  return made;
}

function namedConstruct(
  facts: SectionFacts,
  title: string,
  constructs: { byLabel: (folded: string) => Construct | undefined; byId: (id: string) => Construct | undefined },
): Construct | undefined {
  if (facts.level === 0) return undefined;
  if (facts.construct) return constructs.byId(foldId(facts.construct.value));
  const byIdentifier = facts.identifier && constructs.byId(foldId(facts.identifier.value));
  return byIdentifier ?? constructs.byLabel(title);
}

function aspectHeadings(settings: Settings): Map<string, string> {
  const headings = new Map<string, string>();
  for (const { id, headings: words } of settings.aspects) {
    headings.set(foldLabel(id), id);
    for (const word of words) headings.set(foldLabel(word), id);
  }
  return headings;
}

/** A sentence of a section as a finding: one under a construct that cites more than background. */
export function findingOf(sentence: CitingSentence, section: PlacedSection, known: Known): Finding | undefined {
  const { construct } = section;
  if (!construct) return undefined;
  // A bare @name that is no key of ours is somebody on a website.
  const all = lookUp(sentence, known);
  const citations = all.filter(cited => cited.bracketed || cited.study || cited.work);
  const isEvidence = citations.some(cited => !known.background.has(cited.id));
  if (!isEvidence && (citations.length > 0 || !sentence.name)) return undefined;
  const against = citations.filter(cited => cited.contrary);
  const support =
    against.length === 0 ? citations : citations.filter(({ id }) => !against.some(contrary => contrary.id === id));
  return {
    name: sentence.name?.value,
    text: (all.length > sentence.citations.length && sentence.textWithoutNumbers) || sentence.text,
    construct,
    aspect: section.aspect,
    citations,
    support: studiesOf(support),
    contrary: studiesOf(against),
    site: { file: section.file, chunk: section.chunk, at: sentence.at },
  };
}

/** The citations of a sentence with what they mean. */
export function lookUp(sentence: CitingSentence, known: Known): Cited[] {
  const byKey = sentence.citations.map(({ key, name, at, contrary, bracketed }) => ({
    id: key,
    name,
    at,
    contrary,
    bracketed,
    study: known.study(key),
    work: known.work(key),
  }));
  if (sentence.numbered.length === 0) return byKey;
  const byNumber = sentence.numbered.flatMap(group => lookUpNumbers(group, known));
  return byNumber.length === 0 ? byKey : [...byKey, ...byNumber].sort((a, b) => inTextOrder(a.at, b.at));
}

/** The numbers of a group as citations; none where the bibliography has none of them, for then they are just text. */
function lookUpNumbers(group: readonly NumberedCitation[], known: Known): Cited[] {
  if (!group.some(({ number }) => known.numbered(number) !== undefined)) return [];
  return group.map(({ number, at, contrary }): Cited => {
    const id = known.numbered(number);
    const work = id === undefined ? undefined : known.work(id);
    return {
      // What has no work has no key either; brackets keep it apart from every key.
      id: id ?? `[${number}]`,
      name: work?.facts.key ?? number,
      at,
      contrary,
      bracketed: true,
      study: id === undefined ? undefined : known.study(id),
      work,
      number,
    };
  });
}

function inTextOrder(a: Place, b: Place): number {
  return a.line - b.line || a.character - b.character;
}

/** The studies that are cited, each once. */
function studiesOf(citations: readonly Cited[]): readonly Study[] {
  if (citations.length === 0) return [];
  const studies = new Set<Study>();
  for (const { study } of citations) if (study) studies.add(study);
  return [...studies];
}
