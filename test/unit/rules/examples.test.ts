import { describe, expect, it } from 'vitest';
import { rules } from '../../../server/src/rules/index.js';
import { exampleOf } from '../support/review.js';

describe('the small faultless review of the examples', () => {
  it('has nothing the matter with it', () => {
    expect(exampleOf().diagnoses()).toEqual([]);
  });
});

describe.each(rules.flatMap(({ code, example }) => (example ? [{ code, example }] : [])))(
  '$code',
  ({ code, example }) => {
    it('points at what its example marks, and at nothing else', () => {
      const wrong = exampleOf(example.wrong);
      expect(wrong.marks, 'the example marks what is the matter').not.toEqual([]);
      expect(wrong.marked(wrong.diagnoses(code))).toBe(wrong.marked(wrong.marks));
    });

    it('has nothing to say of the mended example, which has no errors', () => {
      const right = exampleOf(example.right);
      expect(right.marks).toEqual([]);
      expect(right.diagnoses().filter(each => each.code === code || each.severity === 'error')).toEqual([]);
    });
  },
);
