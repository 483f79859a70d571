import * as z from 'zod';
import { reportingNames } from '../../standards/reporting.js';
import {
  choice,
  countOrMissing,
  entries,
  field,
  fields,
  lowestTotal,
  names,
  oneOf,
  oneOrMany,
  path,
  required,
  text,
  wholeBetween,
  yesOrNo,
} from './common.js';
import { flow } from './flow.js';
import { framework } from './framework.js';

/** The approaches to synthesis that the software knows the habits of. */
export const approaches = [
  'qualitative-metasynthesis',
  'meta-ethnography',
  'thematic-synthesis',
  'meta-aggregation',
  'metasummary',
  'framework-synthesis',
] as const;

/** How a total is made of the answers to a checklist. */
export const scorings = ['none', 'as-reported', 'sum-of-yes', 'half-for-cant-tell', 'zero-to-twenty'] as const;

/** What the values of a characteristic look like. */
export const characteristicTypes = ['text', 'count', 'number', 'year', 'set', 'flag'] as const;

/** The checklists that come with the software. */
export const checklistNames = [
  'casp-qualitative',
  'casp-qualitative-2013',
  'casp-qualitative-2018',
  'casp-qualitative-2024',
  'jbi-qualitative',
] as const;

export const severityNames = ['off', 'error', 'warning', 'info', 'hint'] as const;

const appraisal = fields(
  {
    checklist: field(
      // A name that is neither is told by the rule `appraisal.unknown-checklist`.
      z.union([z.enum(checklistNames), z.string()], {
        error: 'the name of a checklist, or the path of one of your own',
      }),
      "The checklist that the studies are appraised with: one that comes with the software, or the path of a file of the review's own.",
      'casp-qualitative-2018',
      'jbi-qualitative',
      'our-checklist.yaml',
    ),
    raters: field(
      names('raters'),
      'Who answers the checklist, each without seeing the answers of the others. Each has a file in appraisals/.',
      ['JM', 'JS'],
    ),
    arbiter: field(text('the initials of a person'), 'Who settles what the raters cannot agree on.', 'HRS'),
    scoring: field(
      choice(scorings),
      'How a total is made of the answers. CASP advises against totals, so there is none unless the review declares one.',
      'none',
      'sum-of-yes',
    ),
    bands: field(
      entries(z.string(), lowestTotal, 'the names of bands, each with its lowest total'),
      'Names for totals, each with the lowest total that it begins at. They sort studies for readers; the checklists themselves have none.',
      { low: 0, moderate: 5, high: 8 },
    ),
    use: field(
      choice(['weigh', 'exclude', 'describe']),
      'What the appraisal is for: to weigh studies in the synthesis, to exclude some of them, or only to describe them.',
      'weigh',
    ),
  },
  'fields such as checklist: and raters:',
);

const characteristicError = `${oneOf(characteristicTypes)}, or fields such as type: and required:`;

const characteristic = z.union(
  [
    choice(characteristicTypes),
    fields(
      {
        type: field(
          choice(characteristicTypes),
          'What its values look like: text (the default), count (a whole number), number, year, set (any of its values) or flag (yes or no).',
          'count',
        ),
        required: field(yesOrNo(), 'Whether every included study must have it. Not reported is an answer, too.', true),
        values: field(oneOrMany(text(), 'a list of values'), 'The values it may have, for completion and checking.', [
          'interview',
          'focus group',
        ]),
        label: field(
          text(),
          'The heading of its column in tables, where its name does not read well.',
          'Data collection',
        ),
        description: field(text(), 'What it means and how it is extracted, for the team.'),
      },
      characteristicError,
      'characteristic {}',
    ),
  ],
  { error: characteristicError },
);

const criterion = z.union(
  [
    text(),
    fields(
      {
        says: required(text(), 'The criterion as a sentence, as the methods section gives it.'),
        filter: field(
          text('a filter such as NOT design:review'),
          'The same as a filter that every included study must pass.',
          'NOT design:review',
          'participants >= 3',
        ),
      },
      'a sentence, or says: and filter:',
      'criterion {}',
    ),
  ],
  { error: 'a sentence, or says: and filter:' },
);

const source = fields(
  {
    source: required(text(), 'The database, register, website or other source that was searched.', 'CINAHL'),
    platform: field(text(), 'Where the source was searched, as its content differs between platforms.', 'EBSCOhost'),
    date: field(text('a date'), 'The day of the search, as year-month-day.', '2014-06-12'),
    strategy: field(
      text('the path of a file, or the strategy itself'),
      'The file that holds the strategy as it was run, line by line. A short strategy may stand here itself.',
      'search/cinahl.txt',
    ),
    limits: field(oneOrMany(text(), 'text'), 'Limits and restrictions, such as language or years, and why.', 'English'),
    filters: field(oneOrMany(text(), 'text'), 'Search filters that were used, and where they come from.'),
    hits: field(countOrMissing(), 'How many records the search gave, before any were taken out.', 412),
    note: field(text(), 'Anything else about this search.'),
  },
  'fields such as source: and date:',
  'search {}',
);

const protocol = z.union(
  [
    text(),
    fields(
      {
        registration: field(
          text(),
          'Where the protocol is registered, and its number or address.',
          'PROSPERO CRD42014000000',
        ),
        date: field(text('a date'), 'When it was registered, as year-month-day.', '2014-05-02'),
        deviations: field(
          oneOrMany(text(), 'text, or a list of texts'),
          'What was done otherwise than planned, and why.',
        ),
      },
      'text, or registration: and deviations:',
    ),
  ],
  { error: 'text, or registration: and deviations:' },
);

/** The styles in which citations and lists of references are written. */
export const referenceStyles = ['apa', 'vancouver'] as const;

const abbreviations = () =>
  field(
    entries(z.string(), text(), 'abbreviations, each with what it stands for'),
    'Abbreviations and what they stand for. Those that occur in a table are explained in a note under it.',
    { CASP: 'Critical Appraisal Skills Programme', UK: 'United Kingdom' },
  );

const percent = () => wholeBetween(0, 100);
const print = (name: string) => field(text(), `What is printed for a value that is ${name}.`);

/** `metasynth.yaml`, which marks the folder of a review and says how the review is done. */
export const review = fields(
  {
    title: required(
      text(),
      'The title of the review.',
      "Peer support: workers' experience of their role in health care",
    ),
    question: field(text(), 'The question that the review answers, as a sentence.'),
    approach: field(
      choice(approaches),
      'The approach to synthesis. It decides which rules and reports apply.',
      'meta-ethnography',
    ),
    status: field(
      choice(['draft', 'final']),
      'Draft while the team is working; final turns what is still open into errors.',
      'draft',
    ),
    reviewers: field(
      z.union([entries(z.string(), text('a name'), 'initials and names'), names('people')], {
        error: 'initials and names, such as JM: Joan Miller',
      }),
      'The people of the review: their initials, as used everywhere else, and their names.',
      { JM: 'Joan Miller' },
    ),
    appraisal: field(appraisal, 'How the included studies are appraised: with which checklist, by whom, and what for.'),
    studies: field(
      path('the name of a folder'),
      'The folder with one file for each included study. Default: studies/.',
      'studies/',
    ),
    codebook: field(
      path('the name of a file'),
      'The file with themes and constructs. Default: codebook.yaml.',
      'codebook.yaml',
    ),
    bibliography: field(
      oneOrMany(path('the name of a file'), 'the name of a file, or a list of them'),
      'The bibliography, or a list of several: BibTeX, CSL-JSON or RIS. Default: references.bib.',
      'references.bib',
    ),
    manuscript: field(
      oneOrMany(path('the name of a file'), 'the name of a file, or a list of them'),
      'The manuscript, or its files in order. Default: synthesis.md.',
      'synthesis.md',
    ),
    background: field(
      names('citation keys'),
      'Works that are cited as theory or context and never count as evidence: their citation keys.',
      ['baumeister1995'],
    ),
    characteristics: field(
      entries(z.string(), characteristic, 'the columns of the extraction grid by name'),
      'The columns of the extraction grid: what is noted of every study, and what its values look like.',
      { country: { type: 'text', required: true } },
    ),
    missing: field(
      fields(
        {
          'not reported': print('not reported'),
          'not applicable': print('not applicable'),
          unclear: print('unclear'),
          'to do': print('still to do'),
        },
        'not reported:, not applicable:, unclear: and to do: with what each prints',
      ),
      'How a value that is not there prints in tables.',
      { 'not applicable': 'N/A' },
    ),
    groups: field(
      entries(
        z.string(),
        entries(z.string(), oneOrMany(text(), 'a list of values'), 'a characteristic with its values').meta({
          thing: 'group {}',
        }),
        'groups by name',
      ),
      'Named sets of values of a characteristic, for counting and for figures.',
      { 'non-communicable': { discipline: ['Heart Disease', 'Diabetes'] } },
    ),
    quantifiers: field(
      fields(
        {
          most: field(percent(), 'Most of the studies are more than this share of them.', 50),
          many: field(percent(), 'Many of the studies are more than this share of them.', 25),
          few: field(percent(), 'Few of the studies are at most this share of them.', 25),
          all: field(percent(), 'All of the studies are at least this share of them.', 100),
        },
        'most:, many:, few: and all:, each with a share in per cent',
      ),
      'What most, many, few and all of the studies mean, in per cent of the included studies.',
      { most: 50, few: 10 },
    ),
    aspects: field(
      entries(z.string(), oneOrMany(text(), 'a list of headings'), 'aspects by name, each with its headings'),
      "The review's own divisions of a construct, and the headings of the manuscript that mean them.",
      { challenge: ['Challenges'] },
    ),
    eligibility: field(
      oneOrMany(criterion, 'a list of criteria'),
      'The criteria for including a study, each a sentence and, where possible, a filter.',
      [{ says: "Reports peers' own experience", filter: 'NOT design:review' }],
    ),
    table: field(
      fields(
        {
          columns: field(
            oneOrMany(
              z.union([text(), entries(z.string(), text(), 'a heading')], { error: 'the name of a column' }),
              'a list of columns',
            ),
            'The columns in order: names of characteristics, or no, study, casp and themes. A column may be given a heading of its own, as in country: Where.',
            ['no', 'study', 'country', 'themes'],
          ),
          sort: field(
            names('columns'),
            'The column by which the studies are sorted, or several. Default: study.',
            'study',
          ),
          'group-by': field(
            text('the name of a column'),
            'A column whose values divide the table: studies that share one stand together under it as a heading.',
            'discipline',
          ),
          caption: field(
            text(),
            'What stands over the table, without a number.',
            'Characteristics of the included studies',
          ),
          footnotes: field(
            z.union(
              [
                oneOrMany(text(), 'a list of notes'),
                entries(z.string(), text(), 'names of columns, each with its note'),
              ],
              { error: 'a list of notes, or names of columns with the note to each' },
            ),
            'Notes under the table: a list, or names of columns with the note to each, which then has a mark at its heading.',
            { casp: 'Totals as reported by the source' },
          ),
          abbreviations: abbreviations(),
        },
        'columns: and sort:',
      ),
      'The synthesis table: its columns, the order of its rows, and what stands over and under it.',
    ),
    abbreviations: abbreviations(),
    reports: field(
      fields(
        {
          style: field(
            choice(referenceStyles),
            'How citations and lists of references are written in Word files, web pages and LaTeX: APA 7 (the default) or Vancouver.',
            'apa',
            'vancouver',
          ),
        },
        'style:',
      ),
      'How reports are written.',
    ),
    flow: field(flow, 'The numbers of the PRISMA 2020 flow diagram, box by box.'),
    framework: field(
      framework,
      'How the conceptual framework is drawn. Its constructs and arrows are those of the codebook.',
    ),
    search: field(oneOrMany(source, 'a list of searches'), 'The searches, one entry for each source.'),
    protocol: field(protocol, 'Where the protocol is registered, and how the review deviated from it.'),
    reflexivity: field(
      oneOrMany(text(), 'text, or a list of texts'),
      'Who the reviewers are in relation to the subject, and what they did about it.',
    ),
    reporting: field(
      oneOrMany(choice(reportingNames), 'a list of reporting standards'),
      'The reporting standards that the review follows. Default: those that fit it.',
      ['entreq', 'emerge', 'prisma-s'],
    ),
    severities: field(
      entries(
        z.string(),
        z.union([choice(severityNames), z.literal(false)], { error: oneOf(severityNames) }),
        'codes of rules, each with its severity',
      ),
      'Rules that this review wants louder, quieter or silent: the code of each, and off, error, warning, info or hint.',
      { 'theme.unused': 'off' },
    ),
  },
  'fields such as title: and question:',
  'metasynth.yaml',
);
