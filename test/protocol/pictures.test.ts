import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { pictureState, writePicture } from '../../server/src/cli/pictures.js';
import { pictureMark } from '../../server/src/figures/drawing.js';
import { copySample } from './client.js';

const root = join(import.meta.dirname, '..', '..');
const removals: (() => void)[] = [];
afterEach(() => {
  for (const remove of removals.splice(0)) remove();
});

function metasynth(...given: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(root, 'out', 'metasynth.js'), ...given], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
}

function withFlow(): string {
  const { folder, remove } = copySample('worked-example');
  removals.push(remove);
  const manuscript = join(folder, 'synthesis.md');
  const text = readFileSync(manuscript, 'utf8');
  writeFileSync(manuscript, `${text}\n<!-- metasynth:flow -->\n<!-- /metasynth:flow -->\n`);
  return folder;
}

describe('update', () => {
  test('writes a block and its picture, and tells of each that is stale', () => {
    const folder = withFlow();
    const picture = join(folder, 'figures', 'flow.svg');
    expect(metasynth('update', folder, '--check')).toMatchObject({
      status: 1,
      stdout: 'synthesis.md: flow is stale\nfigures/flow.svg: is stale\n',
    });
    expect(existsSync(picture)).toBe(false);
    expect(metasynth('update', folder).status).toBe(0);
    const svg = readFileSync(picture, 'utf8');
    expect(svg).toContain('Records screened');
    expect(metasynth('update', folder, '--check')).toMatchObject({ status: 0 });

    writeFileSync(picture, svg.replace('Records screened', 'Records scanned'));
    expect(metasynth('update', folder, '--check')).toMatchObject({
      status: 1,
      stdout: 'figures/flow.svg: is stale\n',
    });
    expect(metasynth('update', folder).status).toBe(0);
    expect(readFileSync(picture, 'utf8')).toBe(svg);
  });

  test('leaves a picture of somebody else as it is, and says so', () => {
    const folder = withFlow();
    const picture = join(folder, 'figures', 'flow.svg');
    mkdirSync(join(folder, 'figures'));
    writeFileSync(picture, '<svg>mine</svg>');
    const { status, stderr } = metasynth('update', folder);
    expect(status).toBe(1);
    expect(stderr).toContain('figures/flow.svg: is not written');
    expect(readFileSync(picture, 'utf8')).toBe('<svg>mine</svg>');
  });
});

describe('figures on the command line', () => {
  test('come as SVG and PNG, by their names; one that there is not is told with those that there are', () => {
    const { folder, remove } = copySample('worked-example');
    removals.push(remove);
    expect(metasynth('appraisal', folder, '--format', 'svg', '--figure', 'appraisal-bars').stdout).toContain('<svg ');
    const file = join(folder, 'flow.png');
    expect(metasynth('flow', folder, '--format', 'png', '-o', file).status).toBe(0);
    expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
    expect(metasynth('appraisal', folder, '--format', 'svg', '--figure', 'pie')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('there is appraisal, appraisal-bars'),
    });
    expect(metasynth('outline', folder, '--format', 'svg').status).toBe(2);
  });

  test('lie beside a Markdown file that shows them', () => {
    const { folder, remove } = copySample('worked-example');
    removals.push(remove);
    expect(metasynth('appraisal', folder, '-o', join(folder, 'appraisal.md')).status).toBe(0);
    expect(existsSync(join(folder, 'figures', 'appraisal.svg'))).toBe(true);
    expect(existsSync(join(folder, 'figures', 'appraisal-bars.svg'))).toBe(true);
  });
});

describe('a picture on the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'metasynth-pictures-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const picture = { path: 'figures/flow.svg', svg: `<svg>\n${pictureMark}\n</svg>\n` };

  test('is written where there is none, and where an older one of ours is', () => {
    expect(pictureState(folder, picture)).toBe('stale');
    writePicture(folder, picture);
    expect(pictureState(folder, picture)).toBe('fits');
    const later = { ...picture, svg: picture.svg.replace('</svg>', '<g/></svg>') };
    expect(pictureState(folder, later)).toBe('stale');
    writePicture(folder, later);
    expect(readFileSync(join(folder, picture.path), 'utf8')).toBe(later.svg);
  });

  test('fits whatever the line breaks that git gives it', () => {
    writeFileSync(join(folder, picture.path), picture.svg.replace(/\n/g, '\r\n'));
    expect(pictureState(folder, picture)).toBe('fits');
  });

  test('of somebody else stays, and so does what a link leads to', () => {
    const own = { ...picture, path: 'figures/own.svg' };
    writeFileSync(join(folder, own.path), '<svg/>');
    expect(pictureState(folder, own)).toBe('foreign');
    writePicture(folder, own);
    expect(readFileSync(join(folder, own.path), 'utf8')).toBe('<svg/>');

    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, join(folder, 'linked'));
    expect(pictureState(folder, { ...picture, path: 'linked/flow.svg' })).toBe('foreign');
    writeFileSync(join(elsewhere, 'flow.svg'), picture.svg);
    symlinkSync(join(elsewhere, 'flow.svg'), join(folder, 'figures', 'link.svg'));
    expect(pictureState(folder, { ...picture, path: 'figures/link.svg' })).toBe('foreign');
  });
});
