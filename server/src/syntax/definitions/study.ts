import * as z from 'zod';
import { choice, entries, field, fields, names, oneOrMany, openFields, text } from './common.js';
import { ratings } from './rater.js';

/** How far a quote supports the finding that it illustrates (meta-aggregation). */
export const credibilities = ['unequivocal', 'credible', 'unsupported'] as const;

/** A theme, alone or with the study authors' own wording for it. */
export function carriedThemes() {
  const wording = oneOrMany(text(), "the authors' wording");
  const error = 'a list of themes';
  const item = z.union([text(), entries(z.string(), wording, error)], { error: 'the name of a theme' });
  return oneOrMany(item, error);
}

const finding = fields(
  {
    quote: field(text(), "A participant's own words (first order).", 'I had been where they were, and I could say so.'),
    authors: field(
      text(),
      "What the study's authors made of it (second order); in quotation marks and with at:, it is their words to the letter.",
      'The authors read this as a debt repaid.',
    ),
    at: field(
      text('who spoke and on which page'),
      'The locator: who spoke, and on which page. "our translation" in it says that the words are not in the full text.',
      'P3, p. 12',
    ),
    themes: field(names('themes'), 'The themes that it belongs to.', ['giving-back']),
    aspects: field(names('aspects'), "The review's own divisions that it belongs to, as metasynth.yaml names them.", [
      'challenge',
    ]),
    credibility: field(
      choice(credibilities),
      'For meta-aggregation: how far the quote supports the finding.',
      'unequivocal',
      'credible',
    ),
  },
  'quote: or authors:, and fields such as at: and themes:',
  'finding {}',
).refine(value => value.quote !== undefined || value.authors !== undefined, {
  error: 'quote or authors',
  params: { missing: 'quote or authors' },
});

const total = 'a total such as 8, or the answers of each rater';

const appraisal = () => {
  const answers = z.array(text("an answer such as yes, no or can't tell"));
  const ofRater = z.union([text(), answers, ratings()], { error: total });
  return z.union([text(), answers, entries(z.string(), ofRater, total)], { error: total });
};

/** A study: the front matter of its Markdown file, or the whole of its YAML file. Characteristics stand beside these. */
export const study = openFields(
  {
    key: field(text(), "The study's citation key. Default: the name of its file.", 'gillard2013'),
    cite: field(
      text(),
      'How the study is named in tables and text. Default: authors and year from the bibliography.',
      'Moran et al. 2012b',
    ),
    reports: field(names('citation keys'), 'Other papers that report the same study: their citation keys.', [
      'gillard2015',
    ]),
    parent: field(
      text('the key of a study'),
      'The study whose participants this one shares, where one sample was reported as several studies.',
      'moran2012a',
    ),
    synthesises: field(names('citation keys'), 'For a review among the studies: the works that it brings together.', [
      'dennis2002',
    ]),
    themes: field(
      carriedThemes(),
      "The themes that the study carries, one a line, with the authors' own wording where it differs.",
      ['boundaries', { 'giving-back': 'Contributing' }],
    ),
    findings: field(
      z.array(finding, { error: 'a list of findings' }),
      'In a YAML study: quotes and readings, in the order of the paper. In Markdown they stand under the heading Findings.',
      [{ quote: 'I had been where they were.', at: 'P3, p. 12', themes: ['giving-back'] }],
    ),
    casp: field(appraisal(), 'The appraisal with CASP: a total as reported, or the answers of each rater.', 8),
    jbi: field(
      appraisal(),
      'The appraisal with the JBI checklist: a total as reported, or the answers of each rater.',
      9,
    ),
    appraisal: field(
      appraisal(),
      'The appraisal with any other checklist: a total as reported, or the answers of each rater.',
      8,
    ),
    notes: field(text(), 'In a YAML study: any other Markdown, such as memos. Never data.'),
  },
  'fields such as country: and themes:',
  'the study',
);
