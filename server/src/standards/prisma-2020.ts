import type { ReportingStandard } from './reporting-types.js';

const methods = 'Methods';
const results = 'Results';
const other = 'Other information';

/**
 * PRISMA 2020, as far as it tells what a synthesis of qualitative studies has in common with other reviews: searching, selecting,
 * the flow diagram, the studies and the protocol. Its other items speak of effects, and ENTREQ asks in their stead.
 */
export const prisma2020: ReportingStandard = {
  id: 'prisma',
  name: 'PRISMA 2020',
  title: 'Reporting of systematic reviews',
  also: ['prisma2020'],
  source: 'Page MJ, McKenzie JE, Bossuyt PM, et al. BMJ 2021;372:n71, Table 1',
  link: 'https://doi.org/10.1136/bmj.n71',
  covers:
    'Items 5 to 8, 16a, 16b, 17 and 24a to 24c are asked for: searching, selection, the flow diagram, the studies and the protocol. The others are about effects, or are asked for by ENTREQ.',
  others: [
    ...['1', '2', '3', '4', '9', '10a', '10b', '11', '12', '13a', '13b', '13c', '13d', '13e', '13f', '14', '15', '18'],
    ...['19', '20a', '20b', '20c', '20d', '21', '22', '23a', '23b', '23c', '23d', '25', '26', '27'],
  ],
  items: [
    {
      number: '5',
      section: methods,
      label: 'Eligibility criteria',
      asks: 'Which studies could be included, and how were they grouped for the synthesis?',
      lookFor: ['Each criterion, for including and for leaving out'],
      partlyToldBy: ['eligibility'],
      headings: ['eligibility', 'eligibility criteria', 'inclusion criteria', 'selection criteria'],
    },
    {
      number: '6',
      section: methods,
      label: 'Information sources',
      asks: 'Which sources were searched or asked, and when was each last searched?',
      lookFor: ['Databases, registers, websites, organisations, reference lists', 'A day for each'],
      toldBy: ['search.source', 'search.date'],
      headings: ['information sources', 'data sources', 'databases', 'search'],
    },
    {
      number: '7',
      section: methods,
      label: 'Search strategy',
      asks: 'What are the full strategies for all sources, with their filters and limits?',
      lookFor: ['As they were run'],
      toldBy: ['search.strategy', 'search.limits', 'search.filters'],
      headings: ['search strategy', 'search strategies', 'search terms', 'electronic search'],
    },
    {
      number: '8',
      section: methods,
      label: 'Selection process',
      asks: 'How was decided whether a study fits, and by whom?',
      lookFor: ['How many people screened each record, and by themselves', 'Tools that decided, if any'],
      headings: ['screening', 'study selection', 'selection process', 'selection of studies'],
    },
    {
      number: '16a',
      section: results,
      label: 'Flow diagram',
      asks: 'How many records were there at each step, from the search to the included studies?',
      lookFor: ['Best as a flow diagram'],
      shownBy: 'flow',
      headings: ['study selection', 'flow of records', 'flow diagram', 'search results'],
    },
    {
      number: '16b',
      section: results,
      label: 'Excluded studies',
      asks: 'Which studies seem to fit and were left out all the same, and why?',
      lookFor: ['Each with its citation and its reason'],
      headings: ['excluded studies', 'study selection'],
    },
    {
      number: '17',
      section: results,
      label: 'Study characteristics',
      asks: 'What is each included study like?',
      lookFor: ['Each with its citation'],
      shownBy: 'synthesis-table',
      headings: [
        'study characteristics',
        'characteristics of included studies',
        'included studies',
        'the included studies',
      ],
    },
    {
      number: '24a',
      section: other,
      label: 'Registration',
      asks: 'Where is the review registered, and under which number?',
      lookFor: ['That it is not, if so'],
      toldBy: ['protocol.registration'],
      headings: ['registration', 'protocol and registration', 'protocol'],
    },
    {
      number: '24b',
      section: other,
      label: 'Protocol',
      asks: 'Where can the protocol be read?',
      lookFor: ['That there is none, if so'],
      headings: ['protocol', 'protocol and registration'],
    },
    {
      number: '24c',
      section: other,
      label: 'Changes to the protocol',
      asks: 'What was done otherwise than registered or planned, and why?',
      lookFor: ['That nothing was, if so'],
      toldBy: ['protocol.deviations'],
      headings: ['deviations', 'deviations from the protocol', 'protocol'],
    },
  ],
};
