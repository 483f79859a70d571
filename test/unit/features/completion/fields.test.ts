import { describe, expect, test } from 'vitest';
import { meaningOf } from '../../../../server/src/features/completion/meanings.js';
import { allFields } from '../../../../server/src/syntax/definitions/fields.js';
import { at } from './support.js';

const settings = `
=== metasynth.yaml ===
title: Peer workers
appraisal:
  checklist: casp-qualitative
characteristics:
  country: {type: text, required: true}
  participants: {type: count}
  data-collection: {type: set, values: [interview, focus group], label: Data collection}
  paid: {type: flag}
`;

const study = (head: string): string => `${settings}=== studies/gillard2013.md ===\n---\n${head}\n---\n`;

describe('fields of a study', () => {
  test('the review’s own come first, those that are required before all; what stands there is left out', () => {
    const { labels, item } = at(study('participants: 15\n«»'));
    expect(labels.slice(0, 5)).toEqual(['country', 'data-collection', 'paid', 'themes', 'casp']);
    expect(labels.slice(-2)).toEqual(['jbi', 'appraisal']);
    expect(item('country')).toMatchObject({ description: 'required', kind: 'characteristic' });
    expect(item('data-collection').documentation).toContain('Values: interview, focus group');
  });

  test.each([
    ['an empty head', '«»', 'country', 'country: '],
    ['half a name', 'cou«»\nparticipants: 15', 'country', 'country: '],
    ['a name with its colon', 'cou«»: UK', 'country', 'country: UK'],
    ['a set, with its brackets', 'dat«»', 'data-collection', 'data-collection: [¦]'],
    ['between other fields', 'participants: 15\n«»\ncasp: 8', 'country', 'country: '],
  ])('in %s', (_what, head, label, line) => {
    expect(at(study(head)).line(label)).toBe(line);
  });

  test('are found by the heading of their column', () => {
    expect(at(study('collec«»')).labels).toEqual(['data-collection']);
  });

  test('start what stands below them, for editors that fill in places', () => {
    expect(at(study('«»')).accept('themes')).toContain('\nthemes:\n  - ¦\n---');
    expect(at(study('«»'), { snippets: false }).accept('themes')).toContain('\nthemes:\n---');
  });

  test('of a Markdown study are not those that stand in its text, and of a YAML study are', () => {
    expect(at(study('«»')).labels).not.toContain('findings');
    const yaml = at(`${settings}=== studies/k.yaml ===\ncountry: UK\n«»\n`);
    expect(yaml.labels).toEqual(expect.arrayContaining(['findings', 'notes', 'participants']));
    expect(yaml.labels).not.toContain('country');
    expect(yaml.accept('findings')).toContain('findings:\n  - ¦');
  });

  test('of a finding', () => {
    const finding = (text: string): string => `${settings}=== studies/k.yaml ===\nfindings:\n${text}\n`;
    expect(at(finding('  - «»')).labels).toEqual(['quote', 'authors', 'at', 'themes', 'aspects', 'credibility']);
    expect(at(finding('  - quote: Words.\n    «»')).labels).toEqual([
      'authors',
      'at',
      'themes',
      'aspects',
      'credibility',
    ]);
    expect(at(finding('  - quote: Words.\n  - a«»')).line('at')).toBe('  - at: ');
    expect(at(finding('  «»')).line('quote')).toBe('  - quote: ');
  });
});

describe('fields elsewhere', () => {
  test.each([
    ['metasynth.yaml', 'title: x\nappraisal:\n  che«»', 'checklist', '  checklist: '],
    ['metasynth.yaml', 'title: x\nflow:\n  records-s«»', 'records-screened', '  records-screened: '],
    ['metasynth.yaml', 'characteristics:\n  country:\n    req«»', 'required', '    required: '],
    [
      'metasynth.yaml',
      'characteristics:\n  country: {type: text, «»}',
      'required',
      '  country: {type: text, required: }',
    ],
    ['metasynth.yaml', 'search:\n  - source: CINAHL\n    pl«»', 'platform', '    platform: '],
    ['metasynth.yaml', 'search:\n  «»', 'source', '  - source: '],
    ['metasynth.yaml', 'eligibility:\n  - «»', 'says', '  - says: '],
    ['metasynth.yaml', 'missing:\n  not«»', 'not applicable', '  not applicable: '],
    ['metasynth.yaml', 'characteristics: {country: text}\ngroups:\n  one:\n    «»', 'country', '    country: '],
    ['codebook.yaml', 'themes:\n  a:\n    de«»', 'definition', '    definition: '],
    ['codebook.yaml', 'themes:\n  a: {label: A, c«»', 'construct', '  a: {label: A, construct: '],
    ['codebook.yaml', 'constructs:\n  a:\n    «»', 'leads-to', '    leads-to:'],
    ['codebook.yaml', 'argument:\n  - says: x\n    «»', 'rests-on', '    rests-on: '],
    ['codebook.yaml', 'arg«»', 'argument', 'argument:'],
    ['translation.yaml', 'cells:\n  - construct: identity\n    st«»', 'study', '    study: '],
    ['confidence.yaml', 'worth:\n  coh«»', 'coherence', '  coherence: '],
    ['confidence.yaml', 'worth:\n  adequacy:\n    «»', 'concern', '    concern: '],
    ['appraisals/JM.yaml', 'gillard2013:\n  1: yes\n  be«»', 'because', '  because:'],
  ])('of %s: %s', (path, text, label, line) => {
    const shown = at(`=== ${path} ===\n${text}\n`, { snippets: false }, undefined);
    expect(shown.line(label)).toBe(line);
    expect(shown.item(label).kind).toMatch(/field|characteristic/);
  });

  test('a required one is marked and comes first', () => {
    const { labels, item } = at('=== translation.yaml ===\ncells:\n  - note: x\n    «»\n');
    expect(labels.slice(0, 2)).toEqual(['construct', 'study']);
    expect(item('study').description).toBe('required');
  });

  test('stand alone where the entry has some already, without the word that could be there instead', () => {
    const shown = at('=== confidence.yaml ===\nworth:\n  adequacy:\n    because: x\n    «»\n');
    expect(shown.labels).toEqual(['concern']);
  });

  test('of another entry do not count as being there', () => {
    const two = 'cells:\n  - construct: identity\n    study: gillard2013\n  - note: x\n    «»\n';
    expect(at(`=== translation.yaml ===\n${two}`).labels).toContain('construct');
    expect(at('=== translation.yaml ===\ncells:\n  - construct: identity\n  - «»\n').labels).toContain('construct');
  });

  test('of a checklist of the review’s own', () => {
    const own =
      '=== metasynth.yaml ===\ntitle: x\nappraisal: {checklist: our.yaml}\n=== our.yaml ===\ntitle: Ours\n«»\n';
    expect(at(own).labels).toEqual(['items', 'version', 'link', 'answers', 'bands']);
  });

  test('are all documented', () => {
    const { completions } = at('=== metasynth.yaml ===\n«»\n');
    expect(completions.items.length).toBeGreaterThan(15);
    expect(completions.items.filter(each => !each.documentation)).toEqual([]);
  });

  test.each([
    ['the name of a new theme', '=== codebook.yaml ===\nthemes:\n  «»\n'],
    ['a title', '=== metasynth.yaml ===\ntitle: «»\n'],
    ['a sentence', '=== codebook.yaml ===\nargument:\n  - says: «»\n'],
    ['a sentence below', '=== codebook.yaml ===\nargument:\n  - says: >-\n      «»\n'],
    ['a definition that goes on', '=== codebook.yaml ===\nthemes:\n  a:\n    definition: Words\n      la«»\n'],
    ['behind a tab', '=== codebook.yaml ===\nthemes:\n\t«»\n'],
    ['a note', '=== appraisals/JM.yaml ===\ngillard2013:\n  note: «»\n'],
    ['a line whose fields would be taken away', '=== codebook.yaml ===\nthemes:\n«»\n  a: A\n'],
    [
      'a line above a value that is there',
      '=== codebook.yaml ===\nthemes:\n  a:\n    construct:\n      «»\n      [identity]\n',
    ],
    ['a key whose value stands below', '=== codebook.yaml ===\nthemes:\n  a:\n    construct: «»\n      - identity\n'],
    ['an item at the root', '=== metasynth.yaml ===\n- «»\n'],
    ['white space before a value', '=== metasynth.yaml ===\nstatus:«»  draft\n'],
  ])('none in %s', (_what, written) => {
    expect(at(written).labels).toEqual([]);
  });
});

describe('fixed words', () => {
  test.each([
    ['metasynth.yaml', 'approach: meta-e«»', 'meta-ethnography', 'approach: meta-ethnography'],
    ['metasynth.yaml', 'status: «»', 'final', 'status: final'],
    ['metasynth.yaml', 'status:«»', 'final', 'status: final'],
    ['metasynth.yaml', 'status: «»draft # still', 'final', 'status: final # still'],
    ['metasynth.yaml', 'appraisal: {scoring: «»}', 'none', 'appraisal: {scoring: none}'],
    ['metasynth.yaml', 'characteristics:\n  country: «»', 'set', '  country: set'],
    ['metasynth.yaml', 'characteristics:\n  country:\n    required: «»', 'yes', '    required: yes'],
    ['metasynth.yaml', 'flow:\n  duplicates: not«»', 'not reported', '  duplicates: not reported'],
    ['codebook.yaml', 'themes:\n  a:\n    origin: «»', 'a-priori', '    origin: a-priori'],
    ['translation.yaml', 'cells:\n  - relation: «»', 'absent', '  - relation: absent'],
    ['confidence.yaml', 'worth:\n  coherence: «»', 'minor', '  coherence: minor'],
    ['confidence.yaml', 'worth:\n  adequacy:\n    concern: «»', 'serious', '    concern: serious'],
    ['confidence.yaml', 'worth:\n  confidence: «»', 'very-low', '  confidence: very-low'],
    ['studies/k.yaml', 'findings:\n  - quote: x\n    credibility: «»', 'credible', '    credibility: credible'],
  ])('in %s: %s', (path, text, label, line) => {
    const shown = at(`=== ${path} ===\n${text}\n`);
    expect(shown.line(label)).toBe(line);
  });

  test('have a meaning, all of them', () => {
    const silent = ['true', 'yes', 'no', 'false'];
    const fields = new Set([
      'approach',
      'status',
      'scoring',
      'use',
      'type',
      'origin',
      'relation',
      'credibility',
      'concern',
      'level',
      'research',
    ]);
    const words = (['review', 'codebook', 'translation', 'confidence', 'study'] as const).flatMap(part =>
      allFields(part)
        .filter(({ path }) => fields.has(path.at(-1) ?? ''))
        .flatMap(({ path }) => at(spotOf(part, path)).completions.items.map(item => ({ path, item }))),
    );
    expect(words.length).toBeGreaterThan(25);
    expect(words.filter(({ item }) => item.documentation === undefined && !silent.includes(item.label))).toEqual([]);
    expect(meaningOf('coherence', 'minor')).toBe(meaningOf('concern', 'minor'));
  });
});

/** A file whose cursor stands at the value of a field. */
function spotOf(part: string, path: readonly string[]): string {
  const files: Record<string, string> = { review: 'metasynth.yaml', study: 'studies/k.yaml' };
  const lists = new Set(['cells', 'findings', 'search', 'eligibility', 'argument']);
  let margin = '';
  const rows = path.map((step, index) => {
    const row = `${margin}${step === '*' ? 'name' : step}:${index === path.length - 1 ? ' «»' : ''}`;
    margin = `${' '.repeat(margin.length)}  ${lists.has(step) ? '- ' : ''}`;
    return row;
  });
  return `=== ${files[part] ?? `${part}.yaml`} ===\n${rows.join('\n')}\n`;
}
