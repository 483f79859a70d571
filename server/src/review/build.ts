import { checklistNamed } from '../standards/checklist.js';
import { citeName } from '../syntax/bibliography/name.js';
import type { Chunk, ChunkFacts, FileFacts, StudyFacts, Use, WorkFacts } from '../syntax/facts.js';
import { defaultSettings } from '../syntax/read-review.js';
import { foldId, foldLabel } from '../text/words.js';
import { appraisalOf, raterAnswers } from './appraisal.js';
import { findingsOf, placeSections } from './manuscript.js';
import type { BibliographyWork, Construct, Finding, Review, Site, Sourced, Study, Theme, UseSite } from './model.js';
import { orderStudies } from './order.js';
import { byClaim } from './own-keys.js';
import { reviewFile } from './paths.js';

/** While the review is being put together its parts may still be filled in. */
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Puts the facts of all files together. The order of the files does not matter. */
export function buildReview(given: Iterable<FileFacts>): Review {
  const files = new Map([...given].sort((a, b) => (a.path < b.path ? -1 : 1)).map(file => [file.path, file]));
  const settingsChunk = pick(files, 'review')[0];
  const settings = settingsChunk?.facts.settings ?? defaultSettings();
  const checklist = checklistNamed(settings.checklist.value);

  const works = collectWorks(files);
  const answers = raterAnswers(pick(files, 'rating'));
  const studyFiles = byClaim(pick(files, 'study'));
  const { themes, aliases: themeAliases } = collectThemes(files);
  const { constructs, aliases: constructAliases } = collectConstructs(files);
  mapThemes(themes, constructs, constructAliases);

  const studyById = new Map<string, Study>();
  for (const source of studyFiles) {
    const id = foldId(source.facts.key);
    if (studyById.has(id)) continue;
    const work = works.get(id);
    studyById.set(id, {
      ...source,
      id,
      name: studyName(source.facts, work),
      year: work?.facts.year ?? yearIn(source.facts),
      work,
      appraisal: appraisalOf(source, answers.get(id) ?? [], checklist, settings),
      themes: carried(source, themes, themeAliases),
    });
  }
  const studies = orderStudies([...studyById.values()], settings);
  for (const study of studies) {
    for (const id of study.themes) (themes.get(id)?.studies as Study[] | undefined)?.push(study);
  }

  const byLabel = labels(constructs);
  const sections = placeSections(pick(files, 'section'), settings, {
    byId: id => constructs.get(id) ?? constructAliases.get(id),
    byLabel: folded => byLabel.get(folded),
  });
  const background = new Set(settings.background.map(told => foldId(told.value)));
  const byReport = new Map<string, Study>();
  for (const study of studies) {
    for (const told of study.facts.reports) byReport.set(foldId(told.value), study);
  }
  const findings = findingsOf(sections, {
    // A study may have several papers; citing any of them cites the study.
    study: id => studyById.get(id) ?? byReport.get(id),
    work: id => works.get(id),
    background,
  });
  support(constructs, findings, sections);

  const codebook = pick(files, 'codebook')[0];
  const settingsFile = files.get(reviewFile) ?? { path: reviewFile, kind: 'review', chunks: [] };
  const settingsSite: Site = {
    file: settingsFile,
    chunk: settingsChunk?.chunk ?? { line: 0, facts: { kind: 'review', settings }, uses: [], problems: [] },
    at: settings.head,
  };
  const index = lazy(() => indexUses(files));
  return {
    settings,
    settingsSite,
    checklist,
    files,
    studies,
    studyById,
    studyFiles,
    works,
    background,
    themes: [...themes.values()],
    themeById: themes,
    themeAliases,
    constructs: inOrder([...constructs.values()]),
    constructById: constructs,
    constructAliases,
    codebook,
    argument: pick(files, 'argument'),
    sections,
    findings,
    findingByName: new Map(findings.flatMap(finding => (finding.name ? [[foldId(finding.name), finding]] : []))),
    generated: pick(files, 'generated'),
    ratings: pick(files, 'rating'),
    values: name => countValues(studies, name),
    uses: (kind, id) => index().get(`${kind} ${id}`) ?? [],
  };
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

type FactsOf<K extends ChunkFacts['kind']> = Extract<ChunkFacts, { kind: K }>;

/** All chunks of a kind, in the order of files and lines. */
function pick<K extends ChunkFacts['kind']>(files: ReadonlyMap<string, FileFacts>, kind: K): Sourced<FactsOf<K>>[] {
  const found: Sourced<FactsOf<K>>[] = [];
  for (const file of files.values()) {
    for (const chunk of file.chunks) {
      if (chunk.facts.kind === kind) found.push({ file, chunk, facts: chunk.facts as FactsOf<K> });
    }
  }
  return found;
}

function collectWorks(files: ReadonlyMap<string, FileFacts>): Map<string, BibliographyWork> {
  const works = new Map<string, BibliographyWork>();
  for (const source of pick(files, 'work')) {
    const id = foldId(source.facts.key);
    if (!works.has(id)) works.set(id, { ...source, id, name: workName(source.facts) });
  }
  return works;
}

/** As a reader knows it; what has neither authors nor a title goes by its key. */
function workName(facts: WorkFacts): string {
  return citeName(facts) || facts.title || `"${facts.key}"`;
}

function collectThemes(files: ReadonlyMap<string, FileFacts>) {
  const themes = new Map<string, Mutable<Theme>>();
  const aliases = new Map<string, Theme>();
  for (const source of pick(files, 'theme')) {
    const { id, name, label } = source.facts;
    if (themes.has(id)) continue;
    const theme: Mutable<Theme> = { ...source, id, label: label?.value ?? name, constructs: [], studies: [] };
    themes.set(id, theme);
    for (const alias of source.facts.aliases) {
      const former = foldId(alias.value);
      if (!aliases.has(former)) aliases.set(former, theme);
    }
  }
  return { themes, aliases };
}

function collectConstructs(files: ReadonlyMap<string, FileFacts>) {
  const constructs = new Map<string, Mutable<Construct>>();
  const aliases = new Map<string, Construct>();
  for (const source of pick(files, 'construct')) {
    const { id, name, label } = source.facts;
    if (constructs.has(id)) continue;
    const construct: Mutable<Construct> = {
      ...source,
      id,
      label: label?.value ?? name,
      themes: [],
      findings: [],
      cited: [],
      carrying: [],
      headings: [],
    };
    constructs.set(id, construct);
    for (const alias of source.facts.aliases) {
      const former = foldId(alias.value);
      if (!aliases.has(former)) aliases.set(former, construct);
    }
  }
  return { constructs, aliases };
}

function mapThemes(
  themes: ReadonlyMap<string, Mutable<Theme>>,
  constructs: ReadonlyMap<string, Mutable<Construct>>,
  aliases: ReadonlyMap<string, Construct>,
): void {
  for (const theme of themes.values()) {
    const mapped = new Set<Construct>();
    for (const told of theme.facts.constructs) {
      const id = foldId(told.value);
      const construct = constructs.get(id) ?? aliases.get(id);
      if (construct) mapped.add(construct);
    }
    theme.constructs = [...mapped];
    for (const construct of mapped) (construct.themes as Theme[]).push(theme);
  }
}

/** The themes a study lists, then those that only tag one of its findings; unknown ones left out. */
function carried(
  study: Sourced<StudyFacts>,
  themes: ReadonlyMap<string, Theme>,
  aliases: ReadonlyMap<string, Theme>,
): string[] {
  const ids = new Set<string>();
  const add = (id: string): void => {
    const theme = themes.get(id) ?? aliases.get(id);
    if (theme) ids.add(theme.id);
  };
  for (const theme of study.facts.themes) add(theme.id);
  for (const finding of study.facts.findings) finding.tags.forEach(add);
  return [...ids];
}

function labels(constructs: ReadonlyMap<string, Construct>): Map<string, Construct> {
  const byLabel = new Map<string, Construct>();
  for (const construct of constructs.values()) {
    const folded = foldLabel(construct.label);
    if (folded !== '' && !byLabel.has(folded)) byLabel.set(folded, construct);
  }
  return byLabel;
}

function support(
  constructs: ReadonlyMap<string, Mutable<Construct>>,
  findings: readonly Finding[],
  sections: Review['sections'],
): void {
  for (const finding of findings) (finding.construct.findings as Finding[]).push(finding);
  for (const { construct, namesConstruct, file, chunk, facts } of sections) {
    if (construct && namesConstruct) (construct.headings as Site[]).push({ file, chunk, at: facts.at });
  }
  for (const construct of constructs.values()) {
    construct.cited = [...new Set(construct.findings.flatMap(finding => finding.support))];
    construct.carrying = [...new Set(construct.themes.flatMap(theme => theme.studies))];
  }
}

/** Constructs with an order first, by it; the others after them as the codebook lists them. */
function inOrder(constructs: Construct[]): Construct[] {
  return constructs.sort((a, b) => (a.facts.order ?? Infinity) - (b.facts.order ?? Infinity) || 0);
}

function studyName(facts: StudyFacts, work: BibliographyWork | undefined): string {
  return facts.cite?.value ?? (work && citeName(work.facts) ? citeName(work.facts) : facts.key);
}

/** The year that a study tells itself: its own field, else the one its name ends with. */
function yearIn(facts: StudyFacts): number | undefined {
  const field = facts.fields.find(each => each.name === 'year')?.items[0]?.value;
  const match =
    /\b(1[89]\d\d|20\d\d)[a-z]?\b/.exec(field ?? facts.cite?.value ?? '') ?? /(1[89]\d\d|20\d\d)/.exec(facts.key);
  return match ? Number(match[1]) : undefined;
}

function countValues(studies: readonly Study[], name: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const study of studies) {
    const items = study.facts.fields.find(field => field.name === name)?.items ?? [];
    for (const value of new Set(items.map(item => item.value))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function indexUses(files: ReadonlyMap<string, FileFacts>): Map<string, UseSite[]> {
  const index = new Map<string, UseSite[]>();
  const add = (file: FileFacts, chunk: Chunk, use: Use): void => {
    const key = `${use.kind} ${use.id}`;
    const list = index.get(key) ?? [];
    list.push({ file, chunk, use, at: use.at });
    index.set(key, list);
  };
  for (const file of files.values()) {
    for (const chunk of file.chunks) for (const use of chunk.uses) add(file, chunk, use);
  }
  return index;
}
