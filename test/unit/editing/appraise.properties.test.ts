import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerQuestion, type GivenByRater } from '../../../server/src/editing/appraise.js';
import { filesOf } from '../../../server/src/rules/example.js';
import { readAnswer } from '../../../server/src/standards/checklist.js';
import { foldId } from '../../../server/src/text/words.js';
import { applied, reviewFrom } from './support.js';

const file = 'appraisals/JM.yaml';
const keys = ['aiken2013', 'Gillard2013', 'moran2012', 'weeks2006'];
const settings = `
=== metasynth.yaml ===
title: Peer workers
appraisal: {checklist: casp-qualitative, raters: [JM, JS]}
${keys.map(key => `=== studies/${key}.md ===\n---\ncountry: UK\n---\n`).join('')}`;
const others = new Map(filesOf(settings).map(({ path, text }) => [path, text]));

/** What people write, and what YAML would take for something else. */
const hostile = fc.oneof(
  fc.constantFrom(
    'a: b',
    'x #1',
    '[',
    '{',
    '- a',
    '? b',
    '"',
    "it's",
    '@me',
    '%',
    '`',
    '|',
    '>-',
    '---',
    '...',
    '1,520',
  ),
  fc.constantFrom(
    '😀 emoji',
    'one\ntwo',
    'one\n\n  two\n',
    '\ttab\tin',
    '# not a comment',
    '<!-- x -->',
    'null',
    '~',
    ': ',
  ),
  fc.constantFrom(
    '\u00a0nbsp\u00a0x',
    'a\u2028b',
    'nul\u0000l',
    '\ufeffbom',
    '&a *b',
    '!!str x',
    '<<',
    'é: ü',
    'a\r\nb',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'ab "\'#:,[]{}&*!|>%@`\\-?é😀\n '.split('')), maxLength: 60 }),
  fc.constant('A long reason: it goes on, and on # and on. '.repeat(230)),
);

const step = fc.record(
  {
    rater: fc.constant('JM'),
    study: fc.constantFrom(...keys),
    item: fc.integer({ min: 1, max: 10 }).map(String),
    answer: fc.constantFrom('yes', 'no', 'cant-tell', null),
    because: fc.oneof(hostile, fc.constant('')),
  },
  { requiredKeys: ['rater', 'study', 'item'] },
) as fc.Arbitrary<GivenByRater>;

const written = fc.constantFrom('yes', 'Yes', 'no', '"no"', "can't tell", 'unsure', 'true', '');
const note = fc.constantFrom('', '', '  # note: x');
/** A study's answers as people write them. */
const entry = fc
  .record({
    form: fc.constantFrom('block', 'block', 'flow', 'list', 'empty'),
    step: fc.constantFrom('  ', '    '),
    answers: fc.uniqueArray(fc.record({ item: fc.integer({ min: 1, max: 10 }), written, note }), {
      minLength: 1,
      maxLength: 5,
      selector: each => each.item,
    }),
    reasons: fc.constantFrom(
      '',
      '1: plain words',
      '2: >-\n      folded\n      words',
      '3: "quoted: #"',
      '4: |-\n      two\n      lines',
    ),
  })
  .map(({ form, step, answers, reasons }) => {
    if (form === 'empty') return '\n';
    if (form === 'list') return ` [${answers.map(each => each.written || 'yes').join(', ')}]\n`;
    if (form === 'flow') return ` {${answers.map(each => `${each.item}: ${each.written || 'no'}`).join(', ')}}\n`;
    const lines = answers.map(each => `${step}${each.item}:${each.written && ` ${each.written}`}${each.note}\n`);
    const because = reasons === '' ? '' : `${step}because:\n${step}  ${reasons.replace(/\n {6}/g, `\n${step}    `)}\n`;
    return `\n${lines.join('')}${because}`;
  });

const text = fc
  .record({
    head: fc.constantFrom('', '# About.\n', '---\n'),
    entries: fc.uniqueArray(fc.record({ key: fc.constantFrom(...keys, 'nobody2000'), entry }), {
      maxLength: 4,
      selector: each => each.key,
    }),
    gap: fc.constantFrom('', '\n', '# between\n'),
    eol: fc.constantFrom('\n', '\n', '\r\n'),
  })
  .map(({ head, entries, gap, eol }) =>
    (head + entries.map(each => `${each.key}:${each.entry}`).join(gap)).replace(/\n/g, eol),
  );

function perform(texts: Map<string, string>, given: GivenByRater): Map<string, string> {
  const outcome = answerQuestion(reviewFrom(texts), path => texts.get(path), given);
  if (!outcome.ok) throw new Error(`${outcome.reason}\n${texts.get(file)}`);
  const after = applied(texts, outcome.value);
  for (const { path, text } of outcome.value.created) after.set(path, text);
  return after;
}

interface Known {
  answer: string | undefined;
  because: string;
}

/** What the rater has said of each question, as reading the review gives it. */
function said(texts: Map<string, string>): Map<string, Known> {
  const review = reviewFrom(texts);
  const known = new Map<string, Known>();
  for (const study of review.studies) {
    for (const { rating } of study.appraisal.raters) {
      for (const { item, answer, because } of rating.answers) {
        known.set(`${study.id} ${item}`, { answer: readAnswer(review.checklist!, answer), because: because ?? '' });
      }
      for (const { item, because } of rating.reasons) known.set(`${study.id} ${item}`, { answer: undefined, because });
    }
  }
  return known;
}

const trimmed = (words: string): string => words.replace(/\r\n?/g, '\n').trim();

it('any series of answers and reasons reads back as it was given, and nothing else changes', () => {
  fc.assert(
    fc.property(fc.option(text, { nil: undefined }), fc.array(step, { minLength: 1, maxLength: 8 }), (start, steps) => {
      let texts = new Map(others);
      if (start !== undefined) texts.set(file, start);
      const wanted = said(texts);
      for (const given of steps) {
        const before = texts.get(file) ?? '';
        texts = perform(texts, given);
        const name = `${foldId(given.study)} ${given.item}`;
        const old = wanted.get(name) ?? { answer: undefined, because: '' };
        const now = {
          answer: given.answer === undefined ? old.answer : (given.answer ?? undefined),
          because: given.because === undefined ? old.because : trimmed(given.because),
        };
        if (now.answer === undefined && now.because === '') wanted.delete(name);
        else wanted.set(name, now);
        expect(said(texts)).toEqual(wanted);
        expect(entriesBut(texts.get(file) ?? '', given.study)).toEqual(entriesBut(before, given.study));
        expect(commentsOf(texts.get(file) ?? '')).toEqual(expect.arrayContaining(kept(before, given)));
      }
    }),
    { numRuns: 400 },
  );
});

/** The entries of all studies but one, to the letter, without what stands between them. */
function entriesBut(text: string, study: string): string[] {
  const entries = text.split(/^(?=\w+:)/m).filter(each => /^\w+:/.test(each) && !each.startsWith(`${study}:`));
  const isWords = (line: string): boolean => line !== '' && !line.startsWith('#');
  return entries.map(each => each.split(/\r?\n/).filter(isWords).join('\n'));
}

/** The comments on lines of their own. */
function commentsOf(text: string): string[] {
  return text.split(/\r?\n/).filter(line => line.startsWith('#'));
}

/** Those of a text that an edit has to leave: a study that goes takes the one above it along. */
function kept(text: string, { answer, because }: GivenByRater): string[] {
  return answer === null || because === '' ? [] : commentsOf(text);
}

it('an answer and its reason that are taken back leave the file as it was', () => {
  fc.assert(
    fc.property(text, step, (start, given) => {
      const texts = new Map(others).set(file, start);
      const known = said(texts).get(`${foldId(given.study)} ${given.item}`);
      // Where something stood before, in brackets or as a key without an answer, it cannot be told apart.
      const there = new RegExp(`^${given.study}:[ \\t]*(?:\\S|\\r?\\n(?! )|$)`, 'm').test(start);
      const empty = /:[ \t]*(?:#.*)?$/m.test(start.replace(/(?:because|^\w+):[ \t]*$/gm, ''));
      fc.pre(known === undefined && !there && !empty && given.answer !== null);
      const forth = perform(texts, given);
      const back = perform(forth, { ...given, answer: null, because: '' });
      expect(back.get(file)).toBe(start);
    }),
    { numRuns: 300 },
  );
});
