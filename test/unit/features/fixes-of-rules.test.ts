import { describe, expect, test } from 'vitest';
import { mendable } from '../../../server/src/features/fixes/fixes.js';
import { rules } from '../../../server/src/rules/index.js';
import { exampleOf } from '../support/review.js';
import { changed, fixesIn, reviewWith } from './fixes-support.js';

/** Why only a person can mend what these complain of. */
const forPeople: Readonly<Record<string, string>> = {
  'argument.challenge-unanswered': 'What the line of argument makes of a challenge has to be thought and written.',
  'appraisal.consensus-unexplained': 'Only those who settled it know the reason.',
  'appraisal.not-primary': 'With what a review is appraised is a choice.',
  'appraisal.screening-no': 'Whether an appraisal goes on is for the raters to say.',
  'appraisal.without-reason': 'Only the rater knows the reason.',
  'appraisal.unsettled': 'What holds is for the raters or the arbiter to say.',
  'appraisal.duplicate-answer': 'Which of the two answers holds is a judgement.',
  'appraisal.total-out-of-range': 'Only the source tells the total that was meant.',
  'appraisal.unknown-item': 'The answer may belong to any of the questions.',
  'bibliography.duplicate-key': 'Which of the two works keeps the key is a judgement.',
  'bibliography.no-key': 'A key is chosen by whoever cites by it.',
  'bibliography.unreadable': 'What the broken entry should say is not known.',
  'citation.without-theme': 'Whether the study carries a theme, and which, has to be read in it.',
  'construct.carrier-not-cited': 'For which finding a study is evidence has to be read in it.',
  'construct.section-on-one-study': 'More support has to be found in the studies, or the text has to say so.',
  'confidence.lowered': 'Whether the level or the concerns have to change is a judgement.',
  'confidence.missing-component': 'What is to be judged, people judge.',
  'confidence.not-a-finding': 'What the finding states has to be written.',
  'confidence.not-lowered': 'Whether the level or the concern has to change is a judgement.',
  'confidence.points': 'What the points stood for has to be said in words.',
  'confidence.single-study': 'Only those who judged it know why the data are enough.',
  'confidence.two-methods': 'Which of the two judgements is kept is a choice.',
  'confidence.unexplained': 'Only those who judged it know the reason.',
  'confidence.without-studies': 'Which studies contribute has to be read in them.',
  'construct.not-in-manuscript': 'What the manuscript says of a construct has to be written.',
  'construct.single-study': 'More support has to be found in the studies, or the construct given up.',
  'construct.without-support': 'Support has to be found in the studies, or the construct given up.',
  'eligibility.broken': 'Whether the study or the criterion is wrong is a judgement.',
  'field.missing': 'What the field should say is not known.',
  'file.encoding': 'The program that wrote the file has to save it as UTF-8.',
  'file.too-large': 'How to divide the file is a judgement.',
  'file.unreadable': 'The disk or the rights to the file have to be mended.',
  'flow.disagrees': 'Only the records of the search tell which box is wrong.',
  'flow.studies': 'Whether a study or the box is wrong is a judgement.',
  'number.citations': 'Whether the number or the list is wrong is a judgement.',
  'number.impossible-share': 'Only the source tells which of the two numbers is wrong.',
  'number.missing': 'Which number was meant is for whoever wrote the sentence.',
  'number.one-reading': 'Which of the readings was meant has to be said in the text.',
  'number.quantifier': 'Whether the word or the list is wrong is a judgement.',
  'number.single-voice': 'Whose voice it was, only the studies tell.',
  'number.sum': 'Which of the numbers is wrong, only their sources tell.',
  'quote.no-full-text': 'The full text has to be got.',
  'quote.not-found': 'Whether the words or the marks of what was changed are mended, only the paper tells.',
  'quote.not-in-study': 'Which of the two was copied wrongly, only the paper tells.',
  'quote.wrong-page': 'Which of the numbers holds, only the paper tells.',
  'reporting.missing-item': 'Whether and where an item is reported, only the authors know.',
  'review.path-outside': 'The files have to be moved into the review.',
  'study.duplicate-key': 'Which of the two studies keeps the key is a judgement.',
  'study.findings-elsewhere': 'In which of the two places findings are kept is a choice.',
  'translation.absent-with-themes': 'Whether the study is silent or speaks of it has to be read in it.',
  'translation.contrary-citation': 'Whether the text or the table is to follow the other is a judgement.',
  'translation.duplicate-cell': 'Which of the two cells holds is a judgement.',
  'translation.not-compared': 'How a study stands to a construct has to be read in it.',
  'translation.order-incomplete': 'When a study was read, only the reviewers know.',
  'translation.refutation-unexplained': 'How the contradiction is explained has to be thought and written.',
  'translation.theme-elsewhere': 'Whether the table or the codebook is to follow the other is a judgement.',
  'translation.theme-not-carried': 'Whether the study carries the theme has to be read in it.',
  'study.without-characteristics': 'What is known of the study has to be written.',
  'theme.unused': 'Whether a theme is carried, merged or given up is a judgement.',
  'yaml.alias-bomb': 'What the text should say is not known.',
  'yaml.duplicate-key': 'Which of the two entries holds is a judgement.',
  'yaml.many-documents': 'How to join the documents is a judgement.',
  'yaml.merge-key': 'Whether the entries are copied or linked is a choice.',
  'yaml.tab': 'How far in the line was meant to stand is not known.',
  'yaml.tag': 'What the tag was meant to do is not known.',
  'yaml.too-deep': 'What the text should say is not known.',
  'yaml.too-large': 'How to divide the file is a judgement.',
  'yaml.unclosed': 'Where the bracket or the quotation should end is not known.',
  'yaml.unreadable': 'What the text should say is not known.',
};

test('every rule is mended by a change, or there is a reason why only a person can', () => {
  const codes = [...mendable, ...Object.keys(forPeople)].sort();
  expect(codes).toEqual(rules.map(rule => rule.code).sort());
});

const cases = rules.flatMap(({ code, example }) => {
  if (!example) return [];
  const before = exampleOf(example.wrong);
  return before
    .diagnoses(code)
    .slice(0, 1)
    .flatMap(diagnosis => fixesIn(before, diagnosis).map(fix => ({ code, before, diagnosis, fix })));
});

describe('a fix of the example of', () => {
  test('the rules is there to be tried', () => {
    expect(new Set(cases.map(each => each.code)).size).toBeGreaterThan(20);
  });

  test.each(cases.map(each => [each.code, each.fix.title, each] as const))('%s: %s', (code, _, each) => {
    const { before, diagnosis, fix } = each;
    const after = reviewWith(changed(before.texts, fix.change));
    const errors = (list: ReturnType<typeof before.diagnoses>): number =>
      list.filter(({ severity }) => severity === 'error').length;
    expect(errors(after.diagnoses())).toBeLessThanOrEqual(errors(before.diagnoses()));
    if (!fix.preferred) return;
    const left = after.diagnoses(code).filter(({ message }) => message === diagnosis.message);
    expect(left).toHaveLength(before.diagnoses(code).filter(({ message }) => message === diagnosis.message).length - 1);
  });
});
