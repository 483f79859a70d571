import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checklistNamed, checklists, foldAnswer, readAnswer } from '../../../server/src/standards/checklist.js';

const casp = checklistNamed('casp-qualitative-2018')!;
const jbi = checklistNamed('jbi-qualitative')!;

describe('the checklists', () => {
  it('are found by the names that a review may use', () => {
    expect(checklists.map(one => one.id)).toEqual([
      'casp-qualitative',
      'casp-qualitative-2013',
      'casp-qualitative-2018',
      'casp-qualitative-2024',
      'jbi-qualitative',
    ]);
    for (const checklist of checklists) {
      expect(checklist.names).toContain(checklist.id);
      for (const name of checklist.names) expect(checklistNamed(name)).toBe(checklist);
    }
    expect(checklistNamed(' CASP Qualitative ')?.version).toBe('version not reported');
    expect(checklistNamed('casp_qual_2013')?.version).toBe('2013');
    expect(checklistNamed('checklists/our-own.yaml')).toBeUndefined();
    expect(checklistNamed('')).toBeUndefined();
  });

  it('share no name and no spelling of an answer', () => {
    const names = checklists.flatMap(one => one.names);
    expect(new Set(names).size).toBe(names.length);
    for (const { answers } of checklists) {
      const spellings = answers.flatMap(answer => [
        ...new Set([foldAnswer(answer.id), foldAnswer(answer.label), ...answer.also]),
      ]);
      expect(new Set(spellings).size).toBe(spellings.length);
      expect(spellings.map(foldAnswer)).toEqual(spellings);
    }
  });

  it.each(checklists)('$id has ten items, each with a sentence and a few points', ({ items }) => {
    expect(items.map(item => item.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(items.map(item => item.label)).size).toBe(10);
    for (const { question, lookFor, label } of items) {
      expect(question).toMatch(/^[A-Z][^?]*\?$/);
      expect(label.length).toBeLessThan(32);
      expect(lookFor.length).toBeGreaterThanOrEqual(2);
      expect(lookFor.length).toBeLessThanOrEqual(5);
      for (const point of lookFor) expect(point).toMatch(/^[A-Z].*[^.]$/);
    }
  });

  it('screen with the first two items of CASP, and ask for words in the tenth of 2018', () => {
    expect(casp.items.filter(item => item.screening).map(item => item.number)).toEqual([1, 2]);
    expect(casp.items.filter(item => item.open).map(item => item.number)).toEqual([10]);
    expect(checklists.filter(one => one.items.some(item => item.open))).toEqual([casp]);
    expect(jbi.items.some(item => item.screening)).toBe(false);
  });
});

describe('an answer', () => {
  it.each([
    ['yes', 'yes'],
    ['Yes', 'yes'],
    ['Y', 'yes'],
    ['true', 'yes'],
    ['on', 'yes'],
    ['no', 'no'],
    ['N.', 'no'],
    ['False', 'no'],
    ['OFF', 'no'],
    ["can't tell", 'cant-tell'],
    ['Can’t  tell', 'cant-tell'],
    ['cant-tell', 'cant-tell'],
    ['cannot tell', 'cant-tell'],
    ['unclear', 'cant-tell'],
    ['?', 'cant-tell'],
    ['', undefined],
    ['maybe', undefined],
    ['not applicable', undefined],
    ['8', undefined],
    ['constructor', undefined],
  ])('of CASP: %j is %s', (text, answer) => {
    expect(readAnswer(casp, text)).toBe(answer);
  });

  it.each([
    ['Unclear', 'unclear'],
    ["can't tell", 'unclear'],
    ['N/A', 'not-applicable'],
    ['Not applicable.', 'not-applicable'],
    ['y', 'yes'],
  ])('of JBI: %j is %s', (text, answer) => {
    expect(readAnswer(jbi, text)).toBe(answer);
  });

  it('is read from its own id and label, in any case, and never throws', () => {
    for (const checklist of checklists) {
      for (const { id, label } of checklist.answers) {
        for (const text of [id, label, id.toUpperCase(), label.toUpperCase(), ` ${label} `, `${label}.`]) {
          expect(readAnswer(checklist, text)).toBe(id);
        }
      }
    }
    fc.assert(fc.property(fc.string(), text => void readAnswer(casp, text)));
    expect(readAnswer(casp, 'yes'.repeat(1_000_000))).toBeUndefined();
  });
});
