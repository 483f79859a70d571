import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';

/**
 * The teaching sample is read here by plain code that owes nothing to the readers under `server`, so that the
 * sample is true by itself and can serve as an oracle for them.
 */
const root = join(import.meta.dirname, '../../../samples/worked-example');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

interface Finding {
  readonly text: string;
  readonly at: string | undefined;
  readonly themes: readonly string[];
  /** True for a participant's words, and for authors' words in quotation marks. */
  readonly verbatim: boolean;
}
interface Study {
  readonly key: string;
  readonly fields: Record<string, unknown>;
  readonly themes: readonly string[];
  readonly findings: readonly Finding[];
}
interface ReviewFile {
  readonly background: string[];
  readonly characteristics: Record<string, { type: string; values?: string[]; required?: boolean }>;
  readonly groups: Record<string, Record<string, string[]>>;
  readonly aspects: Record<string, string[]>;
  readonly eligibility: { says: string; filter: string }[];
  readonly flow: Record<string, number | Record<string, number>>;
  readonly search: { strategy: string; hits: number }[];
}
interface Codebook {
  readonly themes: Record<string, { construct: string | string[] }>;
  readonly constructs: Record<string, { label: string }>;
  readonly argument: { says: string; 'rests-on': string[]; answers: string[] }[];
}
type Appraisal = Record<string, Record<string, unknown> & { because?: Record<string, string> }>;

const yamlFiles = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.yaml'));
const parse = <T>(text: string): T => parseDocument(text).toJS() as T;
const review = parse<ReviewFile>(read('metasynth.yaml'));
const codebook = parse<Codebook>(read('codebook.yaml'));
const aspects = Object.keys(review.aspects);

/** Splits `words (P3, p. 12) #theme` into its parts. */
function block(lines: readonly string[], quote: boolean): Finding {
  const text = squeeze(lines.join(' '));
  const tags = /(?:\s#[\w/-]+)*$/.exec(text)![0];
  const words = text.slice(0, text.length - tags.length);
  const locator = / \(([^()]*\bp\. [^()]*)\)$/.exec(words);
  const said = locator ? words.slice(0, locator.index) : words;
  const quoted = /^"(.*)"$/.exec(said);
  return {
    text: quoted?.[1] ?? said,
    at: locator?.[1],
    themes: [...tags.matchAll(/#([\w/-]+)/g)].map(match => match[1]!),
    verbatim: quote || quoted !== null,
  };
}

function markdownStudy(key: string, text: string): Study {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text)!;
  const section = /^## Findings\n([\s\S]*?)(?=^## )/m.exec(body)![1]!;
  const blocks = section
    .trim()
    .split(/\n{2,}/)
    .filter(part => !/^(<!--|> \[!)/.test(part));
  const findings = blocks.map(part => {
    const quote = part.startsWith('> ');
    return block(quote ? part.split('\n').map(line => line.replace(/^> ?/, '')) : part.split('\n'), quote);
  });
  return study(key, parse(front), findings);
}

function yamlStudy(key: string, text: string): Study {
  type Entry = { quote?: string; authors?: string; at?: string; themes: string[] };
  const fields = parse<Record<string, unknown> & { findings: Entry[] }>(text);
  const findings = fields.findings.map(({ quote, authors, at, themes }): Finding => {
    const quoted = /^"(.*)"$/.exec(authors ?? '');
    return { text: quote ?? quoted?.[1] ?? authors!, at, themes, verbatim: quote !== undefined || quoted !== null };
  });
  return study(key, fields, findings);
}

function study(key: string, fields: Record<string, unknown>, findings: readonly Finding[]): Study {
  const themes = (fields.themes as (string | Record<string, string>)[]).map(theme =>
    typeof theme === 'string' ? theme : Object.keys(theme)[0]!,
  );
  return { key, fields, themes, findings };
}

const studies = readdirSync(join(root, 'studies')).map(name => {
  const key = name.replace(/\.\w+$/, '');
  const text = read(`studies/${name}`);
  return name.endsWith('.md') ? markdownStudy(key, text) : yamlStudy(key, text);
});
const keys = studies.map(({ key }) => key);

/** Pages of a full text by number: `[page 12]` starts page 12, a form feed starts the next page counting from 1. */
function pages(text: string): Map<number, string> {
  const parts = text.split(/\[page (\d+)\]/);
  if (parts.length === 1) return new Map(text.split('\f').map((page, index) => [index + 1, squeeze(page)]));
  return new Map(parts.slice(1).flatMap((part, i) => (i % 2 === 0 ? [[Number(part), squeeze(parts[i + 2]!)]] : [])));
}

/** A reader of the filter grammar for the forms that the sample uses. */
function passes(filter: string, { fields }: Study): boolean {
  const tokens = filter.match(/[\w-]+:\([^)]*\)|[\w-]+:"[^"]*"|[\w-]+:[^\s()]+|[()]|[<>]=?|=|[^\s()]+/g)!;
  const values = (name: string): string[] => [fields[name]].flat().map(String);
  const term = (): boolean => {
    const token = tokens.shift()!;
    if (token === 'NOT') return !term();
    if (token === '(') {
      const inside = either();
      tokens.shift();
      return inside;
    }
    const [, name, only, quoted, plain] = /^([\w-]+):(?:\((.*) only\)|"(.*)"|(.*))$/.exec(token) ?? [];
    if (name === undefined) {
      const [a, sign, b] = [Number(fields[token]), tokens.shift()!, Number(tokens.shift())];
      return { '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b, '=': a === b }[sign]!;
    }
    if (only !== undefined) return values(name).join() === only;
    if (name === 'group') {
      return Object.entries(review.groups[plain!]!).some(([field, set]) => values(field).some(v => set.includes(v)));
    }
    return values(name).includes(quoted ?? plain!);
  };
  const chain = (word: string, next: () => boolean, join: (a: boolean, b: boolean) => boolean): boolean => {
    let result = next();
    while (tokens[0] === word) {
      tokens.shift();
      result = join(next(), result);
    }
    return result;
  };
  const both = (): boolean => chain('AND', term, (a, b) => a && b);
  const either = (): boolean => chain('OR', both, (a, b) => a || b);
  return either();
}

const generated = /(<!-- metasynth:([\w-]+) -->)[\s\S]*?(<!-- \/metasynth:\2 -->)/g;
const manuscript = read('synthesis.md').replace(generated, '$1\n$3');

/** The manuscript's findings: sentences (here: lines) under a construct's heading that cite an included study. */
function manuscriptFindings() {
  const found: { construct: string; line: string; supports: string[]; against: string[] }[] = [];
  const byLabel = new Map(Object.entries(codebook.constructs).map(([id, { label }]) => [label, id]));
  let construct: string | undefined;
  for (const line of manuscript.split('\n')) {
    const heading = /^## (.*?)(?: \{#([\w-]+)\})?$/.exec(line);
    if (heading) construct = heading[2] ?? byLabel.get(heading[1]!);
    construct = /^<!-- construct: ([\w-]+) -->$/.exec(line)?.[1] ?? construct;
    const cited = [...line.matchAll(/[[;]([^@;\]]*)@([\w-]+)/g)].map(([, prefix, key]) => [prefix!, key!] as const);
    const against = cited.filter(([prefix]) => /but|contra|cf\.|except/.test(prefix)).map(([, key]) => key);
    const supports = cited.map(([, key]) => key).filter(key => !against.includes(key));
    if (construct && supports.some(key => keys.includes(key))) found.push({ construct, line, supports, against });
  }
  return found;
}

const answers = (who: string): Appraisal => parse<Appraisal>(read(`appraisals/${who}.yaml`));
const appraisals = { AB: answers('AB'), CD: answers('CD'), consensus: answers('consensus') };
const questions = Array.from({ length: 10 }, (_, index) => String(index + 1));
const cells = keys.flatMap(key => questions.map(question => ({ key, question })));
const differing = cells.filter(({ key, question }) => appraisals.AB[key]![question] !== appraisals.CD[key]![question]);

/** What a checked number's definition gives over the sample. */
function calculate(definition: string): number {
  const where = (filter: string | undefined) => studies.filter(one => filter === undefined || passes(filter, one));
  if (definition.startsWith('flow.')) return review.flow[definition.slice(5)] as number;
  if (definition === 'agreement.appraisal') return Math.round(100 * (1 - differing.length / cells.length));
  const share = /^share of studies where (.+?)(?: of (.+))?$/.exec(definition);
  if (share) {
    const all = where(share[2]);
    return Math.round((100 * all.filter(one => passes(share[1]!, one)).length) / all.length);
  }
  const counted = /^studies(?: where (.+))?$/.exec(definition);
  if (counted) return where(counted[1]).length;
  const under = /^(themes|findings)(?: under ([\w-]+))?$/.exec(definition);
  if (under?.[1] === 'findings') {
    return manuscriptFindings().filter(({ construct }) => construct === (under[2] ?? construct)).length;
  }
  if (under) return Object.values(codebook.themes).filter(theme => [theme.construct].flat().includes(under[2]!)).length;
  const [, how, filter] = /^participants (sum|min|max|median)(?: where (.+))?$/.exec(definition)!;
  const numbers = where(filter).map(({ fields }) => fields.participants as number);
  numbers.sort((a, b) => a - b);
  const half = numbers.length / 2;
  if (how === 'sum') return numbers.reduce((total, n) => total + n, 0);
  if (how === 'median') return (numbers[Math.ceil(half) - 1]! + numbers[Math.floor(half)]!) / 2;
  return how === 'min' ? numbers[0]! : numbers.at(-1)!;
}

describe('the worked example', () => {
  it.each(yamlFiles)('has YAML without errors or warnings: %s', path => {
    const document = parseDocument(read(path), { strict: true, uniqueKeys: true });
    expect([...document.errors, ...document.warnings]).toEqual([]);
  });

  it('has five studies, each with every required characteristic of its type', () => {
    expect(studies).toHaveLength(5);
    for (const { fields } of studies) {
      for (const [name, { type, values, required }] of Object.entries(review.characteristics)) {
        const value = fields[name];
        if (required) expect(value, name).toBeDefined();
        if (value === undefined) continue;
        if (type === 'count') expect(Number.isInteger(value), name).toBe(true);
        else if (type === 'set') expect(values).toEqual(expect.arrayContaining(value as string[]));
        else expect(typeof value, name).toBe('string');
      }
    }
  });

  it.each(studies)('tags in $key exactly the themes that the study lists, all of them in the codebook', one => {
    const tagged = new Set(one.findings.flatMap(({ themes }) => themes).filter(theme => !aspects.includes(theme)));
    expect([...tagged].sort()).toEqual(one.themes);
    expect(Object.keys(codebook.themes)).toEqual(expect.arrayContaining([...one.themes]));
    expect(one.findings.every(({ themes }) => themes.length > 0)).toBe(true);
  });

  it.each(studies)('quotes $key word for word, on the page that the locator names', one => {
    const text = pages(read(`fulltext/${one.key}.txt`));
    expect(text.size).toBe(3);
    for (const { text: words, at } of one.findings.filter(finding => finding.verbatim)) {
      const page = text.get(Number(/p\. (\d+)/.exec(at ?? '')?.[1]));
      expect(page, at).toBeDefined();
      if (!at!.includes('our translation')) expect(page).toContain(squeeze(words));
    }
  });

  it('has a quote that is translated, a study with two reports, and one with a parent', () => {
    const translated = studies.flatMap(({ findings }) => findings.filter(({ at }) => at?.includes('our translation')));
    expect(translated).toHaveLength(1);
    expect(studies.filter(({ fields }) => fields.reports)).toHaveLength(1);
    expect(keys).toContain(studies.find(({ fields }) => fields.parent)?.fields.parent);
  });

  it('passes its own eligibility filters', () => {
    for (const { filter } of review.eligibility) {
      const failing = studies.filter(one => !passes(filter, one)).map(({ key }) => key);
      expect(failing, filter).toEqual([]);
    }
  });

  it('keeps the identities of the flow diagram', () => {
    const n = (box: string): number => review.flow[box] as number;
    const total = (box: string) => Object.values(review.flow[box] as Record<string, number>).reduce((a, b) => a + b, 0);
    const removed = n('duplicates') + n('excluded-automatic') + n('excluded-other');
    const elsewhere = n('website-results') + n('organisation-results') + n('citations-results');
    expect(n('records-screened')).toBe(n('database-results') + n('register-results') - removed);
    expect(n('dbr-sought-reports')).toBe(n('records-screened') - n('records-excluded'));
    expect(n('dbr-assessed')).toBe(n('dbr-sought-reports') - n('dbr-notretrieved-reports'));
    expect(n('other-sought-reports')).toBeLessThanOrEqual(elsewhere);
    expect(n('other-assessed')).toBe(n('other-sought-reports') - n('other-notretrieved-reports'));
    const kept = n('dbr-assessed') - total('dbr-excluded') + n('other-assessed') - total('other-excluded');
    expect(n('new-reports')).toBe(kept);
    expect(n('new-studies')).toBe(studies.length);
    expect(n('new-reports')).toBe(studies.flatMap(({ key, fields }) => [key, fields.reports ?? []].flat()).length);
    expect(total('database-specific-results')).toBe(n('database-results'));
    expect(total('register-specific-results')).toBe(n('register-results'));
    const hits = review.search.reduce((sum, { hits }) => sum + hits, 0);
    expect(hits).toBe(n('database-results') + n('register-results') + elsewhere);
    expect(review.search.filter(({ strategy }) => !existsSync(join(root, strategy)))).toEqual([]);
  });

  it('screens what the flow counts', () => {
    const csv = (path: string) =>
      Papa.parse<Record<string, string>>(read(path), { header: true, skipEmptyLines: true }).data;
    const records = csv('screening/records.csv');
    const outcome = new Map(records.map(row => [row.id, row.outcome]));
    const [ab = [], cd = []] = ['AB', 'CD'].map(rater => csv(`screening/${rater}.csv`));
    const stage = (rows: Record<string, string>[], name: string) => rows.filter(row => row.stage === name);
    const titles = stage(ab, 'title-abstract').map(row => row.id!);
    expect(stage(cd, 'title-abstract').map(row => row.id)).toEqual(titles);
    const wanted = [...ab, ...cd].filter(row => row.stage === 'title-abstract' && row.decision === 'include');
    const onwards = new Set(wanted.map(row => row.id));
    expect(titles).toHaveLength(review.flow['records-screened'] as number);
    expect(onwards.size).toBe(review.flow['dbr-sought-reports']);
    const dropped = records.filter(row => row.outcome === 'excluded by title and abstract').map(row => row.id);
    expect(titles.filter(id => !onwards.has(id))).toEqual(dropped);
    expect(stage(ab, 'full-text')).toEqual(stage(cd, 'full-text'));
    const reasons: Record<'dbr' | 'other', Record<string, number>> = { dbr: {}, other: {} };
    for (const { id, decision, reason } of stage(ab, 'full-text')) {
      expect(outcome.get(id)).toBe(decision === 'include' ? 'included' : 'excluded in full text');
      if (decision === 'include') continue;
      const arm = reasons[onwards.has(id) ? 'dbr' : 'other'];
      arm[reason!] = (arm[reason!] ?? 0) + 1;
    }
    expect(reasons.dbr).toEqual(review.flow['dbr-excluded']);
    expect(reasons.other).toEqual(review.flow['other-excluded']);
    for (const { decision, reason } of [...ab, ...cd]) expect(decision).toBe(reason === '' ? 'include' : 'exclude');
    const included = records.filter(row => row.outcome === 'included').map(row => row.key);
    expect(included.sort()).toEqual(studies.flatMap(({ key, fields }) => [key, fields.reports ?? []].flat()).sort());
    expect(records.filter(row => row.outcome === 'not retrieved')).toHaveLength(2);
  });

  it('settles by consensus exactly the answers that differ, and gives every reason', () => {
    const settled = Object.entries(appraisals.consensus).flatMap(([key, row]) =>
      questions.filter(question => row[question] !== undefined).map(question => ({ key, question })),
    );
    expect(settled).toEqual(differing);
    expect(differing).toHaveLength(7);
    for (const row of Object.values(appraisals.consensus)) expect(row.by).toBeInstanceOf(Array);
    for (const [who, file] of Object.entries(appraisals)) {
      for (const [key, row] of Object.entries(file)) {
        const answered = questions.filter(question => row[question] !== undefined);
        const unsure = answered.filter(question => who === 'consensus' || row[question] !== 'yes');
        expect(Object.keys(row.because ?? {}), `${who} on ${key}`).toEqual(unsure);
        expect(answered.every(question => ['yes', 'no', "can't tell"].includes(row[question] as string))).toBe(true);
        if (who !== 'consensus') expect(answered).toEqual(questions);
      }
    }
  });

  it('has only true numbers in the manuscript', () => {
    const claims = [...manuscript.matchAll(/(\d+)%?<!-- = (.+?) -->/g)];
    expect(claims.length).toBeGreaterThan(15);
    expect(claims).toHaveLength(manuscript.split('<!-- = ').length - 1);
    for (const [, stated, definition] of claims) {
      for (const reading of definition!.split(' | = ')) expect(calculate(reading), reading).toBe(Number(stated));
    }
    const counted = [...manuscript.matchAll(/In (\d+) of the studies.*\[(.+)\]/g)];
    expect(counted.map(([, n, cited]) => Number(n) - cited!.split(';').length)).toEqual([0]);
  });

  it('quotes in the manuscript only what the cited studies hold', () => {
    const quoted = manuscriptFindings().flatMap(({ line, supports }) =>
      [...line.replace(/<!--.*?-->/g, '').matchAll(/"([^"]+)"/g)].map(match => ({ words: match[1]!, supports })),
    );
    expect(quoted.length).toBeGreaterThan(4);
    for (const { words, supports } of quoted) {
      const texts = studies.filter(({ key }) => supports.includes(key)).flatMap(one => one.findings.map(f => f.text));
      expect(texts.join('\n')).toContain(words);
    }
  });

  it('has nothing wrong but what is planted', () => {
    const used = new Set(studies.flatMap(({ themes }) => themes));
    expect(Object.keys(codebook.themes).filter(theme => !used.has(theme))).toEqual(['weather-lore']);
    const cited = manuscriptFindings();
    expect(cited.flatMap(({ supports }) => supports).filter(key => !keys.includes(key))).toEqual(['mistlethrush1999']);
    const single = Object.keys(codebook.constructs).filter(id => {
      const themes = Object.entries(codebook.themes).filter(([, theme]) => [theme.construct].flat().includes(id));
      const byTheme = studies.filter(one => themes.some(([theme]) => one.themes.includes(theme))).map(one => one.key);
      const byText = new Set(cited.filter(({ construct }) => construct === id).flatMap(({ supports }) => supports));
      const cites = keys.filter(key => byText.has(key));
      expect(cites, id).toEqual(byTheme);
      return byTheme.length === 1;
    });
    expect(single).toEqual(['grieving-for-ground']);
    const everything = [...yamlFiles, 'synthesis.md'].map(read).join('\n');
    const planted = [...everything.matchAll(/(?:# |<!-- )Planted: .*\(([a-z.-]+)\)/g)].map(match => match[1]);
    expect(planted.sort()).toEqual(['citation.not-included', 'construct.single-study', 'theme.unused']);
    expect(everything.split('Planted:')).toHaveLength(4);
  });

  it('names only what exists: findings, constructs, studies, works', () => {
    const bibliography = [...read('references.bib').matchAll(/^@\w+\{([\w-]+),/gm)].map(match => match[1]!);
    const named = [...manuscript.matchAll(/<!-- finding: ([\w-]+) -->/g)].map(match => match[1]!);
    const ids = Object.keys(codebook.constructs);
    const references = [...manuscript.matchAll(/@([\w-]+)/g)].map(match => match[1]!);
    expect(bibliography).toEqual(expect.arrayContaining([...keys, ...review.background, ...references]));
    expect(references).toEqual(expect.arrayContaining(bibliography));
    for (const sentence of codebook.argument) {
      expect(ids).toEqual(expect.arrayContaining(sentence['rests-on']));
      expect(named).toEqual(expect.arrayContaining(sentence.answers));
    }
    type Judged = Record<string, { studies?: string[]; finding?: string; confidence: { level: string } }>;
    for (const [name, judged] of Object.entries(parse<Judged>(read('confidence.yaml')))) {
      if (judged.finding === undefined) expect(named).toContain(name);
      else expect(keys).toEqual(expect.arrayContaining(judged.studies!));
    }
    for (const coder of ['AB', 'CD']) {
      const coding = parse<Record<string, string[]>>(read(`coding/${coder}.yaml`));
      expect(Object.keys(coding)).toEqual(keys);
      expect(Object.keys(codebook.themes)).toEqual(expect.arrayContaining(Object.values(coding).flat()));
    }
  });

  it('translates every study for every construct, by themes that both have', () => {
    type Cell = { construct: string; study: string; themes?: string[]; relation: string; note: string };
    const { cells: grid } = parse<{ cells: Cell[] }>(read('translation.yaml'));
    const pairs = Object.keys(codebook.constructs).flatMap(id => keys.map(key => `${id} ${key}`));
    expect(grid.map(({ construct, study: key }) => `${construct} ${key}`)).toEqual(pairs);
    for (const { construct, study: key, themes = [], relation } of grid) {
      const carried = studies.find(one => one.key === key)!.themes;
      const shared = carried.filter(theme => [codebook.themes[theme]!.construct].flat().includes(construct));
      expect(themes, `${construct} ${key}`).toEqual(shared);
      expect(relation === 'absent').toBe(shared.length === 0);
      const contrary = manuscriptFindings().filter(finding => finding.construct === construct);
      if (relation === 'refutational') expect(contrary.flatMap(({ against }) => against)).toContain(key);
    }
  });
});
