// Neovim's own language client against `metasynth lsp --stdio`: the same diagnostics as `metasynth check`, and a hover.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const command = join(root, 'out', 'metasynth.js');
const counts = join(root, 'test-output', 'counts');
const results = [];

function check(title, passed, detail = '') {
  results.push(passed);
  console.log(`  ${passed ? '✔' : '✘'} ${title}${passed ? '' : `\n      ${detail}`}`);
}

function finish() {
  const passed = results.filter(Boolean).length;
  mkdirSync(counts, { recursive: true });
  writeFileSync(join(counts, 'neovim.json'), `${JSON.stringify({ passed, failed: results.length - passed })}\n`);
  console.log(`${passed} passed, ${results.length - passed} failed`);
  process.exit(passed === results.length ? 0 : 1);
}

if (spawnSync('nvim', ['--version']).error) {
  console.log('  Neovim is not on this machine, so this client is not tried here (Debian: apt-get install neovim).');
  if (process.env.CI) check('Neovim is there in CI', false, 'nvim not found');
  finish();
}

const folder = mkdtempSync(join(tmpdir(), 'metasynth-neovim-'));
try {
  cpSync(join(root, 'samples', 'peer-support'), folder, { recursive: true });
  const path = join(folder, 'studies', 'gillard2013.md');
  const text = readFileSync(path, 'utf8').replace('giving-back', 'givng-back');
  writeFileSync(path, text);
  const line = text.split('\n').findIndex(each => each.includes('givng-back'));
  const character = text.split('\n')[line].indexOf('givng-back');

  const report = JSON.parse(
    spawnSync(process.execPath, [command, 'check', folder, '--format', 'json'], { encoding: 'utf8' }).stdout,
  );
  const expected = report.diagnostics
    .filter(each => each.file === 'studies/gillard2013.md')
    .map(({ code, message, range }) => ({
      code,
      line: range.start.line,
      character: range.start.character,
      endCharacter: range.end.character,
      message,
    }));

  const given = [
    `arg_command = { ${JSON.stringify(process.execPath)}, ${JSON.stringify(command)}, 'lsp', '--stdio' }`,
    `arg_root = ${JSON.stringify(folder)}`,
    `arg_path = ${JSON.stringify(path)}`,
    `arg_position = { line = ${line}, character = ${character + 2} }`,
  ];
  const { stdout, stderr } = spawnSync(
    'nvim',
    [
      '--headless',
      '-u',
      'NONE',
      '-n',
      '-c',
      `lua ${given.join('; ')}`,
      '-c',
      `luafile ${join(root, 'test/clients/neovim.lua')}`,
    ],
    { encoding: 'utf8', timeout: 60_000 },
  );
  const answer = /^\{.*\}$/m.exec(stdout);
  check('Neovim ran to its end', answer !== null, stdout + stderr);
  if (answer) {
    const { before, after, hover } = JSON.parse(answer[0]);
    const order = list =>
      JSON.stringify(
        [...list]
          .sort((a, b) => a.line - b.line || (a.code < b.code ? -1 : 1))
          .map(each => [each.code, each.line, each.character, each.endCharacter, each.message]),
      );
    check(
      'the diagnostics that the command line tells',
      before.length > 0 && order(before) === order(expected),
      `${order(before)}\n      ${order(expected)}`,
    );
    check('they go when the text is mended', Array.isArray(after) && after.length === 0, JSON.stringify(after));
    check('a hover on a theme', /Giving back/.test(hover) && /studies/.test(hover), hover);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
finish();
