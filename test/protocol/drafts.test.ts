import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type DraftResultsResult, draftResultsRequest, type GuardedEdit } from '../../server/src/lsp/protocol.js';
import { Client, copySample, ended } from './client.js';

let sample: ReturnType<typeof copySample>;
let client: Client;

async function start(change: (manuscript: string) => void = () => {}): Promise<void> {
  sample = copySample('worked-example');
  change(join(sample.folder, 'synthesis.md'));
  client = new Client(sample.folder);
  await client.start();
  await client.until(() => client.diagnostics.size > 0);
}

afterEach(() => ended(client, sample));

const ask = (): Promise<DraftResultsResult | null> =>
  client.connection.sendRequest(draftResultsRequest, { uri: client.uri('metasynth.yaml') });

/** The text once all edits are made, each of which has to find what it expects. */
function made(text: string, edits: readonly GuardedEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: GuardedEdit['range']['start']): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((whole, { range, expected, newText }) => {
      expect(whole.slice(offset(range.start), offset(range.end))).toBe(expected);
      return whole.slice(0, offset(range.start)) + newText + whole.slice(offset(range.end));
    }, text);
}

describe('a draft of the results', () => {
  test('fills the section that was left empty, and then has nothing more to add', async () => {
    let text = '';
    await start(manuscript => {
      text = readFileSync(manuscript, 'utf8').replace(
        /(?<=^## Making time habitable\n)[\s\S]*?(?=^## )/m,
        '\n<!-- AB writes this. -->\n\n',
      );
      writeFileSync(manuscript, text);
    });
    const result = await ask();
    expect(result).toMatchObject({
      added: ['flow', 'characteristics', 'appraisal', 'Making time habitable'],
      first: { uri: client.uri('synthesis.md') },
    });
    expect(result!.pictures.map(({ uri }) => uri)).toContain(client.uri('figures/flow.svg'));
    const whole = made(text, result!.edits);
    expect(whole.split('\n')[result!.first!.line]).toBe('<!-- metasynth:flow -->');
    expect(whole).toContain(
      '## Making time habitable\n\n<!-- AB writes this. -->\n\nAt a light each watch is like the last',
    );
    expect(whole).toContain('[@barnacleby2006; @saltmarrow2021; but see @kelpington2014].');
    // Text that is open counts, and not what lies on the disk.
    await client.open('synthesis.md', whole);
    expect(await ask()).toEqual({ edits: [], pictures: [], added: [] });
  });

  test('makes the manuscript where there is none', async () => {
    await start(manuscript => rmSync(manuscript));
    const result = await ask();
    expect(result).toMatchObject({ edits: [], created: { uri: client.uri('synthesis.md') } });
    expect(result!.created!.text).toMatch(/^# A garden where the wind is.*\n\n## Results\n\n<!-- metasynth:flow -->\n/);
    expect(result!.created!.text).toContain('\n### Grieving for ground\n');
  });
});
