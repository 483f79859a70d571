// What LibreOffice makes of the office files: it opens them, sets them as PDF, and all words of the review are there.
// Skipped, and said so, where LibreOffice or Poppler is not on the machine.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const counts = join(root, 'test-output', 'counts');
let passed = 0;
let failed = 0;

main();

function main() {
  const missing = ['soffice', 'pdftotext', 'pdfinfo'].filter(
    program => spawnSync(program, ['--help'], { stdio: 'ignore' }).error !== undefined,
  );
  if (missing.length > 0) {
    console.log(`SKIPPED: ${missing.join(' and ')} not found; office files are not tried in LibreOffice.`);
    console.log('On Debian: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils');
  } else {
    const folder = mkdtempSync(join(tmpdir(), 'metasynth-office-'));
    try {
      tryAll(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  mkdirSync(counts, { recursive: true });
  writeFileSync(join(counts, 'office.json'), `${JSON.stringify({ passed, failed })}\n`);
  if (failed > 0) process.exitCode = 1;
}

/** @param {string} folder */
function tryAll(folder) {
  const hostile = join(folder, 'hostile');
  mkdirSync(join(hostile, 'studies'), { recursive: true });
  writeFileSync(
    join(hostile, 'metasynth.yaml'),
    'title: "T ]]> <b>&"\ncharacteristics: {note: {type: text}}\ntable: {columns: [no, study, note], caption: "<w:p/> ]]>"}\n',
  );
  writeFileSync(
    join(hostile, 'studies', 'a.md'),
    '---\ncite: "<img src=x onerror=alert(1)>"\nnote: "=1+1 _x0041_ ]]> & 汉字"\n---\n',
  );
  const reviews = {
    'peer-support': join(root, 'samples/peer-support'),
    'worked-example': join(root, 'samples/worked-example'),
    hostile,
  };
  for (const [name, review] of Object.entries(reviews)) {
    for (const [report, ending] of [
      ['table', 'docx'],
      ['outline', 'docx'],
      ['table', 'xlsx'],
    ]) {
      const file = join(folder, `${name}-${report}-${ending}.${ending}`);
      metasynth(report, review, '-o', file);
    }
  }
  // One start of LibreOffice for all of them.
  const files = Object.keys(reviews).flatMap(name =>
    ['table-docx.docx', 'outline-docx.docx', 'table-xlsx.xlsx'].map(rest => join(folder, `${name}-${rest}`)),
  );
  const { status, stderr } = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...files,
    ],
    { encoding: 'utf8', timeout: 300_000 },
  );
  check('LibreOffice opens every file', status === 0, stderr);

  for (const [name, review] of Object.entries(reviews)) {
    const cells = metasynth('table', review, '--format', 'json');
    const { studies } = JSON.parse(cells);
    const values = studies.flatMap((/** @type {{cells: Record<string, string>}} */ study) =>
      Object.values(study.cells),
    );
    for (const kind of ['docx', 'xlsx']) {
      const text = textOf(join(folder, `${name}-table-${kind}.pdf`));
      const lost = values.filter((/** @type {string} */ value) => !text.includes(letters(value)));
      check(`${name}: every cell of the table is on the pages of the ${kind}`, lost.length === 0, lost.join(' | '));
    }
  }
  const pages = spawnSync('pdfinfo', [join(folder, 'peer-support-table-docx.pdf')], { encoding: 'utf8' }).stdout;
  check('Table 1 lies on its side on A4', /Page size:\s+841\.\d+ x 595\.\d+|842 x 595/.test(pages), pages);
  const table = spawnSync('pdftotext', ['-layout', join(folder, 'peer-support-table-docx.pdf'), '-'], {
    encoding: 'utf8',
  }).stdout;
  const sheets = table.split('\f').filter(page => /^\d+ +[A-Z]/m.test(page));
  check(
    'its headings stand on every page that has rows',
    sheets.length > 1 && sheets.every(page => /No\.\s+Study\s+Country/.test(page)),
    table,
  );
  check('its caption is counted', /^\s*Table 1\. Characteristics of the included studies/m.test(table), table);
  const hostile2 = spawnSync('pdftotext', ['-layout', join(folder, 'hostile-table-xlsx.pdf'), '-'], {
    encoding: 'utf8',
  }).stdout;
  check('what begins like a formula is text', hostile2.includes('=1+1'), hostile2);
  check('nothing is read as a code of Excel', hostile2.includes('_x0041_'), hostile2);
  const outline = textOf(join(folder, 'worked-example-outline-docx.pdf'));
  check(
    'an outline ends with its list of references',
    outline.includes(letters('Journal of Offshore Husbandry, 12, 201–')),
    outline,
  );
}

/** @param {string[]} given */
function metasynth(...given) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'out', 'metasynth.js'), ...given], {
    encoding: 'utf8',
  });
  if (status !== 0) check(`metasynth ${given.join(' ')}`, false, stderr);
  return stdout;
}

/** The words of a PDF without their spaces: lines break elsewhere. @param {string} file */
function textOf(file) {
  const text = join(`${file}.txt`);
  spawnSync('pdftotext', ['-raw', file, text]);
  return letters(readFileSync(text, 'utf8'));
}

/** @param {string} text */
function letters(text) {
  return text
    .replace(/[\s\u00ad]+/g, '')
    .replace(/ﬁ/g, 'fi')
    .replace(/ﬂ/g, 'fl');
}

/** @param {string} what @param {boolean} holds @param {string} otherwise */
function check(what, holds, otherwise) {
  if (holds) passed += 1;
  else failed += 1;
  console.log(`${holds ? '✓' : '✗'} ${what}${holds ? '' : `\n${otherwise.slice(0, 2000)}`}`);
}
