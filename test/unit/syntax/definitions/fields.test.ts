import { describe, expect, it } from 'vitest';
import { allFields, describeField, knownKeys, metaOf } from '../../../../server/src/syntax/definitions/fields.js';
import { parts } from '../../../../server/src/syntax/definitions/parts.js';

describe.each(parts)('the fields of %s', part => {
  it('say what they are, in one to four sentences', () => {
    for (const { path, schema } of allFields(part)) {
      const description = metaOf(schema)?.description ?? '';
      expect(description, path.join('.')).toMatch(/^[A-Z].*[.]$/);
      expect(description.split(/\. /).length, path.join('.')).toBeLessThanOrEqual(4);
    }
  });

  it('are known to the YAML reader', () => {
    for (const { path } of allFields(part)) expect(knownKeys(part)).toContain(path.at(-1));
  });
});

describe('describeField', () => {
  it('describes a field of an entry', () => {
    expect(describeField('codebook', ['themes', 'giving-back', 'construct'])).toMatchObject({
      description: expect.stringContaining('construct that the theme is part of'),
    });
  });

  it('gives the words that may stand there, also behind unions and in lists', () => {
    expect(describeField('review', ['approach'])?.values).toContain('meta-ethnography');
    expect(describeField('review', ['characteristics', 'country', 'type'])?.values).toContain('count');
    expect(describeField('confidence', ['isolation', 'coherence'])?.values).toContain('serious');
    expect(describeField('study', ['findings', 2, 'credibility'])?.values).toContain('credible');
    expect(describeField('review', ['flow', 'duplicates'])?.values).toContain('not reported');
  });

  it('describes an answer by any number', () => {
    expect(describeField('rater', ['gillard2013', '4'])?.examples).toContain("can't tell");
  });

  it('has nothing to say of what it does not know', () => {
    expect(describeField('review', ['titel'])).toBeUndefined();
    expect(describeField('study', ['country'])).toBeUndefined();
    expect(describeField('review', ['constructor'])).toBeUndefined();
    expect(describeField('codebook', ['themes', 'x', 'y', 'z'])).toBeUndefined();
  });
});
