import * as l10n from '@vscode/l10n';
import { isFileName } from '../review/appraisers.js';
import { approaches } from '../syntax/definitions/review.js';
import { foldId } from '../text/words.js';
import { done, type Outcome, refused } from './pieces.js';
import { writeScalar } from './yaml-scalars.js';

export { approaches };

/** What somebody says of a review that they are about to start. All of it may be empty. */
export interface Beginning {
  readonly title: string;
  readonly question: string;
  readonly approach: string;
  /** Initials of those who appraise the studies: files are named after them. */
  readonly raters: readonly string[];
}

/** The files of a new review, relative to its folder, and folders that begin empty. */
export interface NewReview {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly folders: readonly string[];
}

/** A review that can be checked at once, with a word in each file on what goes into it. */
export function newReview(given: Beginning): Outcome<NewReview> {
  const title = oneLine(given.title) || l10n.t('A review without a title yet');
  const question = oneLine(given.question);
  const approach = given.approach.trim();
  const raters = given.raters.map(oneLine).filter(each => each !== '');
  if (approach !== '' && !approaches.some(each => each === approach)) {
    return refused(l10n.t('No approach is called "{0}". There are {1}.', approach, approaches.join(', ')));
  }
  const problem = problemOf(raters);
  if (problem !== undefined) return refused(problem);
  return done({
    files: [
      { path: 'metasynth.yaml', text: settings(title, question, approach, raters) },
      { path: 'codebook.yaml', text: codebook },
      { path: 'references.bib', text: bibliography },
      { path: 'synthesis.md', text: manuscript(title, question) },
    ],
    folders: ['studies'],
  });
}

/** Why these cannot be the raters of a review. */
function problemOf(raters: readonly string[]): string | undefined {
  const wrong = raters.find(each => !isFileName(each) || foldId(each) === 'consensus');
  if (wrong !== undefined) {
    return l10n.t('A rater cannot be called "{0}": a file is named after each. Use initials, such as JM.', wrong);
  }
  const twice = raters.find((each, index) => raters.findIndex(other => foldId(other) === foldId(each)) !== index);
  return twice === undefined ? undefined : l10n.t('Two raters are called "{0}".', twice);
}

/** Control characters and line breaks have no place in a title or a question. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ').trim();
}

function scalar(text: string, flow = false): string {
  return writeScalar(text, 'plain', { flow });
}

function settings(title: string, question: string, approach: string, raters: readonly string[]): string {
  return `# What makes this folder a review. Each line that is commented out shows what can be said here.
title: ${scalar(title)}
${question === '' ? '# question: What do people say of it?' : `question: ${scalar(question)}`}
${approach === '' ? `# approach: ${approaches[0]}` : `approach: ${approach}`}
status: draft

# The checklist that studies are appraised with, and who appraises each of them without seeing the others' answers.
appraisal:
  checklist: casp-qualitative-2018
${raters.length === 0 ? '  # raters: [JM, JS]' : `  raters: [${raters.map(each => scalar(each, true)).join(', ')}]`}

studies: studies/
codebook: codebook.yaml
bibliography: references.bib
manuscript: synthesis.md

# What is told of every study: the columns of the table. Types are text, count, number, year, set and flag.
characteristics:
  country: {type: text, required: true}
  participants: {type: count}
  method: {type: text}

# The two sides of a construct, and the headings of the manuscript that mean them.
# aspects:
#   strength: [Strengths]
#   challenge: [Challenges]
`;
}

const codebook = `# Themes are what the studies' authors made of their findings; a study names those that it carries. Constructs are this review's.
# themes:
#   giving-back:
#     label: Giving back
#     definition: Repaying help received by helping others
#     construct: reframing-identity
# constructs:
#   reframing-identity:
#     label: Reframing of identity
#     definition: Seeing oneself anew through the role
#     order: 1
`;

const bibliography = `Works by the key that cites them. What stands outside an entry is not read.

A study has a file of the same name in the folder studies: gillard2013.md begins like this.

    ---
    country: UK
    participants: 15
    themes:
      - giving-back
    ---
`;

function manuscript(title: string, question: string): string {
  const asked = question === '' ? '<!-- What does the review ask? -->' : escaped(question);
  return `# ${escaped(title)}

## Question

${asked}

## Methods

<!-- How studies were searched for, chosen and appraised. Numbers can carry what they count, so that they stay true. -->

## Included studies

<!-- The table is written by Metasynth: Generate Synthesis Table, and stays true when the studies change. -->

## Findings

<!-- A section for each construct, headed by its label. Cite the studies that a sentence rests on by their keys in brackets. -->
`;
}

/** Words as they are: nothing in them is taken for a mark, a citation or a comment. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#@!|~$^&]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=:]/, '\\$&');
}
