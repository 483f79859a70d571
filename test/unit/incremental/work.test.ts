import { expect, test } from 'vitest';
import { studiesAsked } from '../../../server/src/review/index/counts.js';
import { ReviewIndex } from '../../../server/src/review/index/review-index.js';
import { Judgement } from '../../../server/src/rules/judgement.js';
import { Memory } from '../../../server/src/syntax/chunks/memory.js';
import { chunksRead } from '../../../server/src/syntax/chunks/parts.js';
import { readFacts } from '../../../server/src/syntax/read.js';
import { faultlessReview } from '../../bench/generate/review.js';
import { factsOf } from '../support/review.js';

/** One keystroke in a kind of file: where it goes, and how it is told from one that would be another edit. */
const keystrokes: readonly (readonly [path: RegExp, before: RegExp])[] = [
  [/^studies\/.*\.md$/, /\n## Findings[\s\S]*?[a-z]/],
  [/^codebook\.yaml$/, / definition:[\s\S]*?[a-z]{4}/],
  [/^synthesis\.md$/, /\n[A-Z][a-z]+ [a-z]{3}/],
  [/^references\.bib$/, / title\s*=\s*\{[A-Z]/],
  [/^appraisals\/.*\.yaml$/, / 3: [a-z]/],
];

interface Cost {
  readonly chunks: number;
  readonly judged: number;
  readonly asked: number;
  readonly paths: number;
}

/** What edits of one kind of file cost in a review of a size: counted, so that it is the same on any machine. */
function costs(studies: number): Record<string, Cost> {
  const { files } = faultlessReview({ studies });
  const facts = factsOf(files);
  const index = new ReviewIndex(facts.map(each => [each.path, each]));
  const judgement = new Judgement(index);
  judgement.update({});
  judgement.takeChangedPaths();
  const found: Record<string, Cost> = {};
  for (const [path, before] of keystrokes) {
    const file = [...facts].sort((a, b) => (a.path < b.path ? -1 : 1)).find(each => path.test(each.path));
    if (!file) throw new Error(`no file for ${path}`);
    const text = files.get(file.path) ?? '';
    const match = before.exec(text);
    if (!match) throw new Error(`nowhere to type in ${file.path}`);
    const at = match.index + match[0].length;
    const memory = new Memory(file);
    readFacts(file.path, file.kind, text, memory);
    const type = (letters: string): Cost => {
      const [read, judged, asked] = [chunksRead(), judgement.judged, studiesAsked()];
      index.apply([[file.path, readFacts(file.path, file.kind, text.slice(0, at) + letters + text.slice(at), memory)]]);
      judgement.update({});
      const paths = judgement.takeChangedPaths().size;
      return {
        chunks: chunksRead() - read,
        judged: judgement.judged - judged,
        asked: studiesAsked() - asked,
        paths,
      };
    };
    type('x');
    found[String(path)] = type('xy');
  }
  return found;
}

test('a keystroke costs as much among ten thousand studies as among a hundred, counted', () => {
  const [few, many] = [costs(100), costs(10_000)];
  // A larger manuscript has more filters, and a study that changes is asked once for each of them; no other study is asked.
  const apart = (costs: Record<string, Cost>): unknown =>
    Object.entries(costs).map(([path, { asked: _, ...cost }]) => [path, cost]);
  expect(apart(many)).toEqual(apart(few));
  for (const { chunks, judged, asked, paths } of Object.values(many)) {
    expect(chunks).toBeLessThanOrEqual(3);
    expect(judged).toBeLessThanOrEqual(8);
    expect(asked).toBeLessThanOrEqual(50);
    expect(paths).toBeLessThanOrEqual(3);
  }
}, 240_000);
