import type { ReportingStandard } from './reporting-types.js';

const first = 'Phase 1: selecting and getting started';
const second = 'Phase 2: deciding what is relevant';
const third = 'Phase 3: reading the studies';
const fourth = 'Phase 4: how the studies are related';
const fifth = 'Phase 5: translating the studies';
const sixth = 'Phase 6: synthesising the translations';
const seventh = 'Phase 7: expressing the synthesis';

/**
 * eMERGe: what a meta-ethnography has to tell, along the seven phases of Noblit and Hare. 19 criteria, here in our own words.
 * The phases overlap in practice, so nothing depends on their order.
 */
export const emerge: ReportingStandard = {
  id: 'emerge',
  name: 'eMERGe',
  title: 'Reporting of meta-ethnography',
  also: [],
  source: 'France EF, Cunningham M, Ring N, et al. BMC Medical Research Methodology 2019;19:25, Table 1',
  link: 'https://doi.org/10.1186/s12874-018-0600-0',
  others: [],
  items: [
    {
      number: '1',
      section: first,
      label: 'Rationale and context',
      asks: 'Which gap does the meta-ethnography fill, and in what setting was it done?',
      lookFor: ['What was not known', 'Who asked for it or paid for it, and what else shaped it'],
      headings: ['introduction', 'background', 'rationale'],
    },
    {
      number: '2',
      section: first,
      label: 'Aim',
      asks: 'What was the meta-ethnography meant to achieve?',
      lookFor: ['An aim that goes beyond gathering studies'],
      headings: ['aim', 'aims', 'question'],
    },
    {
      number: '3',
      section: first,
      label: 'Focus',
      asks: 'Which questions or objectives did it have?',
      lookFor: ['Whether they changed on the way'],
      toldBy: ['question'],
      headings: ['objectives', 'question', 'review question', 'research question'],
    },
    {
      number: '4',
      section: first,
      label: 'Why meta-ethnography',
      asks: 'Why was meta-ethnography the most fitting way of synthesis?',
      lookFor: ['What of the question or the studies called for it'],
      headings: ['methods', 'methodology', 'design', 'approach'],
    },
    {
      number: '5',
      section: second,
      label: 'Search rationale',
      asks: 'Why was searched in this way?',
      lookFor: ['Everything, or enough for the purpose', 'Why these sources'],
      headings: ['search', 'searching', 'search strategy', 'literature search'],
    },
    {
      number: '6',
      section: second,
      label: 'Search process',
      asks: 'How was the literature searched?',
      lookFor: ['Sources, terms, dates, and who searched'],
      partlyToldBy: ['search.source', 'search.date', 'search.strategy'],
      headings: ['search', 'searching', 'search strategy', 'literature search'],
    },
    {
      number: '7',
      section: second,
      label: 'Selecting studies',
      asks: 'How were studies screened and chosen, and by whom?',
      lookFor: ['Each step, and who took it'],
      headings: ['screening', 'study selection', 'selection of studies', 'eligibility and screening'],
    },
    {
      number: '8',
      section: second,
      label: 'Outcome of selection',
      asks: 'What came of searching and choosing?',
      lookFor: ['Numbers at each step; reasons for leaving out'],
      shownBy: 'flow',
      headings: ['study selection', 'flow of records', 'search results', 'results of the search'],
    },
    {
      number: '9',
      section: third,
      label: 'Reading and extraction',
      asks: 'How were the studies read, what was taken from them, and by whom?',
      lookFor: ['How often they were read', 'Whether the words of participants and of authors were kept apart'],
      headings: ['data extraction', 'reading', 'reading and data extraction'],
    },
    {
      number: '10',
      section: third,
      label: 'Study characteristics',
      asks: 'What are the included studies like?',
      lookFor: ['Setting, people, methods, and what bears on their meaning'],
      shownBy: 'synthesis-table',
      headings: ['study characteristics', 'characteristics of included studies', 'included studies', 'the studies'],
    },
    {
      number: '11',
      section: fourth,
      label: 'Relating studies: process',
      asks: 'How was it worked out how the studies are related: what was compared, and in what way?',
      lookFor: ['Concepts, findings, contexts, theories', 'Lists, tables or maps that were drawn up'],
      headings: ['translation', 'translating', 'relating', 'comparison', 'data synthesis'],
    },
    {
      number: '12',
      section: fourth,
      label: 'Relating studies: outcome',
      asks: 'How are the studies related to one another?',
      lookFor: ['Whether they say alike, contradict, or add up to a whole'],
      shownBy: 'translation',
      headings: ['relationships', 'how the studies are related', 'the studies'],
    },
    {
      number: '13',
      section: fifth,
      label: 'Translating: process',
      asks: 'How were the studies translated into one another?',
      lookFor: [
        'How the context and the meaning of each were kept',
        'Agreement and contradiction both looked for',
        'Other readings that were weighed',
      ],
      headings: ['translation', 'translating', 'data synthesis'],
    },
    {
      number: '14',
      section: fifth,
      label: 'Translating: outcome',
      asks: 'What did the translation come to?',
      lookFor: ['Which concepts of which studies went into each translated concept'],
      shownBy: 'translation',
      headings: ['translation', 'translations', 'findings', 'results'],
    },
    {
      number: '15',
      section: sixth,
      label: 'Synthesis: process',
      asks: 'How were the translations brought together into something larger?',
      lookFor: ['How a line of argument or overarching concepts were made', 'Other readings that were weighed'],
      headings: ['synthesis', 'data synthesis', 'line of argument'],
    },
    {
      number: '16',
      section: sixth,
      label: 'Synthesis: outcome',
      asks: 'Which new theory, framework, model or way of seeing came of it?',
      lookFor: ['What no study says by itself'],
      headings: ['line of argument', 'conceptual framework', 'model', 'framework'],
    },
    {
      number: '17',
      section: seventh,
      label: 'Summary of findings',
      asks: 'What are the main findings, and how do they stand to what was known?',
      lookFor: ['The findings against other reviews and theory'],
      headings: ['discussion', 'summary of findings', 'main findings'],
    },
    {
      number: '18',
      section: seventh,
      label: 'Strengths, limits, reflexivity',
      asks: 'What are the strengths and the limits, and what part did the reviewers themselves play in the result?',
      lookFor: ['Of the studies and of the synthesis', 'Who the reviewers are, and what they did about it'],
      partlyToldBy: ['reflexivity'],
      headings: ['limitations', 'strengths and limitations', 'reflexivity', 'limitations and reflexivity'],
    },
    {
      number: '19',
      section: seventh,
      label: 'Recommendations',
      asks: 'What follows for practice, policy, theory and research?',
      lookFor: ['Conclusions that the findings carry'],
      headings: ['conclusion', 'conclusions', 'recommendations', 'implications'],
    },
  ],
};
