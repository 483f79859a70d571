// @ts-expect-error The package of VS Code's preview has no types here, and needs none.
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { markReview } from '../../../client/src/preview/plugin.js';

/** What the preview makes of a text, set up as VS Code does. */
function shown(text: string): string {
  return markReview(new MarkdownIt({ html: true }), { generated: 'Made by Metasynth: {0}' }).render(text);
}

test('a checked number is marked, and its definition is its title', () => {
  const html = shown(
    'In all, 14 <!-- = count discipline: "Mental health" --> studies\nand thirty <!-- = studies --> more.',
  );
  expect(html).toContain(
    '<span class="metasynth-number" title="count discipline: &quot;Mental health&quot;">14</span> <!--',
  );
  expect(html).toContain('<span class="metasynth-number" title="studies">thirty</span>');
  expect(shown('It is 44.5 % <!-- = share --> of all.')).toContain('>44.5 %</span>');
});

test('a generated block has a label, and its end has none', () => {
  const html = shown('<!-- metasynth:flow -->\n\ntext\n\n<!-- /metasynth:flow -->\n');
  expect(html.match(/<p class="metasynth-generated">Made by Metasynth: flow<\/p>/g)).toHaveLength(1);
});

test('what a review says never becomes markup by it', () => {
  const html = shown('There are 3 <!-- = count x: "><img src=x onerror=alert(1)> --> of them.');
  expect(html.split('<!--')[0]).not.toContain('<img');
  expect(html).toContain('title="count x: &quot;&gt;&lt;img');
});

test('any other comment, and text without one, stays as it is', () => {
  for (const text of [
    '14 <!-- reports: entreq 1 --> of them',
    'A word.',
    '<!-- = studies -->',
    '*14*<!-- = studies -->',
  ]) {
    expect(shown(text)).toBe(new MarkdownIt({ html: true }).render(text));
  }
});
