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
import { contributed, createRegistry, expectedContributions } from './tokens.mjs';

/** A line longer than this is not tokenized by VS Code unless a setting raises it (`editor.maxTokenizationLineLength`). */
const LONGEST_LINE = 20_000;

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

/** Long lines and things left open, each of which must be done in a second. */
function hostileTexts() {
  const fill = unit => unit.repeat(Math.ceil(LONGEST_LINE / unit.length)).slice(0, LONGEST_LINE);
  const units = ['#a ', '[@a ', '@a2010', '[', '(P1 ', '1', '1<!-- = ', '<!-- ', '> "x" (', '- a: ', '[@a2010; ', '#a <!-- '];
  return units.map(unit => ({ unit, text: `word ${fill(unit)}\n${fill(unit)}\n> q ${fill(unit)}` }));
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
    report(`${relative(repository, path)}: untouched`, await checkUntouched(registry, path, readFileSync(path, 'utf8')));
  }
  for (const path of filesIn(join(repository, 'samples'))) {
    const text = readFileSync(path, 'utf8');
    const name = relative(join(repository, 'samples'), path).split(sep);
    const snapshot = join(folder, 'snapshots', `${name.join('.')}.snap`);
    report(`samples/${name.join('/')}`, [
      ...(await checkHostUnbroken(registry, plain, path, text)),
      ...(await checkSnapshot(registry, path, text, snapshot, values.update)),
    ]);
  }
  for (const { unit, text } of hostileTexts()) {
    const started = performance.now();
    const failures = await checkHostUnbroken(registry, plain, 'hostile.md', text);
    await checkHostUnbroken(registry, plain, 'hostile.yaml', text);
    const took = performance.now() - started;
    report(`${LONGEST_LINE} characters of “${unit}”`, took > 20_000 ? [...failures, `took ${took} ms`] : failures);
  }
}

await main();
mkdirSync(join(output, 'counts'), { recursive: true });
writeFileSync(join(output, 'counts', 'grammar.json'), `${JSON.stringify(counts)}\n`);
print(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
