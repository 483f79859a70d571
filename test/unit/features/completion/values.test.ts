import { describe, expect, test } from 'vitest';
import { at } from './support.js';

const missing = ['not reported', 'not applicable', 'unclear', 'to do'];

const others = (values: readonly string[], name = 'discipline'): string =>
  values.map((value, index) => `=== studies/other${index}.md ===\n---\n${name}: ${value}\n---\n`).join('');

const settings = `
=== metasynth.yaml ===
title: x
characteristics:
  discipline: {type: text}
  data-collection: {type: set, values: [interview, focus group, 'yes, no']}
  paid: {type: flag}
  participants: {type: count}
`;

const study = (head: string): string => `=== studies/gillard2013.md ===\n---\n${head}\n---\n`;

describe('values of a characteristic', () => {
  test('are those that studies use, the most used first, then the names of missing values', () => {
    const { labels, item } = at(
      `${settings}${others(['HIV', 'Mental health', 'Mental health'])}${study('discipline: «»')}`,
    );
    expect(labels).toEqual(['Mental health', 'HIV', ...missing]);
    expect(item('Mental health').description).toBe('2 studies');
  });

  test('that differ by capitals and hyphens alone are one', () => {
    const used = others(['Mental health', 'mental-health', 'Mental health', 'MENTAL HEALTH']);
    const { labels, item } = at(`${settings}${used}${study('discipline: mental-h«»')}`);
    expect(labels).toEqual(['Mental health']);
    expect(item('Mental health').description).toBe('4 studies');
  });

  test('are not half a word that is being typed', () => {
    expect(at(`${settings}${others(['HIV'])}${study('discipline: HI«»')}`).labels).toEqual(['HIV']);
    expect(at(`${settings}${study('discipline: HI«»')}`).labels).toEqual([]);
  });

  test('declared come first, in their order', () => {
    const used = others(['[observation, focus group]', '[observation]'], 'data-collection');
    expect(at(`${settings}${used}${study('data-collection: [«»]')}`).labels).toEqual([
      'interview',
      'focus group',
      'yes, no',
      'observation',
      ...missing,
    ]);
  });

  test.each([
    ['the whole value', 'discipline: Ment«»al wealth # ours', 'Mental health', 'discipline: Mental health # ours'],
    ['a value that touches its colon', 'discipline:«»', 'Mental health', 'discipline: Mental health'],
    ['a quotation', 'discipline: "me«»ntal"', 'Mental health', 'discipline: "Mental health"'],
    ['what needs quotation marks', 'discipline: mo«»', 'More: of #1', "discipline: 'More: of #1'"],
    ['what has an apostrophe inside', 'discipline: c«»', "Carers' work: it", 'discipline: "Carers\' work: it"'],
    [
      'an item between brackets',
      'data-collection: [interview, «»]',
      'focus group',
      'data-collection: [interview, focus group]',
    ],
    ['an item with a comma', 'data-collection: [«»]', 'yes, no', "data-collection: ['yes, no']"],
    ['an item of a list', 'data-collection:\n  - «»', 'yes, no', '  - yes, no'],
    ['a line of a list', 'data-collection:\n  «»', 'interview', '  - interview'],
    ['a single value of a set', 'data-collection: «»', 'interview', 'data-collection: interview'],
    ['yes and no', 'paid: «»', 'no', 'paid: no'],
  ])('replace %s', (_what, head, label, line) => {
    const used = others(['Mental health', "'More: of #1'", '"Carers\' work: it"']);
    const typed = head.replace('Ment«»al wealth', '«»Mental wealth');
    expect(at(`${settings}${used}${study(typed)}`).line(label)).toBe(line);
  });

  test('that stand in the list already are left out', () => {
    expect(at(`${settings}${study('data-collection: [interview, «», focus group]')}`).labels).toEqual(['yes, no']);
  });

  test('of a number are never those of other studies', () => {
    expect(at(`${settings}${others(['12'], 'participants')}${study('participants: «»')}`).labels).toEqual(missing);
  });

  test('are offered for fields that nothing declares, as long as studies use them', () => {
    expect(at(`${settings}${others(['Tea'], 'drink')}${study('drink: «»')}`).labels).toEqual(['Tea', ...missing]);
  });

  test.each(['key-words of ours', 'tags', 'aliases', 'title', 'cite'])('are not offered for %s', field => {
    const shown = at(`${settings}${others(['Tea'], field)}${study(`${field}: «»`)}`).labels;
    expect(field === 'key-words of ours' ? shown : []).toEqual(
      field === 'key-words of ours' ? ['Tea', ...missing] : shown,
    );
  });
});

describe('metasynth.yaml', () => {
  const review = (text: string): string => `=== metasynth.yaml ===\n${text}\n`;
  const characteristics = 'characteristics:\n  country: {type: text, label: Where}\n  participants: {type: count}\n';

  test('columns: characteristics, and what is derived', () => {
    const { labels, line } = at(review(`${characteristics}table:\n  columns: [no, study, «»]`));
    expect(labels).toEqual([
      'country',
      'participants',
      'key',
      'year',
      'casp',
      'jbi',
      'appraisal',
      'band',
      'themes',
      'constructs',
    ]);
    expect(line('country')).toBe('  columns: [no, study, country]');
    expect(at(review(`${characteristics}table:\n  columns:\n    - c«»: Where`)).line('country')).toBe(
      '    - country: Where',
    );
    expect(at(review(`${characteristics}table:\n  sort: par«»`)).line('participants')).toBe('  sort: participants');
  });

  test('a column before another does not swallow it', () => {
    expect(at(review(`${characteristics}table:\n  columns: [no,«» study]`)).line('country')).toBe(
      '  columns: [no,country study]',
    );
  });

  test('codes and areas of rules, and how loud they are', () => {
    const { labels, line, item } = at(review('severities:\n  theme«»'));
    expect(labels.slice(0, 2)).toEqual(['theme', 'theme.former-name']);
    expect(line('theme.unused')).toBe('  theme.unused: ');
    expect(item('theme.unused').detail).toBe('A theme that no study carries');
    expect(at(review('severities:\n  theme.unused: off\n  theme.unu«»')).labels).not.toContain('theme.unused');
    expect(at(review('severities:\n  theme.unused: «»')).labels).toEqual(['off', 'error', 'warning', 'info', 'hint']);
    expect(at(review('severities: {th«»')).line('theme.unused')).toBe('severities: {theme.unused: ');
  });

  test('checklists, once each', () => {
    expect(at(review('appraisal:\n  checklist: «»')).labels).toEqual([
      'casp-qualitative',
      'casp-qualitative-2013',
      'casp-qualitative-2018',
      'casp-qualitative-2024',
      'jbi-qualitative',
    ]);
  });

  test('people', () => {
    const people = 'reviewers:\n  JM: Joan Miller\n  JS: John Smith\n';
    const { labels, line } = at(review(`${people}appraisal:\n  raters: [JM, «»]`));
    expect(labels).toEqual(['JS']);
    expect(line('JS')).toBe('  raters: [JM, JS]');
    expect(at(review(`${people}appraisal:\n  arbiter: mill«»`)).line('JM')).toBe('  arbiter: JM');
  });

  test('groups and declared values: what studies use', () => {
    expect(at(review(`${characteristics}groups:\n  here:\n    country: [«»]`)).labels).toEqual(['UK', 'USA']);
    expect(at(review('characteristics:\n  country:\n    values: [UK, «»]')).labels).toEqual(['USA']);
  });

  test.each([
    ['filter: cou«»', 'country', 'filter: country:'],
    ['filter: NOT country:«»', 'UK', 'filter: NOT country:UK'],
    ['filter: country:UK A«»', 'AND', 'filter: country:UK AND '],
    ['filter: participants «»', '>=', 'filter: participants >= '],
    ['filter: group:«»', 'here', 'filter: group:here'],
    ['filter: the«»', 'theme', 'filter: theme:'],
    ['filter: construct:«»', 'identity', 'filter: construct:identity'],
    ['filter: study:gil«»', 'Gillard et al. 2013', 'filter: study:gillard2013'],
    ['filter: year «»', '>=', 'filter: year >= '],
    ['filter: item-4:«»', 'yes', 'filter: item-4:yes'],
    ['filter: ba«»', 'band', 'filter: band:'],
    ['filter: band:«»', 'high', 'filter: band:high'],
  ])('a criterion: %s', (text, label, line) => {
    const shown = at(
      review(
        `${characteristics}appraisal: {bands: {low: 0, high: 8}}\ngroups: {here: {country: [UK]}}\neligibility:\n  - says: x\n    ${text}`,
      ),
    );
    expect(shown.line(label)).toBe(`    ${line}`);
  });
});
