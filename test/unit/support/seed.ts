import fc from 'fast-check';

/**
 * Property-based tests draw the same examples on every run, so that a build fails for what changed and for nothing else.
 * `FC_SEED=random npx vitest run` looks for new ones, `FC_SEED=123` repeats a find.
 */
const given = process.env.FC_SEED;
if (given !== 'random') fc.configureGlobal({ seed: given === undefined ? 20_151_010 : Number(given) });
