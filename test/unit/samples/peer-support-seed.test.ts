import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';

/**
 * Holds the sample review of peer support against the published facts beside this test, with a YAML library and plain
 * regular expressions instead of the project's own readers: a second opinion, which knows nothing of how those work.
 */

const root = join(import.meta.dirname, '../../..');
const sample = join(root, 'samples/peer-support');
const fixtures = join(root, 'test/fixtures/peer-support');

type Row = Record<string, string>;

function table(name: string): Row[] {
  return Papa.parse<Row>(readFileSync(join(fixtures, name), 'utf8'), { header: true, skipEmptyLines: true }).data;
}

/** The value of a YAML text, which must be free of errors and of warnings. */
function yaml<T>(text: string): T {
  const document = parseDocument(text);
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS() as T;
}

const read = (path: string): string => readFileSync(join(sample, path), 'utf8');

type Named<T> = Readonly<Record<string, T>>;

interface Review {
  readonly missing: Named<string>;
  readonly background: readonly string[];
  readonly characteristics: Named<{ readonly values?: readonly string[] }>;
  readonly groups: Named<{ readonly discipline: readonly string[] }>;
  readonly aspects: Named<readonly string[]>;
  readonly table: { readonly sort: string };
  readonly flow: Named<unknown>;
}

interface Codebook {
  readonly themes: Named<{ readonly label: string; readonly construct: string | string[] }>;
  readonly constructs: Named<{ readonly label: string; readonly 'leads-to': Named<string> }>;
  readonly argument: readonly { readonly 'rests-on': string[]; readonly answers: string[] }[];
}

interface Front {
  readonly cite?: string;
  readonly reference: number;
  readonly country: string;
  readonly discipline: string;
  readonly participants: number | string;
  readonly method: string;
  readonly 'data-collection': string | string[];
  readonly themes: readonly string[];
  readonly casp: number;
}

const rows = table('table1.csv');
const findings = table('findings.csv');
const review = yaml<Review>(read('metasynth.yaml'));
const codebook = yaml<Codebook>(read('codebook.yaml'));
/** What people wrote: the blocks between markers are made from the rest, and are other tests' business. */
const manuscript = read('synthesis.md').replace(
  /(<!-- metasynth:(\S+) -->\n)[\s\S]*?(?=<!-- \/metasynth:\2 -->)/g,
  '$1',
);

interface Study {
  readonly key: string;
  readonly front: Front;
  readonly body: string;
}

const studies: Study[] = readdirSync(join(sample, 'studies')).map(file => {
  const [, front, body] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(read(`studies/${file}`)) ?? [];
  return { key: file.replace(/\.md$/, ''), front: yaml<Front>(front ?? ''), body: body ?? '' };
});

/** The works of the bibliography: author and year as printed in running text. */
const works = new Map(
  [...read('references.bib').matchAll(/^@misc\{(\w+),\n([\s\S]*?)\n\}$/gm)].map(([, key, fields]) => {
    const field = (name: string): string => new RegExp(`\\b${name} *= \\{(.*)\\}`).exec(fields!)?.[1] ?? '';
    const author = field('author').replace(' and others', ' et al.').replace(' and ', ' & ');
    return [key!, { author, year: field('year'), note: field('note'), fields: fields! }];
  }),
);

const keyOfReference = new Map<string, string>([
  ...studies.map(({ key, front }): [string, string] => [String(front.reference), key]),
  ['38', 'reference38'],
  ['39', 'freeman'],
  ['40', 'reference40'],
  ['44', 'reference44'],
]);

const studyOf = (row: Row): Study => studies.find(({ front }) => String(front.reference) === row.ref)!;
const nameOf = ({ key, front }: Study): string => front.cite ?? `${works.get(key)?.author} ${works.get(key)?.year}`;

/** The sentences of the manuscript that are findings: one a line, named at its end. */
interface Stated {
  readonly id: string;
  readonly construct: string;
  readonly aspect: string;
  readonly sentence: string;
  readonly keys: readonly string[];
}

function statedFindings(): Stated[] {
  const stated: Stated[] = [];
  let construct = '';
  let aspect = '';
  for (const line of manuscript.split('\n')) {
    const [, marks, title] = /^(#+) (.*)$/.exec(line) ?? [];
    if (marks && marks.length <= 2) construct = title!;
    if (marks) aspect = marks.length > 2 ? title! : '';
    const [, sentence, citations, id] = /^(.*) \[(@.*)\]\. <!-- finding: (\S+) -->$/.exec(line) ?? [];
    if (id) {
      stated.push({
        id,
        construct,
        aspect,
        sentence: sentence!,
        keys: citations!.split('; ').map(key => key.slice(1)),
      });
    }
  }
  return stated;
}

const stated = statedFindings();

describe('the studies of the peer support sample', () => {
  it('are the 34 of Table 1, and sort into its order by name', () => {
    expect(studies).toHaveLength(34);
    expect(new Set(studies.map(({ front }) => front.reference)).size).toBe(34);
    const byName = [...studies].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'));
    expect(byName.map(nameOf)).toEqual(rows.map(row => `${row.authors} ${row.year}${row.year_suffix}`));
    expect(review.table.sort).toBe('study');
  });

  it.each(rows.map(row => [`${row.authors} ${row.year}${row.year_suffix}`, row] as const))(
    '%s has every cell',
    (_, row) => {
      const study = studyOf(row);
      const { front } = study;
      const participants =
        front.participants === 'not applicable' ? review.missing['not applicable'] : front.participants;
      expect({
        study: nameOf(study),
        country: front.country,
        discipline: front.discipline,
        participants: String(participants),
        method: front.method,
        casp: front.casp,
        themes: front.themes.map(id => codebook.themes[id]?.label.toLowerCase()),
      }).toEqual({
        study: `${row.authors} ${row.year}${row.year_suffix}`,
        country: row.country,
        discipline: row.discipline,
        participants: row.participants,
        method: row.method,
        casp: Number(row.casp),
        themes: row.themes!.toLowerCase().split('; '),
      });
      expect(study.key).toBe(`${/^\w+/.exec(row.authors!)![0].toLowerCase()}${row.year}${row.year_suffix}`);
      expect(works.get(study.key)?.note).toBe(`Reference ${row.ref} of the source`);
    },
  );

  it('fall by their ways of collecting data as the rows of Table 1 do', () => {
    const rowsWith = (matches: (ways: string) => boolean): string[] =>
      rows.filter(row => matches([studyOf(row).front['data-collection']].flat().sort().join('+'))).map(row => row.no!);
    const interviewOnly = '3 4 5 6 7 9 10 11 12 13 14 16 19 20 23 25 34';
    expect(rowsWith(ways => ways === 'interview').join(' ')).toBe(interviewOnly);
    expect(rowsWith(ways => ways === 'focus group')).toEqual(['2', '8', '17', '29']);
    expect(rowsWith(ways => ways === 'focus group+interview')).toEqual(['1', '18', '26']);
    expect(rowsWith(ways => /focus group.*\+interview/.test(ways))).toEqual(['1', '18', '26', '27', '33']);
    expect(rowsWith(ways => ways === 'narrative')).toEqual(['31']);
    expect(rowsWith(ways => ways.startsWith('not '))).toEqual(['15', '30']);
  });

  it('use only declared ways of collecting data, and no key that nobody declared', () => {
    const { values } = review.characteristics['data-collection']!;
    const known = new Set(['cite', 'themes', 'casp', ...Object.keys(review.characteristics)]);
    for (const { front } of studies) {
      const ways = front['data-collection'];
      if (Array.isArray(ways)) expect(values).toEqual(expect.arrayContaining(ways));
      expect(Object.keys(front).filter(key => !known.has(key))).toEqual([]);
    }
  });

  it('hold memos and no findings, since no quote is known', () => {
    expect(studies.filter(({ body }) => body !== '' && !/^\n## Memo\n\n[^#>]+$/.test(body))).toEqual([]);
  });

  it('fall into the groups by field as the reading of the paper says', () => {
    const rowsIn = (group: string): string =>
      rows.flatMap(row => (review.groups[group]!.discipline.includes(row.discipline!) ? [row.no!] : [])).join(' ');
    expect(rowsIn('communicable')).toBe('7 10 13 14 18 25');
    expect(rowsIn('non-communicable')).toBe('2 3 4 6 22 26');
    expect(rowsIn('non-communicable-wider')).toBe('2 3 4 6 22 26 27 32');
  });
});

describe('the codebook of the peer support sample', () => {
  const ids = Object.keys(codebook.themes);
  const wordings = new Map(
    rows.flatMap(row => row.themes!.split('; ').map((wording): [string, string] => [wording.toLowerCase(), wording])),
  );

  it('has one theme for each wording of Table 1, in that wording', () => {
    const labels = ids.map(id => codebook.themes[id]!.label);
    expect(labels).toHaveLength(75);
    expect([...labels].map(label => label.toLowerCase()).sort()).toEqual([...wordings.keys()].sort());
    const asPrinted = new Set(rows.flatMap(row => row.themes!.split('; ')));
    expect(labels.filter(label => !asPrinted.has(label))).toEqual([]);
  });

  it('is alphabetical, defines nothing, and maps every theme to a construct', () => {
    expect(ids).toEqual([...ids].sort());
    for (const id of ids) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(Object.keys(codebook.themes[id]!)).toEqual(['label', 'construct']);
      for (const construct of [codebook.themes[id]!.construct].flat()) {
        expect(Object.keys(codebook.constructs)).toContain(construct);
      }
    }
  });

  it('leads from each construct to the other, and answers findings that exist', () => {
    const constructs = Object.keys(codebook.constructs);
    expect(constructs).toEqual(['reframing-identity', 'use-of-self']);
    expect(constructs.map(id => Object.keys(codebook.constructs[id]!['leads-to'])[0])).toEqual(
      [...constructs].reverse(),
    );
    const names = stated.map(({ id }) => id);
    for (const sentence of codebook.argument) {
      expect(constructs).toEqual(expect.arrayContaining(sentence['rests-on']));
      expect(names).toEqual(expect.arrayContaining(sentence.answers));
    }
  });
});

describe('the manuscript of the peer support sample', () => {
  it('states the 86 findings in order, each under its construct and aspect with exactly its citations', () => {
    expect(stated.map(({ sentence: _, ...rest }) => rest)).toEqual(
      findings.map(row => ({
        id: row.id!.toLowerCase(),
        construct: codebook.constructs[row.construct!]!.label,
        aspect: review.aspects[row.aspect!]![0],
        keys: row.cited_refs!.split(';').map(reference => keyOfReference.get(reference)),
      })),
    );
    expect(stated).toHaveLength(86);
  });

  it('cites nowhere else but for the background', () => {
    const lines = manuscript.split('\n').filter(line => line.includes('@') && !line.includes('<!-- finding:'));
    expect(lines.map(line => line.match(/@\w+/g))).toEqual([review.background.map(key => `@${key}`)]);
  });

  it('rests on 32 of 34 studies for the first construct and on 30 for the second', () => {
    const included = new Set(studies.map(({ key }) => key));
    const support = Object.keys(codebook.constructs).map(id => {
      const { label } = codebook.constructs[id]!;
      const keys = stated.flatMap(finding => (finding.construct === label ? finding.keys : []));
      return new Set(keys.filter(key => included.has(key))).size;
    });
    expect(support).toEqual([32, 30]);
  });

  it('cites five times, as evidence, what is neither included nor background', () => {
    const allowed = new Set([...studies.map(({ key }) => key), ...review.background]);
    const outside = stated.flatMap(({ id, keys }) => keys.flatMap(key => (allowed.has(key) ? [] : [`${id} ${key}`])));
    expect(outside).toEqual([
      'r13 reference38',
      'r18 reference40',
      'r19 freeman',
      'u06 reference44',
      'u17 reference44',
    ]);
  });

  it('states the numbers as the paper does, each with its definition', () => {
    const claims = [...manuscript.matchAll(/([\d,]+)<!-- = (.*?) -->/g)].map(([, number, of]) => `${number} ${of}`);
    const expected: [string, RegExp][] = [
      ['1,520', /^flow\.databases-after-duplicates$/],
      ['8', /^flow\.citations-results$/],
      ['1,528', /^flow\.records-screened$/],
      ['39', /^flow\.reports-assessed$/],
      ['5', /^flow\.reports-excluded$/],
      ['34', /^flow\.new-studies$/],
      ['34', /^studies$/],
      ['1', /^participants min$/],
      ['154', /^participants max$/],
      ['14', /"Mental health"/],
      ['9', /group:non-communicable \| = .*non-communicable-wider$/],
      ['6', /group:communicable$/],
      ['5', /discipline:Breastfeeding$/],
      ['18', /^studies where data-collection:\(interview only\)$/],
      ['3', /^studies where data-collection:\("focus group" only\)$/],
      ['5', /^studies where data-collection:\(.*only\) \| = .* AND /],
      ['1', /\(narrative only\)$/],
      ['7', /^studies where NOT .* \| = studies where NOT /],
      ['45', /discipline:Alzheimers$/],
      ['86', /^findings$/],
      ['29', /^findings under reframing-identity$/],
      ['57', /^findings under use-of-self$/],
    ];
    expect(claims.map(claim => claim.split(' ')[0])).toEqual(expected.map(([number]) => number));
    for (const [index, [, of]] of expected.entries()) expect(claims[index]!.replace(/^\S+ /, '')).toMatch(of);
    expect(manuscript.match(/<!-- = /g)).toHaveLength(expected.length);
    expect(manuscript).toMatch(/^In 14 of the articles, .*finding: r08 -->$/m);
    expect(manuscript).not.toMatch(/^\s*<!-- =/m);
  });

  it('uses the boxes of the flow that the review gives', () => {
    expect(review.flow).toMatchObject({
      'databases-after-duplicates': 1520,
      'citations-results': 8,
      'records-screened': 1528,
      'reports-assessed': 39,
      'reports-excluded': { 'no peer perspective': 5 },
      'new-studies': 34,
      'database-results': 'not reported',
      'records-excluded': 'not reported',
    });
  });
});

describe('the bibliography of the peer support sample', () => {
  it('has the studies, the background and the works cited besides them, and no title that our copy does not give', () => {
    const expected = [...keyOfReference.values(), ...review.background];
    expect([...works.keys()].sort()).toEqual(expected.sort());
    expect([...works.values()].filter(({ fields }) => /\b(title|journal|doi)\b *=/.test(fields))).toEqual([]);
  });
});
