import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, describe, expect, test } from 'vitest';
import { copySample } from './client.js';

const root = join(import.meta.dirname, '..', '..');
const sample = 'samples/peer-support';
const removals: (() => void)[] = [];
afterEach(() => {
  for (const remove of removals.splice(0)) remove();
});

function metasynth(...given: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, NO_COLOR: '1' };
  return spawnSync(process.execPath, [join(root, 'out', 'metasynth.js'), ...given], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
}

function copy(name: string): string {
  const { folder, remove } = copySample(name);
  removals.push(remove);
  return folder;
}

function seed(name: string): Record<string, string>[] {
  const text = readFileSync(join(root, 'test', 'fixtures', 'peer-support', name), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

interface Report {
  version: number;
  reviews: { root: string; studies: number; constructs: number }[];
  summary: Record<string, number>;
  diagnostics: {
    code: string;
    severity: string;
    message: string;
    file: string;
    range: { start: { line: number } };
    related: unknown[];
  }[];
}

describe('the synthesis table of the published review', () => {
  test('equals its Table 1 in all 34 × 8 cells', () => {
    const { stdout, status } = metasynth('table', sample, '--format', 'csv');
    expect(status).toBe(0);
    const [header, ...rows] = Papa.parse<string[]>(stdout.trimEnd()).data;
    expect(header).toHaveLength(8);
    const expected = seed('table1.csv').map(row => [
      row.no,
      `${row.authors} ${row.year}${row.year_suffix}`,
      row.country,
      row.discipline,
      row.participants,
      row.method,
      row.casp,
      row.themes,
    ]);
    expect(expected).toHaveLength(34);
    expect(rows).toEqual(expected);
  });

  test('has RFC 4180 line ends, and comes as Markdown, HTML and data too', () => {
    expect(metasynth('table', sample, '--format', 'csv').stdout.split('\r\n')).toHaveLength(36);
    expect(
      metasynth('table', sample)
        .stdout.split('\n')
        .filter(line => line.startsWith('|')),
    ).toHaveLength(36);
    expect(metasynth('table', sample, '--format', 'html').stdout).toContain('<td>Moran et al. 2012b</td>');
    const data = JSON.parse(metasynth('table', sample, '--format', 'json').stdout) as {
      studies: { cells: Record<string, string> }[];
    };
    expect(data.studies[29]?.cells.participants).toBe('N/A');
  });
});

describe('a report in a file', () => {
  test('is in the format that its name tells, unless another is asked for', () => {
    const folder = copy('peer-support');
    const file = (name: string): string => join(folder, name);
    const head = (name: string): string => readFileSync(file(name)).subarray(0, 15).toString('latin1');
    for (const name of ['t.docx', 't.xlsx', 'T.HTML', 't.tex', 't.csv', 't.md', 'plain']) {
      expect(metasynth('table', folder, '-o', file(name)).status).toBe(0);
    }
    expect(['t.docx', 't.xlsx'].map(head).map(start => start.slice(0, 2))).toEqual(['PK', 'PK']);
    expect(head('T.HTML')).toBe('<!doctype html>');
    expect(head('t.tex')).toBe('% Compiles with');
    expect(head('t.csv')).toBe('No.,Study,Count');
    expect([head('t.md'), head('plain')]).toEqual(['| No. | Study |', '| No. | Study |']);
    expect(metasynth('table', folder, '--format', 'csv', '-o', file('other.md')).status).toBe(0);
    expect(head('other.md')).toBe('No.,Study,Count');
  });

  test('is the same bytes on every run, in a Word file and a workbook, too', () => {
    const folder = copy('peer-support');
    for (const ending of ['docx', 'xlsx']) {
      const [one, two] = ['one', 'two'].map(name => {
        const file = join(folder, `${name}.${ending}`);
        expect(metasynth('table', folder, '-o', file).status).toBe(0);
        return readFileSync(file);
      });
      expect(one?.equals(two!)).toBe(true);
    }
  });

  test('in a format that there is not, or that does not fit, is refused in words', () => {
    const folder = copy('worked-example');
    const wrong = metasynth('outline', folder, '-o', join(folder, 'o.xlsx'));
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('"outline" cannot be written as xlsx; it can as md, html, docx, tex, json');
    expect(existsSync(join(folder, 'o.xlsx'))).toBe(false);
    expect(metasynth('table', folder, '-o', join(folder, 't.pdf')).stderr).toContain('cannot be written as pdf');
  });

  test('of bytes goes through a pipe, and not onto a terminal', () => {
    const word = spawnSync(process.execPath, [join(root, 'out', 'metasynth.js'), 'table', sample, '--format', 'docx'], {
      cwd: root,
    });
    expect(word.stdout.subarray(0, 2).toString()).toBe('PK');
    // A terminal is what `script` gives; where there is none this is not tried.
    const terminal = spawnSync(
      'script',
      ['-qec', `"${process.execPath}" out/metasynth.js table ${sample} --format docx`, '/dev/null'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    if (terminal.error) return;
    expect(terminal.stdout).toContain('nothing to read on a terminal; name a file with -o FILE.docx');
    expect(terminal.stdout).not.toContain('PK');
  });
});

describe('the outline of the published review', () => {
  interface Outline {
    constructs: {
      label: string;
      citedSupport: number;
      divisions: { aspect: string; findings: { name: string; citations: string[] }[] }[];
    }[];
  }

  test('names every one of the 86 findings with its citations, strengths apart from challenges', () => {
    const outline = JSON.parse(metasynth('outline', sample, '--format', 'json').stdout) as Outline;
    const keyOf = new Map(keysByReference());
    const told = outline.constructs.flatMap((construct, index) =>
      construct.divisions.flatMap(division =>
        division.findings.map(finding => [finding.name, index, division.aspect, finding.citations.length]),
      ),
    );
    const findings = seed('findings.csv');
    expect(findings).toHaveLength(86);
    expect(told).toEqual(
      findings.map(row => [
        row.id?.toLowerCase(),
        row.construct === 'reframing-identity' ? 0 : 1,
        row.aspect,
        row.cited_refs?.split(';').length,
      ]),
    );
    const markdown = metasynth('outline', sample).stdout;
    for (const row of findings) {
      const keys = row.cited_refs?.split(';').map(ref => keyOf.get(ref)) ?? [];
      if (keys.every(key => key !== undefined))
        expect(markdown).toContain(`[${keys.map(key => `@${key}`).join('; ')}]`);
    }
  });

  test('tells the cited support: 32 of 34 for the first construct, 30 of 34 for the second', () => {
    const outline = JSON.parse(metasynth('outline', sample, '--format', 'json').stdout) as Outline;
    expect(outline.constructs.map(construct => construct.citedSupport)).toEqual([32, 30]);
    expect(metasynth('outline', sample).stdout).toContain('Cited here: 32 of 34 studies');
  });

  /** The studies' keys by their number in the paper's list of references. */
  function keysByReference(): [string, string][] {
    return seed('table1.csv').map(row => {
      const name = (row.authors ?? '').split(/[ &,]/)[0]?.toLowerCase() ?? '';
      return [row.ref ?? '', `${name}${row.year}${row.year_suffix}`];
    });
  }
});

describe('check', () => {
  test('the published review: what it should find, and nothing false', () => {
    const { stdout, status } = metasynth('check', sample, '--format', 'json');
    expect(status).toBe(0);
    const report = JSON.parse(stdout) as Report;
    expect(report).toMatchObject({ version: 1, reviews: [{ root: '.', studies: 34, constructs: 2 }] });
    const codes = report.diagnostics.map(each => each.code).sort();
    expect(codes).toEqual([
      'appraisal.without-items',
      'argument.challenge-unanswered',
      ...Array.from({ length: 5 }, () => 'citation.not-included'),
      'eligibility.broken',
      'number.citations',
      ...Array.from({ length: 4 }, () => 'number.disagrees'),
      'number.impossible-share',
      ...Array.from({ length: 2 }, () => 'number.one-reading'),
      'theme.undefined',
    ]);
    expect(report.summary).toEqual({ error: 0, warning: 11, info: 6, hint: 0 });
  });

  test('the worked example: what is planted in it for teaching', () => {
    const { stdout } = metasynth('check', 'samples/worked-example', '--format', 'json');
    const codes = (JSON.parse(stdout) as Report).diagnostics.map(each => each.code).sort();
    expect(codes).toEqual(['citation.not-included', 'construct.single-study', 'theme.unused']);
  });

  test('prints the same bytes on every run, and paths relative to the folder named', () => {
    const first = metasynth('check', 'samples', '--format', 'json');
    expect(metasynth('check', 'samples', '--format', 'json').stdout).toBe(first.stdout);
    const report = JSON.parse(first.stdout) as Report;
    expect(report.reviews.map(review => review.root)).toEqual(['peer-support', 'worked-example']);
    expect(new Set(report.diagnostics.map(each => each.file.split('/')[0]))).toEqual(
      new Set(['peer-support', 'worked-example']),
    );
  });

  test('a study without its appraisal is a warning, and an error once the review is final', () => {
    const folder = copy('peer-support');
    const study = join(folder, 'studies', 'gillard2013.md');
    writeFileSync(study, readFileSync(study, 'utf8').replace(/^casp:.*\n/m, ''));
    expect(metasynth('check', folder).status).toBe(0);
    expect(metasynth('check', folder, '--fail-on', 'warning').status).toBe(1);
    const settings = join(folder, 'metasynth.yaml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^status: draft/m, 'status: final'));
    const final = metasynth('check', folder);
    expect(final.status).toBe(1);
    expect(final.stdout).toMatch(/error\s+Gillard et al\. 2013 has no appraisal/);
    expect(metasynth('check', folder, '--fail-on', 'never').status).toBe(0);
  });

  test('wrong use and what cannot be read end with 2 and a sentence', () => {
    const folder = copy('peer-support');
    mkdirSync(join(folder, '..', `${folder}-empty`), { recursive: true });
    for (const given of [
      ['check', 'no-such-folder'],
      ['check', '--format', 'xml'],
      ['chekc'],
      ['check', 'package.json'],
    ]) {
      const { status, stderr, stdout } = metasynth(...given);
      expect({ given, status, stdout }).toEqual({ given, status: 2, stdout: '' });
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(stderr.trim()).not.toBe('');
    }
  });

  test('a folder without a review says so', () => {
    const { status, stderr } = metasynth('check', 'docs');
    expect(status).toBe(2);
    expect(stderr).toContain('no review here');
  });
});

describe('update', () => {
  test('the samples are up to date', () => {
    expect(metasynth('update', 'samples', '--check')).toMatchObject({ status: 0 });
  });

  test('writes the stale block and nothing else, and then has nothing more to do', () => {
    const folder = copy('peer-support');
    const manuscript = join(folder, 'synthesis.md');
    const before = readFileSync(manuscript, 'utf8');
    const study = join(folder, 'studies', 'gillard2013.md');
    writeFileSync(study, readFileSync(study, 'utf8').replace(/^country: UK$/m, 'country: Wales'));
    expect(metasynth('update', folder, '--check')).toMatchObject({
      status: 1,
      stdout: 'synthesis.md: synthesis-table is stale\n',
    });
    expect(readFileSync(manuscript, 'utf8')).toBe(before);
    expect(metasynth('update', folder)).toMatchObject({ status: 0, stdout: 'synthesis.md: synthesis-table updated\n' });
    const row = '| Gillard et al. 2013 | UK |';
    expect(before.split(row)).toHaveLength(2);
    expect(readFileSync(manuscript, 'utf8')).toBe(before.replace(row, row.replace('UK', 'Wales')));
    expect(metasynth('update', folder, '--check').status).toBe(0);
  });

  test('keeps line ends and a byte-order mark', () => {
    const folder = copy('worked-example');
    const manuscript = join(folder, 'synthesis.md');
    const text = readFileSync(manuscript, 'utf8');
    const windows = `\ufeff${text.replace(/\n/g, '\r\n')}`;
    writeFileSync(
      manuscript,
      windows.replace(/(<!-- metasynth:outline -->)[\s\S]*?(<!-- \/metasynth:outline -->)/, '$1\r\n$2'),
    );
    expect(metasynth('update', folder).status).toBe(0);
    expect(readFileSync(manuscript, 'utf8')).toBe(windows);
  });
});

describe('draft', () => {
  /** A sample of which one construct has lost its section, with the line ends of Windows. */
  function lacking(): { folder: string; manuscript: string; before: string } {
    const folder = copy('worked-example');
    const manuscript = join(folder, 'synthesis.md');
    const before = readFileSync(manuscript, 'utf8')
      .replace(/^## Making time habitable\n[\s\S]*?(?=^## )/m, '')
      .replace(/\n/g, '\r\n');
    writeFileSync(manuscript, before);
    return { folder, manuscript, before };
  }

  test('prints the manuscript as it would be, and writes nothing', () => {
    const { folder, manuscript, before } = lacking();
    const { status, stdout } = metasynth('draft', folder);
    expect(status).toBe(0);
    expect(stdout).toContain('\r\n## Making time habitable\r\n\r\nAt a light each watch is like the last');
    expect(stdout.replace(/\r\n/g, '')).not.toContain('\n');
    expect(readFileSync(manuscript, 'utf8')).toBe(before);
    expect(existsSync(join(folder, 'figures', 'characteristics.svg'))).toBe(false);
  });

  test('writes it when told to, with its pictures, and then lacks nothing', () => {
    const { folder, manuscript } = lacking();
    const printed = metasynth('draft', folder).stdout;
    expect(metasynth('draft', folder, '--write')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('synthesis.md: Making time habitable drafted\n'),
    });
    expect(readFileSync(manuscript, 'utf8')).toBe(printed);
    expect(existsSync(join(folder, 'figures', 'characteristics.svg'))).toBe(true);
    expect(metasynth('draft', folder, '--write').stdout).toBe('The results lack nothing that could be drafted.\n');
    expect(metasynth('draft', folder).stdout).toBe(printed);
  });

  test('says so where it would not be read as it is meant', () => {
    const folder = copy('worked-example');
    writeFileSync(join(folder, 'synthesis.md'), '# Left open\n\n```\n');
    const { status, stdout, stderr } = metasynth('draft', folder, '--write');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('left open');
    expect(readFileSync(join(folder, 'synthesis.md'), 'utf8')).toBe('# Left open\n\n```\n');
  });
});

describe('other commands', () => {
  test('a report goes into a file, which is not written over unasked', () => {
    const folder = copy('peer-support');
    const file = join(folder, 'table.md');
    expect(metasynth('table', folder, '-o', file).status).toBe(0);
    const written = readFileSync(file, 'utf8');
    const again = metasynth('outline', folder, '-o', file);
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('--force');
    expect(readFileSync(file, 'utf8')).toBe(written);
    expect(existsSync(`${file}.metasynth-new`)).toBe(false);
  });

  test('explain prints the page of a code, and offers the nearest for one that is none', () => {
    expect(metasynth('explain', 'theme.unknown').stdout).toContain('# A theme that the codebook does not have');
    const wrong = metasynth('explain', 'theme.unknwon');
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('Did you mean "theme.unknown"?');
  });

  test('the review is found from a folder inside it', () => {
    const { stdout } = metasynth('table', `${sample}/studies`, '--format', 'csv');
    expect(stdout.split('\r\n')).toHaveLength(36);
  });
});

test('update leaves a manuscript alone that it could not write back letter for letter', () => {
  const folder = copy('peer-support');
  const manuscript = join(folder, 'synthesis.md');
  const bytes = Buffer.concat([
    Buffer.from('\ufeffCaf'),
    Buffer.from([0xe9]),
    Buffer.from('\n\n<!-- metasynth:outline -->\n<!-- /metasynth:outline -->\n'),
  ]);
  writeFileSync(manuscript, bytes);
  const { status, stderr } = metasynth('update', folder);
  expect(status).toBe(2);
  expect(stderr).toContain('UTF-8');
  expect(readFileSync(manuscript).equals(bytes)).toBe(true);
});

test('a title cannot steer the terminal', () => {
  const folder = copy('worked-example');
  const settings = join(folder, 'metasynth.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^title:.*$/m, 'title: "A\\e]0;owned\\a\\e[2J"'));
  const { stdout } = metasynth('check', folder);
  expect(stdout).toContain('A�]0;owned��[2J');
});

describe('starting a review', () => {
  test('writes files that can be checked at once, and that say what was told', () => {
    const folder = join(copy('peer-support'), 'new', 'one');
    const made = metasynth('init', folder, '--title', 'Coming: home', '--raters', 'JM,JS', '--approach', 'metasummary');
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, 'metasynth.yaml'), 'utf8')).toContain('title: "Coming: home"');
    expect(existsSync(join(folder, 'studies'))).toBe(true);
    expect(metasynth('check', folder, '--fail-on', 'warning')).toMatchObject({ status: 0, stderr: '' });
  });

  test('writes nothing where a file is there already, in whatever capitals', () => {
    const folder = join(copy('peer-support'), 'new');
    mkdirSync(folder);
    writeFileSync(join(folder, 'Codebook.yaml'), 'mine');
    const refused = metasynth('init', folder);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('codebook.yaml');
    expect(existsSync(join(folder, 'metasynth.yaml'))).toBe(false);
    expect(readFileSync(join(folder, 'Codebook.yaml'), 'utf8')).toBe('mine');
  });

  test('refuses what cannot be: an approach or a rater that is none', () => {
    const folder = join(copy('peer-support'), 'new');
    expect(metasynth('init', folder, '--approach', 'guessing').status).toBe(2);
    expect(metasynth('init', folder, '--raters', '../JM').status).toBe(2);
    expect(existsSync(folder)).toBe(false);
  });
});
