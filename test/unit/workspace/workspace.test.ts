import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleReview } from '../../../server/src/rules/example.js';
import type { ReviewState } from '../../../server/src/workspace/review-state.js';
import { Workspace } from '../../../server/src/workspace/workspace.js';
import { type Disk, disk } from '../support/disk.js';

async function opened(host: Disk, folder = '/'): Promise<{ workspace: Workspace; told: string[][] }> {
  const told: string[][] = [];
  // As a server keeps it: what is compared with a workspace of its own is compared with plain facts.
  const workspace = new Workspace(host, states => told.push(states.map(state => state.root)), undefined, true);
  await workspace.setFolders([folder === '/' ? '' : folder]);
  return { workspace, told };
}

const say = (state: ReviewState | undefined): string =>
  JSON.stringify(
    state
      ?.judge({})
      .all()
      .map(({ path, range, code, message }) => [path, range, code, message]),
  );

const codes = (state: ReviewState | undefined): string[] =>
  state
    ?.judge({})
    .all()
    .map(each => each.code) ?? [];

describe('which review owns a file', () => {
  test('is the nearest metasynth.yaml upwards; outside of all it is left alone', async () => {
    const host = disk('/a');
    for (const { path, text } of exampleReview('')) host.write(`/a/inner/${path}`, text);
    host.write('/other/studies/x.md', '---\n---\n');
    const { workspace } = await opened(host);
    expect(workspace.reviews.map(state => state.review.studies.length)).toEqual([2, 2]);
    expect(workspace.owner('/a/inner/studies/gillard2013.md')).toMatchObject({
      path: 'studies/gillard2013.md',
      state: { root: '/a/inner' },
    });
    expect(workspace.owner('/a/studies/gillard2013.md')?.state.root).toBe('/a');
    expect(workspace.owner('/other/studies/x.md')).toBeUndefined();
  });

  test('changes when a metasynth.yaml appears or goes', async () => {
    const host = disk('/a');
    const { workspace, told } = await opened(host);
    host.write('/a/studies/metasynth.yaml', 'title: Inner\n');
    await workspace.changedOnDisk([{ address: '/a/studies/metasynth.yaml', kind: 'created' }]);
    expect(workspace.owner('/a/studies/gillard2013.md')?.state.root).toBe('/a/studies');
    expect(workspace.owner('/a/codebook.yaml')?.state.review.studies).toHaveLength(0);
    host.files.delete('/a/metasynth.yaml');
    await workspace.changedOnDisk([{ address: '/a/metasynth.yaml', kind: 'deleted' }]);
    expect(workspace.reviews.map(state => state.root)).toEqual(['/a/studies']);
    expect(told.at(-1)).toContain('/a');
  });
});

describe('open text', () => {
  test('counts over the disk until it is closed', async () => {
    const host = disk();
    const { workspace } = await opened(host);
    const study = '/review/studies/moran2012.md';
    await workspace.edit(study, '---\ncountry: USA\nthemes: [givng-back]\ncasp: 9\n---\n');
    expect(codes(workspace.reviews[0])).toEqual(['theme.unknown']);
    host.reads.length = 0;
    await workspace.changedOnDisk([{ address: study, kind: 'changed' }]);
    expect(host.reads).toEqual([]);
    expect(codes(workspace.reviews[0])).toEqual(['theme.unknown']);
    await workspace.close(study);
    expect(codes(workspace.reviews[0])).toEqual([]);
  });

  test('of a file that was opened before the review was read counts from the start', async () => {
    const host = disk();
    const workspace = new Workspace(host, () => {});
    const opening = workspace.edit(
      '/review/studies/moran2012.md',
      '---\ncountry: USA\nthemes: [givng-back]\ncasp: 9\n---\n',
    );
    await workspace.setFolders(['']);
    await opening;
    expect(codes(workspace.reviews[0])).toEqual(['theme.unknown']);
  });

  test('of metasynth.yaml decides what the other files are', async () => {
    const host = disk();
    host.write('/review/papers/gillard2013.md', '---\ncountry: Wales\ncasp: 8\n---\n');
    const { workspace } = await opened(host);
    await workspace.edit('/review/metasynth.yaml', 'studies: papers/\n');
    expect(workspace.reviews[0]?.review.studies.map(study => study.file.path)).toEqual(['papers/gillard2013.md']);
    await workspace.close('/review/metasynth.yaml');
    expect(workspace.reviews[0]?.review.studies).toHaveLength(2);
  });
});

test('a change on the disk reads that file alone', async () => {
  const host = disk();
  const { workspace } = await opened(host);
  host.reads.length = 0;
  await workspace.changedOnDisk([{ address: '/review/studies/moran2012.md', kind: 'changed' }]);
  expect(host.reads).toEqual(['/review/studies/moran2012.md']);
});

test('after any series of changes the review equals one that is read from scratch', async () => {
  const paths = [
    ...exampleReview('').map(file => file.path),
    'studies/new2020.md',
    'appraisals/JM.yaml',
    'studies/inner/metasynth.yaml',
  ];
  const snippets = [
    '',
    'themes: [belonging]\n',
    'casp: 8\n',
    '---\n',
    '\n- x',
    '[',
    '"',
    'giving-back',
    '## Reframing of identity\n',
    ' [@moran2012]',
    'é',
    '<!--',
    '    label: New\n',
    'studies: studies/\n',
    '#',
  ];
  const step = fc.record({
    do: fc.constantFrom('type', 'type', 'type', 'open', 'close', 'write', 'delete'),
    path: fc.constantFrom(...paths),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(12),
    insert: fc.constantFrom(...snippets),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async steps => {
      const host = disk();
      const { workspace } = await opened(host);
      const open = new Map<string, string>();
      const onDisk = (address: string): string => new TextDecoder().decode(host.files.get(address) ?? new Uint8Array());
      const edited = (text: string, at: number, remove: number, insert: string): string => {
        const from = Math.floor(at * text.length);
        return text.slice(0, from) + insert + text.slice(from + remove);
      };
      for (const { do: what, path, at, remove, insert } of steps) {
        const address = `/review/${path}`;
        if (what === 'open' || what === 'type') {
          const text = open.get(address) ?? onDisk(address);
          open.set(address, what === 'open' ? text : edited(text, at, remove, insert));
          await workspace.edit(address, open.get(address) ?? '');
        } else if (what === 'close') {
          if (open.delete(address)) await workspace.close(address);
        } else if (what === 'write') {
          const kind = host.files.has(address) ? 'changed' : 'created';
          host.write(address, edited(onDisk(address), at, remove, insert));
          await workspace.changedOnDisk([{ address, kind }]);
        } else if (host.files.delete(address)) {
          await workspace.changedOnDisk([{ address, kind: 'deleted' }]);
        }
      }
      const fresh = new Workspace(host, () => {});
      await fresh.setFolders(['']);
      for (const [address, text] of open) await fresh.edit(address, text);
      const all = (from: Workspace): string[] => from.reviews.map(state => `${state.root} ${say(state)}`).sort();
      expect(all(workspace)).toEqual(all(fresh));
    }),
    { numRuns: 120 },
  );
}, 60_000);

test('a text that has not changed is not judged again, opened, closed or written as it was', async () => {
  const host = disk();
  const { workspace, told } = await opened(host);
  const study = '/review/studies/moran2012.md';
  const text = new TextDecoder().decode(host.files.get(study));
  const before = workspace.reviews[0]?.review;
  told.length = 0;
  await workspace.edit(study, text);
  expect(told).toEqual([]);
  await workspace.close(study);
  await workspace.changedOnDisk([{ address: study, kind: 'changed' }]);
  expect(workspace.reviews[0]?.review).toBe(before);
  await workspace.edit(study, `${text}\n`);
  expect(told).toEqual([['/review']]);
});

test('an open file keeps its part in the review when reviews are found anew', async () => {
  const host = disk();
  host.write('/review/metasynth.yaml', 'manuscript: paper.md\n');
  host.write('/review/paper.md', '');
  const { workspace } = await opened(host);
  await workspace.edit('/review/paper.md', '## Reframing of identity\n\nSo it is [@gillard2013].\n');
  expect(workspace.reviews[0]?.review.findings).toHaveLength(1);
  host.write('/other/metasynth.yaml', '');
  await workspace.changedOnDisk([{ address: '/other/metasynth.yaml', kind: 'created' }]);
  const state = workspace.owner('/review/paper.md')?.state;
  expect(state?.review.findings).toHaveLength(1);
  expect(codes(state)).not.toContain('review.file-missing');
});

test('a folder that is gone takes its studies with it, though only the folder is told of', async () => {
  const host = disk();
  const { workspace } = await opened(host);
  for (const file of [...host.files.keys()]) if (file.includes('/studies/')) host.files.delete(file);
  await workspace.changedOnDisk([{ address: '/review/studies', kind: 'deleted' }]);
  expect(workspace.reviews[0]?.review.studies).toEqual([]);
  expect(codes(workspace.reviews[0])).toContain('review.file-missing');
  expect(codes(workspace.reviews[0])).not.toContain('citation.not-included');
});

test('what the host does not list is not read, whatever a watcher says', async () => {
  const host = disk();
  const { workspace } = await opened(host);
  host.list = async () => [...host.files.keys()].filter(file => !file.endsWith('link.md'));
  host.write('/review/studies/link.md', '---\ncite: Outside\n---\n');
  await workspace.changedOnDisk([{ address: '/review/studies/link.md', kind: 'created' }]);
  expect(workspace.reviews[0]?.review.studies).toHaveLength(2);
});

test('all reviews are told of again only when they have been read', async () => {
  const host = disk();
  const told: number[] = [];
  const workspace: Workspace = new Workspace(host, states =>
    told.push(...states.map(state => state.review.studies.length)),
  );
  const reading = workspace.setFolders(['']);
  await workspace.retell();
  await reading;
  expect(told).toEqual([2, 2]);
});
