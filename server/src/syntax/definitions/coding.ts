import * as z from 'zod';
import { entries } from './common.js';
import { carriedThemes } from './study.js';

/** A coder's file in `coding/`: the themes that one person gave each study, for agreement. */
export const coding = entries(
  z.string(),
  carriedThemes().meta({
    description: 'The themes that this coder gave the study.',
    examples: [['boundaries', 'giving-back']],
  }),
  'the keys of studies, each with its themes',
).meta({ thing: 'the coding' });
