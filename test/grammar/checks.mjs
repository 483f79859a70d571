// What is asked of the tokens of a file. Each check gives the failures as lines of text; none is a pass.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { tokenize } from './tokens.mjs';

const { parseGrammarTestCase, runGrammarTestCase } = createRequire(import.meta.url)(
  'vscode-tmgrammar-test/dist/unit/index.js',
);

/** Scopes that only mark a stretch which the host's rules still read. */
const REGIONS = /^(?:meta\.(?:themes|eligibility|works)|markup\.other\.generated)\.metasynth$/;

const isOurs = scope => scope.endsWith('.metasynth');

/** Runs the assertions in a file, in the form of vscode-tmgrammar-test. */
export async function checkAssertions(registry, text) {
  const failures = await runGrammarTestCase(registry, parseGrammarTestCase(text));
  return failures.map(({ line, start, end, missing, unexpected, actual }) => {
    const wanted = [...missing.map(scope => `lacks ${scope}`), ...unexpected.map(scope => `must not be ${scope}`)];
    return `line ${line + 1}, ${start}–${end}: ${wanted.join(', ')}; is ${actual.join(' ')}`;
  });
}

/** Nothing of ours colours an ordinary file. */
export async function checkUntouched(registry, path, text) {
  return (await tokenize(registry, path, text)).flatMap(({ line, tokens }, i) =>
    tokens
      .filter(({ scopes }) => scopes.some(scope => isOurs(scope) && !REGIONS.test(scope)))
      .map(token => `line ${i + 1}: ${line.slice(token.startIndex, token.endIndex)} is ${token.scopes.join(' ')}`),
  );
}

/** Wherever our grammars colour nothing, the host's scopes are what they are without us: the host is not thrown off. */
export async function checkHostUnbroken(registry, plain, path, text) {
  const without = await tokenize(plain, path, text);
  return (await tokenize(registry, path, text)).flatMap(({ line, tokens }, i) => {
    const host = without[i].tokens;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      if (scopes.some(scope => isOurs(scope) && !REGIONS.test(scope))) return [];
      const own = scopes.filter(scope => !isOurs(scope)).join(' ');
      const changed = host.find(
        token => token.startIndex < endIndex && startIndex < token.endIndex && token.scopes.join(' ') !== own,
      );
      if (!changed || startIndex >= line.length) return [];
      const words = line.slice(startIndex, endIndex);
      return [`line ${i + 1}: “${words}” is ${own}, without our grammars ${changed.scopes.join(' ')}`];
    });
  });
}

/** Compares what we colour in a file with what is remembered of it; the host's own scopes are left out. */
export async function checkSnapshot(registry, path, text, snapshot, update) {
  const coloured = (await tokenize(registry, path, text)).flatMap(({ line, tokens }) =>
    tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const scope = scopes.at(-1);
      return isOurs(scope) && !scope.startsWith('m')
        ? [`${line.slice(startIndex, endIndex)}\t${scope.replace('.metasynth', '')}`]
        : [];
    }),
  );
  if (update || !existsSync(snapshot)) {
    mkdirSync(dirname(snapshot), { recursive: true });
    writeFileSync(snapshot, `${coloured.join('\n')}\n`);
    return [];
  }
  const remembered = readFileSync(snapshot, 'utf8').trimEnd().split('\n');
  const at = coloured.findIndex((token, i) => token !== remembered[i]);
  const first = at < 0 && coloured.length < remembered.length ? coloured.length : at;
  if (first < 0) return [];
  return [`token ${first + 1} is ${coloured[first] ?? 'missing'}, was ${remembered[first] ?? 'missing'} (--update?)`];
}
