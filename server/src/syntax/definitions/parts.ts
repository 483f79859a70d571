import type * as z from 'zod';
import { checklist } from './checklist.js';
import { codebook } from './codebook.js';
import { coding } from './coding.js';
import { confidence } from './confidence.js';
import { rater } from './rater.js';
import { review } from './review.js';
import { study } from './study.js';
import { translation } from './translation.js';

/** The definition of every YAML part of a review, by the part's name. */
export const definitions = {
  review,
  study,
  codebook,
  rater,
  coding,
  translation,
  confidence,
  checklist,
} satisfies Record<string, z.ZodType>;

/** A YAML part of a review. `study` is both a Markdown study's front matter and a YAML study. */
export type Part = keyof typeof definitions;

/** All parts, in the order in which the reference describes them. */
export const parts = Object.keys(definitions) as readonly Part[];
