import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../server/src/rules/index.js';
import { allPages } from '../../../server/src/rules/page.js';

const folder = join(import.meta.dirname, '../../../docs/diagnostics');
const pages = allPages();

/** What to do when one of these fails. */
const hint = 'run `node scripts/pages.mjs`, which writes the pages from the rules';

describe('docs/diagnostics', () => {
  it('has a page for every rule and an index, and no others', () => {
    const expected = [...rules.map(rule => `${rule.code}.md`), 'README.md'].sort();
    expect([...pages.keys()].sort()).toEqual(expected);
    expect(readdirSync(folder).sort(), hint).toEqual(expected);
  });

  it.each([...pages.keys()])('holds %s as the rules make it', name => {
    const committed = readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n');
    expect(committed, hint).toBe(pages.get(name));
  });

  it('lists every rule once in the index, under a heading in words', () => {
    const index = pages.get('README.md') ?? '';
    for (const { code, title } of rules) {
      expect(index.split(`[\`${code}\`](${code}.md) | ${title} |`), code).toHaveLength(2);
    }
    expect(index.match(/^## [a-z]/m), 'an area without a title').toBeNull();
  });

  it('leaves no link of a page without its target', () => {
    for (const [name, text] of pages) {
      for (const [, target] of text.matchAll(/\]\(([^)#:]+\.md)\)/g)) {
        expect(pages.has(target ?? ''), `${name} links to ${target}`).toBe(true);
      }
    }
  });
});
