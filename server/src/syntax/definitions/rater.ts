import * as z from 'zod';
import { entries, field, names, text } from './common.js';

const answersError = 'answers by the number of the question, such as 1: yes';

/** One rater's answers for one study. Which questions and answers there are is for the checklist to say. */
export function ratings() {
  return z
    .object(
      {
        because: field(
          z.union([entries(z.string(), text(), 'a reason'), text()], {
            error: 'reasons by the number of the question',
          }),
          'The reasons for the answers, by the number of the question.',
          { 4: 'recruited by managers' },
        ),
        by: field(names('people'), 'In consensus.yaml: who settled the answers.', ['JM', 'JS']),
        overall: field(
          text(),
          'The overall verdict on the study, where the checklist asks for one (JBI): include, exclude or seek further info.',
          'include',
        ),
        note: field(text(), 'A note on the appraisal of this study. Not an answer.'),
        judged: field(text('a date'), 'The day of the appraisal, as year-month-day.', '2026-11-22'),
      },
      { error: answersError },
    )
    .catchall(
      text("an answer such as yes, no or can't tell").meta({
        description: 'The answer to this question of the checklist.',
        examples: ['yes', 'no', "can't tell", 'unclear', 'not applicable'],
      }),
    )
    .meta({ thing: 'the appraisal of {}' });
}

/** A rater's file in `appraisals/`, and `consensus.yaml`: study by study, the answers. */
export const rater = entries(
  z.string(),
  z.union([ratings(), z.array(text("an answer such as yes, no or can't tell"))], { error: answersError }),
  'the keys of studies, each with its answers',
).meta({ thing: 'the appraisals' });
