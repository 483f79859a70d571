// Tests the grammars in `syntaxes/` on top of VS Code's own.
//
//   node test/grammar/run.mjs [--update] [--extensions FOLDER]
//
// `*.test.md`, `*.test.yaml`: assertions under the lines (vscode-tmgrammar-test). `ordinary/`: files of other people's,
// in which nothing may be coloured. The samples: the host stays as it was wherever we colour nothing, and what we colour
// is remembered in `snapshots/` (`--update` after a sample has changed). `--extensions`: the folder of VS Code's
// built-in extensions, to try another version of it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { output, repository } from '../host/vscode/paths.mjs';
import { checkAssertions, checkHostUnbroken, checkSnapshot, checkUntouched } from './checks.mjs';
import { findHostGrammars } from './hosts.mjs';
import { contributed, createRegistry, expectedContributions, tokenize } from './tokens.mjs';

/** Of the samples, one of each kind of file: its colours are remembered. */
const REMEMBERED = [
  'worked-example/appraisals/consensus.yaml',
  'worked-example/metasynth.yaml',
  'worked-example/studies/barnacleby2006.md',
  'worked-example/studies/kelpington2014.yaml',
  'worked-example/synthesis.md',
  'worked-example/translation.yaml',
];

/** Characters in a hostile line. From 20,000 on VS Code does not tokenize a line (`editor.maxTokenizationLineLength`). */
const HOSTILE_LINE = 8_000;

/** What a hostile text may cost on top of what it costs without us, in milliseconds; it costs about a tenth of this. */
const HOSTILE_LIMIT = 1_500;

const { values } = parseArgs({ options: { update: { type: 'boolean' }, extensions: { type: 'string' } } });
const folder = join(repository, 'test', 'grammar');
const print = line => void process.stdout.write(`${line}\n`);
const counts = { passed: 0, failed: 0 };

function report(name, failures) {
  counts[failures.length === 0 ? 'passed' : 'failed']++;
  print(`${failures.length === 0 ? 'ok    ' : 'FAILED'}  ${name}`);
  for (const failure of failures.slice(0, 10)) print(`          ${failure}`);
  if (failures.length > 10) print(`          and ${failures.length - 10} more`);
}

/** All files below a folder, sorted, that are Markdown or YAML. */
function filesIn(at) {
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:md|ya?ml)$/.test(entry.name))
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** Long lines of what our patterns begin with, closed and left open. */
function hostileTexts() {
  const fill = unit => unit.repeat(Math.ceil(HOSTILE_LINE / unit.length)).slice(0, HOSTILE_LINE);
  const units = [
    '#a ',
    '#a <!-- ',
    '[@a ',
    '[@a2010; ',
    '@a2010',
    '(P1 ',
    '1',
    '1<!-- = ',
    '<!-- ',
    '"x" (p. ',
    '- a: ',
  ];
  return units.map(unit => ({ unit, text: `word ${fill(unit)}\n${fill(unit)}\n> q ${fill(unit)}` }));
}

/** Milliseconds to tokenize a text as Markdown and as YAML. */
async function timeOf(registry, text) {
  const started = performance.now();
  await tokenize(registry, 'hostile.md', text);
  await tokenize(registry, 'hostile.yaml', text);
  return performance.now() - started;
}

async function main() {
  const hosts = findHostGrammars(values.extensions);
  if (!hosts) {
    report('VS Code’s own grammars: neither among the development dependencies nor in .vscode-test', ['not found']);
    return;
  }
  const registry = createRegistry(hosts, true);
  const plain = createRegistry(hosts, false);
  const byScope = (a, b) => a.path.localeCompare(b.path);
  const [said, wanted] = [contributed().toSorted(byScope), expectedContributions().toSorted(byScope)];
  const agree = JSON.stringify(said) === JSON.stringify(wanted);
  report('package.json: contributes.grammars', agree ? [] : [`should be ${JSON.stringify(wanted)}`]);

  for (const path of filesIn(folder).filter(file => /\.test\.\w+$/.test(file))) {
    report(relative(repository, path), await checkAssertions(registry, readFileSync(path, 'utf8')));
  }
  for (const path of filesIn(join(folder, 'ordinary'))) {
    report(
      `${relative(repository, path)}: untouched`,
      await checkUntouched(registry, path, readFileSync(path, 'utf8')),
    );
  }
  for (const path of filesIn(join(repository, 'samples'))) {
    const text = readFileSync(path, 'utf8');
    const name = relative(join(repository, 'samples'), path).replaceAll(sep, '/');
    const failures = await checkHostUnbroken(registry, plain, path, text);
    if (REMEMBERED.includes(name)) {
      const snapshot = join(folder, 'snapshots', `${name.replaceAll('/', '.')}.snap`);
      failures.push(...(await checkSnapshot(registry, path, text, snapshot, values.update)));
    }
    report(`samples/${name}`, failures);
  }
  for (const { unit, text } of hostileTexts()) {
    const more = Math.round((await timeOf(registry, text)) - (await timeOf(plain, text)));
    const name = `${HOSTILE_LINE} characters of “${unit}”`;
    report(name, more > HOSTILE_LIMIT ? [`takes ${more} ms more than without our grammars`] : []);
  }
}

await main();
mkdirSync(join(output, 'counts'), { recursive: true });
writeFileSync(join(output, 'counts', 'grammar.json'), `${JSON.stringify(counts)}\n`);
print(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
