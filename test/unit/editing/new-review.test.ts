import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newReview } from '../../../server/src/editing/new-review.js';
import { reviewOf } from '../support/review.js';

const nothing = { title: '', question: '', approach: '', raters: [] };

/** The review as it is read again, and what the rules say of it. */
function started(given: Partial<Parameters<typeof newReview>[0]>): ReturnType<typeof reviewOf> {
  const outcome = newReview({ ...nothing, ...given });
  if (!outcome.ok) throw new Error(outcome.reason);
  return reviewOf(outcome.value.files.map(({ path, text }) => `=== ${path} ===\n${text}`).join(''));
}

describe('a new review', () => {
  it('says what was told of it', () => {
    const { review } = started({
      title: 'Peer support: what workers say',
      question: 'What do they say of it?',
      approach: 'meta-ethnography',
      raters: ['JM', ' JS '],
    });
    expect(review.settings.title?.value).toBe('Peer support: what workers say');
    expect(review.settings.question?.value).toBe('What do they say of it?');
    expect(review.settings.approach?.value).toBe('meta-ethnography');
    expect(review.settings.raters.map(each => each.value)).toEqual(['JM', 'JS']);
    expect(review.checklist?.id).toBe('casp-qualitative-2018');
    expect(review.studyCount).toBe(0);
  });

  it('has nothing that a rule complains of as an error or a warning, told of anything or of nothing', () => {
    for (const given of [nothing, { title: 'A title', raters: ['A', 'B'], approach: 'metasummary' }]) {
      const grave = started(given)
        .diagnoses()
        .filter(each => ['error', 'warning'].includes(each.severity));
      expect(grave.map(each => `${each.path} ${each.code} ${each.message}`)).toEqual([]);
    }
  });

  it('takes any words for its title and question, and reads the same again', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.stringMatching(/^[\s:#'"@[\]{}<>!*_`\\$=%&|-]{0,20}$/),
      fc.constantFrom(
        '1. One',
        '- a',
        '<!-- = studies -->',
        '[@nobody]',
        '34 studies',
        '=== x ===',
        '«x»',
        'null',
        '~',
      ),
    );
    fc.assert(
      fc.property(words, words, (title, question) => {
        // The notation of these tests has marks of its own.
        fc.pre(!/[«»]|^=== /.test(title + question));
        const { review, diagnoses } = started({ title, question });
        const told = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ').trim();
        if (told(title) !== '') expect(review.settings.title?.value).toBe(told(title));
        if (told(question) !== '') expect(review.settings.question?.value).toBe(told(question));
        const errors = diagnoses().filter(each => each.severity === 'error' || each.severity === 'warning');
        expect(errors.map(each => `${each.path} ${each.message}`)).toEqual([]);
      }),
    );
  });

  it('refuses raters after whom no file can be named, two of one name, and an approach that nobody knows', () => {
    expect(newReview({ ...nothing, raters: ['../JM'] })).toMatchObject({ ok: false });
    expect(newReview({ ...nothing, raters: ['Consensus'] })).toMatchObject({ ok: false });
    expect(newReview({ ...nothing, raters: ['JM', 'jm'] })).toMatchObject({ ok: false });
    expect(newReview({ ...nothing, approach: 'guessing' })).toMatchObject({ ok: false });
  });
});
