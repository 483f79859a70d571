import { no, notApplicable, unclear, yes } from './answers.js';
import type { Checklist } from './checklist-types.js';

/**
 * JBI's critical appraisal checklist for qualitative research, in our own words: the tool itself is JBI's copyright.
 * Items 1 to 5 ask whether the parts of a study belong together, 6 and 7 about the researchers, 8 to 10 about what
 * became of the participants and their words. ConQual takes a study's dependability from items 2, 3, 4, 6 and 7.
 */
export const jbiQualitative: Checklist = {
  id: 'jbi-qualitative',
  names: ['jbi-qualitative', 'jbi-qual', 'jbi'],
  title: 'JBI critical appraisal checklist for qualitative research',
  version: 'version not reported',
  link: 'https://jbi.global/critical-appraisal-tools',
  items: [
    {
      number: 1,
      label: 'Philosophy and methodology',
      question: 'Do the authors name the view of knowledge they work from, and does their methodology follow from it?',
      lookFor: [
        'A stated standpoint, such as interpretive, critical, constructivist or feminist',
        'A named methodology that goes with it, such as ethnography with an interpretive stance',
        'Answer "unclear" where only methods are named and no standpoint can be told',
      ],
    },
    {
      number: 2,
      label: 'Methodology and question',
      question: 'Can this methodology answer the question that the study asks?',
      lookFor: [
        'A question about lived experience goes with phenomenology, one about a process with grounded theory, and so on',
        'Objectives that the methodology can reach, and none that ask how often or how much',
      ],
    },
    {
      number: 3,
      label: 'Methodology and data collection',
      question: 'Do the ways in which data were gathered belong to this methodology?',
      lookFor: [
        'Open interviews for phenomenology, time in the field for ethnography, sampling led by analysis for grounded theory',
        'Tools that leave room for participants’ own words, not a questionnaire read aloud',
      ],
    },
    {
      number: 4,
      label: 'Methodology and analysis',
      question: 'Are the data analysed and presented in a way that belongs to this methodology?',
      lookFor: [
        'The analysis used is one that the methodology knows',
        'Data shown in the form it calls for: meanings, categories, a theory, a narrative',
        'Nothing reduced to counts where meaning was the aim',
      ],
    },
    {
      number: 5,
      label: 'Methodology and interpretation',
      question: 'Are the results interpreted in the terms of this methodology?',
      lookFor: [
        'Claims of the kind the methodology allows: understanding for some, critique or theory for others',
        'No generalising to a population that was never the aim',
        'The standpoint of the start is still there in the discussion',
      ],
    },
    {
      number: 6,
      label: 'Researcher’s standpoint',
      question: 'Do the researchers say where they stand, culturally or in theory?',
      lookFor: [
        'Background, profession, beliefs or allegiances that bear on the topic',
        'The theory with which they came to it',
        'What they held about the topic beforehand, and not their job titles alone',
      ],
    },
    {
      number: 7,
      label: 'Researcher’s influence',
      question: 'Do the authors consider how the researcher affected the research, and the research the researcher?',
      lookFor: [
        'The relation between researcher and participants, and who held power in it',
        'How the researcher’s presence may have changed what was said or done',
        'What unfolded during the study and how the researcher responded to it',
      ],
    },
    {
      number: 8,
      label: 'Participants’ voices',
      question: 'Do participants speak for themselves in the report, and are all of them heard?',
      lookFor: [
        'Quotes that bear out each finding',
        'Voices from across the sample, not the same two or three',
        'Labels that show who speaks without giving anyone away',
      ],
    },
    {
      number: 9,
      label: 'Ethics',
      question: 'Was the study ethical by present standards, or for recent work, was it approved by a proper body?',
      lookFor: [
        'The committee by name, and its reference where there is one',
        'Consent and confidentiality in practice',
        'For older studies, conduct that would pass today even where no approval is mentioned',
      ],
    },
    {
      number: 10,
      label: 'Conclusions',
      question: 'Do the conclusions follow from the data as analysed?',
      lookFor: [
        'Each conclusion can be traced to findings in the report',
        'Nothing in the conclusions appears there for the first time',
        'Recommendations go no further than the evidence does',
      ],
    },
  ],
  answers: [yes, no, unclear, notApplicable],
};
