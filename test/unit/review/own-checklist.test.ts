import { expect, test } from 'vitest';
import { reviewOf } from '../support/review.js';

const settings = `=== metasynth.yaml ===
title: T
question: Q
approach: qualitative-metasynthesis
appraisal:
  checklist: our-checklist.yaml
  raters: [JM]
  scoring: zero-to-twenty
characteristics: {country: {type: text}}
`;

const checklist = `=== our-checklist.yaml ===
title: Our checklist for narratives
answers: [yes, partly, no]
bands: {thin: 0, rich: 3}
items:
  2:
    label: Setting
    question: Does the narrative say where and when it was told?
    look-for: [a place, a time]
    screening: yes
  1: Voice
`;

const rest = `=== codebook.yaml ===
themes: {}
=== references.bib ===
@article{a2001, author = {Ash, A.}, year = 2001}
=== synthesis.md ===
Of the studies, 1<!-- = studies where band:rich --> is rich, and 1<!-- = studies where item-2:partly --> partly tells its setting [@a2001].
=== studies/a2001.md ===
---
country: UK
---
`;

const answers = (two: string): string => `=== appraisals/JM.yaml ===
a2001:
  1: yes
  2: ${two}
  because:
    2: told in passing
`;

test('a checklist of the review’s own has questions, answers and bands like any other', () => {
  const { review, diagnoses } = reviewOf(settings + checklist + rest + answers('partly'));
  expect(review.checklist?.items.map(({ number, label }) => `${number} ${label}`)).toEqual(['1 Voice', '2 Setting']);
  expect(review.checklist?.answers.map(({ id, label }) => `${id}: ${label}`)).toEqual([
    'yes: Yes',
    'partly: Partly',
    'no: No',
  ]);
  expect(review.studies[0]?.total).toBe(3);
  expect(diagnoses().filter(({ code }) => !code.startsWith('citation'))).toEqual([]);
});

test('an answer that it does not have is told, and so is a question', () => {
  const { diagnoses } = reviewOf(settings + checklist + rest + answers("can't tell").replace('1: yes', '3: yes'));
  expect(diagnoses().map(({ code }) => code)).toEqual(
    expect.arrayContaining(['appraisal.unknown-answer', 'appraisal.unknown-item']),
  );
});

test('bands of metasynth.yaml go before its own', () => {
  const own = settings.replace('  scoring', '  bands: {fair: 0}\n  scoring');
  expect(reviewOf(own + checklist + rest + answers('no')).review.bands.map(({ name }) => name)).toEqual(['fair']);
});

test('a checklist that is not there is told at its name', () => {
  const { diagnoses } = reviewOf(settings + rest + answers('no'));
  expect(diagnoses('review.file-missing').map(({ message }) => message)).toEqual([
    'There is no file "our-checklist.yaml" (the checklist) in this review. Put it back, or correct its name here.',
  ]);
});

test('a checklist that is being written keeps what can be read', () => {
  const broken = checklist.replace('label: Setting', 'label: [Setting');
  const { review } = reviewOf(settings + broken + rest + answers('no'));
  expect(review.checklist?.items.map(({ number }) => number)).toContain(1);
});
