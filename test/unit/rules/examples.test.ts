import { describe, expect, it } from 'vitest';
import { rules } from '../../../server/src/rules/index.js';
import { exampleOf } from '../support/review.js';

describe('the small faultless review of the examples', () => {
  it('has nothing the matter with it', () => {
    expect(exampleOf().diagnoses()).toEqual([]);
  });
});

describe.each(rules.flatMap(({ code, example, off, severity }) => (example ? [{ code, example, off, severity }] : [])))(
  '$code',
  ({ code, example, off, severity }) => {
    // A rule that rests has to be asked for.
    const asked = off ? { [code]: severity } : undefined;

    it.runIf(off)('rests unless it is asked for by its own name', () => {
      const wrong = exampleOf(example.wrong);
      const area = code.slice(0, code.indexOf('.'));
      expect(wrong.diagnoses(code)).toEqual([]);
      expect(wrong.diagnoses(code, { [area]: 'error' })).toEqual([]);
      expect(wrong.diagnoses(code, { [code]: 'error' }).map(each => each.severity)).toContain('error');
    });

    it('points at what its example marks, and at nothing else', () => {
      const wrong = exampleOf(example.wrong);
      expect(wrong.marks, 'the example marks what is the matter').not.toEqual([]);
      expect(wrong.marked(wrong.diagnoses(code, asked))).toBe(wrong.marked(wrong.marks));
    });

    it('has nothing to say of the mended example, which has no errors', () => {
      const right = exampleOf(example.right);
      expect(right.marks).toEqual([]);
      expect(right.diagnoses(undefined, asked).filter(each => each.code === code || each.severity === 'error')).toEqual(
        [],
      );
    });
  },
);
