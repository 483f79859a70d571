import { cantTell, no, yes } from './answers.js';
import type { ChecklistAnswer, ChecklistItem } from './checklist-types.js';

/** Where the sheets of all versions are found. */
export const caspLink = 'https://casp-uk.net/casp-tools-checklists/';

export const caspAnswers: readonly ChecklistAnswer[] = [yes, cantTell, no];

const trust = 'A. Can the results be trusted?';
const results = 'B. What was found?';
const use = 'C. What is it worth elsewhere?';

/**
 * The ten topics that every version of CASP's qualitative checklist shares, in our own words. The sheets themselves are
 * under a licence that does not allow their sentences here (CC BY-NC-SA): read them at the link.
 */
export const caspItems: readonly ChecklistItem[] = [
  {
    number: 1,
    section: trust,
    label: 'Aims',
    question: 'Do the authors say plainly what they set out to learn, and why it was worth learning?',
    lookFor: [
      'A goal, question or objective in so many words, often at the end of the introduction',
      'What was not known before, and whom an answer would help',
      'One aim throughout: the abstract, the introduction and the discussion agree on it',
    ],
    screening: true,
  },
  {
    number: 2,
    section: trust,
    label: 'Qualitative approach',
    question: 'Is this a question that people’s own accounts or conduct can answer, rather than counting or measuring?',
    lookFor: [
      'The aim is to understand meanings, experiences, views or ways of acting',
      'The authors do not try to show how common something is, or what caused it',
      'Where numbers are gathered too, the qualitative part has a job of its own',
    ],
    screening: true,
  },
  {
    number: 3,
    section: trust,
    label: 'Design',
    question: 'Does the chosen design fit the aims, and do the authors say why they chose it?',
    lookFor: [
      'A named approach, such as grounded theory, phenomenology or ethnography, or a description that does without a name',
      'Reasons for that approach rather than another',
      'Practice that follows the name: grounded theory that samples as it analyses, ethnography that observes',
    ],
  },
  {
    number: 4,
    section: trust,
    label: 'Recruitment',
    question: 'Were the right people asked to take part, in a way that suits the aims?',
    lookFor: [
      'How people were found and chosen, and by whom',
      'Why these people could speak to the question better than others',
      'Who refused or dropped out, and what the authors make of it',
      'Whether those who recruited, a manager or a clinician for instance, may have shaped who came forward',
    ],
  },
  {
    number: 5,
    section: trust,
    label: 'Data collection',
    question: 'Were the data gathered in a way that could answer the research question?',
    lookFor: [
      'Why this setting and this method, with enough detail to picture it: a topic guide, the length and place of interviews',
      'What the data are: recordings, transcripts, field notes, diaries',
      'Any change of method on the way, and the reason for it',
      'How the authors knew when to stop, whether or not they call it saturation',
    ],
  },
  {
    number: 6,
    section: trust,
    label: 'Reflexivity',
    question: 'Have the researchers thought about how they and the participants affected one another?',
    lookFor: [
      'Who they are to the participants: stranger, colleague, clinician, fellow patient',
      'What they brought to the questions, to choosing people and places, and to listening',
      'How they dealt with what happened during the study, and what they changed in response',
      'More than a sentence that bias was avoided',
    ],
  },
  {
    number: 7,
    section: results,
    label: 'Ethics',
    question: 'Is there enough in the report to see that participants were treated ethically?',
    lookFor: [
      'Approval by an ethics committee, or the reason why none was needed',
      'What participants were told, and how they agreed',
      'How names, places and confidences were protected, above all in small communities',
      'What was done where taking part could distress people during the study or after it',
    ],
  },
  {
    number: 8,
    section: results,
    label: 'Analysis',
    question: 'Was the analysis thorough, and can a reader follow the way from the data to the findings?',
    lookFor: [
      'The steps of the analysis as they were done here, not only the name of a method',
      'How themes arose from the data, and how the extracts shown were picked from all there were',
      'Enough data behind each theme, from more than a few voices',
      'Accounts that do not fit, and what the authors did with them',
      'What the researchers’ own position may have added to the reading',
    ],
  },
  {
    number: 9,
    section: results,
    label: 'Findings',
    question: 'Are the findings stated clearly, with what speaks for and against them?',
    lookFor: [
      'Findings that can be told apart from the quotes and from the discussion',
      'Evidence on both sides of the authors’ reading',
      'Steps that make the reading credible: a second analyst, several sources, taking it back to participants',
      'An answer to the question that was asked',
    ],
  },
  {
    number: 10,
    section: use,
    label: 'Value',
    question: 'What does the study add, and where else might it hold?',
    lookFor: [
      'What it adds to what was known, or changes in practice or policy',
      'New questions that it opens',
      'Enough about people and place for a reader to judge whether it carries over to another setting',
    ],
  },
];
