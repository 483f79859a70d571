import { describe, expect, it } from 'vitest';
import {
  studiesLeft,
  type TreeNode,
  type TreePath,
  type TreeView,
  treeChildren,
} from '../../../server/src/features/review-tree.js';
import type { Review } from '../../../server/src/review/model.js';
import { exampleOf, reviewOf } from '../support/review.js';

const all = '1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes';
const differs = all.replace('4: yes', '4: no');
const settings = `=== metasynth.yaml ===
title: Peer workers
appraisal:
  checklist: casp-qualitative
  raters: [JM, JS]
  arbiter: HRS
  scoring: sum-of-yes
  bands: {low: 0, high: 8}
`;
const studies = ['aiken2013', 'gillard2013', 'moran2012', 'scott2012']
  .map(key => `=== studies/${key}.md ===\n---\ncountry: UK\n---\n`)
  .join('');

/** Aiken is settled, Gillard differs, JM has begun with Moran, and JS is done with Scott. */
const { review: team } = reviewOf(
  `${settings}${studies}=== appraisals/JM.yaml ===
aiken2013: {${all}}
gillard2013: {${all}}
moran2012: {1: yes}
=== appraisals/JS.yaml ===
aiken2013: {${all}}
gillard2013: {${differs}}
scott2012: {${differs}}
`,
);

/** A tree in words, whole. */
function drawn(review: Review, view: TreeView, reviewer = '', path: TreePath = []): string[] {
  return treeChildren(review, view, path, reviewer).flatMap(node => [
    `${'  '.repeat(path.length)}${node.label}${node.description === '' ? '' : ` (${node.description})`}`,
    ...(node.hasChildren ? drawn(review, view, reviewer, node.treePath) : []),
  ]);
}

const find = (review: Review, view: TreeView, path: TreePath, label: string): TreeNode => {
  const node = treeChildren(review, view, path, '').find(each => each.label === label);
  if (!node) throw new Error(`There is no ${label}.`);
  return node;
};

describe('the studies of a review', () => {
  it('are grouped by what one rater has done, who hears of the other only what both may know', () => {
    expect(drawn(team, 'studies', 'JM')).toEqual([
      'To appraise (1)',
      '  scott2012',
      'Begun (1)',
      '  moran2012 (1 of 10 answered)',
      'To settle (1)',
      '  gillard2013 (done, 1 to settle)',
      'Done (1)',
      '  aiken2013 (10 · high)',
    ]);
  });

  it('are grouped by what the other has done for the other', () => {
    expect(drawn(team, 'studies', 'JS')).toEqual([
      'To appraise (1)',
      '  moran2012',
      'To settle (1)',
      '  gillard2013 (done, 1 to settle)',
      'Done (2)',
      '  aiken2013 (10 · high)',
      '  scott2012',
    ]);
  });

  it('are grouped for the arbiter by what is to be settled', () => {
    expect(drawn(team, 'studies', 'HRS')).toEqual([
      'To appraise (2)',
      '  moran2012',
      '  scott2012',
      'To settle (1)',
      '  gillard2013 (1 to settle)',
      'Done (1)',
      '  aiken2013 (10 · high)',
    ]);
  });

  it('are grouped by what holds for somebody who has not said who they are', () => {
    expect(drawn(team, 'studies')).toEqual([
      'Begun (2)',
      '  moran2012 (begun)',
      '  scott2012 (begun)',
      'To settle (1)',
      '  gillard2013 (1 to settle)',
      'Done (1)',
      '  aiken2013 (10 · high)',
    ]);
  });

  it('do not give away by a settled total what a rater may not see yet', () => {
    const settled = `=== appraisals/consensus.yaml ===\nscott2012: {${all}}\n`;
    const { review } = reviewOf(`${settings}${studies}=== appraisals/JS.yaml ===\nscott2012: {${all}}\n${settled}`);
    expect(drawn(review, 'studies', 'JM').join('\n')).toMatch(/scott2012$/m);
    expect(drawn(review, 'studies', 'stranger').join('\n')).toMatch(/scott2012 \(10 · high\)/);
  });

  it('are counted while they are left to do', () => {
    expect([studiesLeft(team, 'JM'), studiesLeft(team, 'JS'), studiesLeft(team, 'HRS'), studiesLeft(team, '')]).toEqual(
      [3, 2, 3, 3],
    );
  });

  it('lead to the line that tells of them first', () => {
    const [group] = treeChildren(team, 'studies', [], '');
    const [study] = treeChildren(team, 'studies', group!.treePath, '');
    expect(study).toMatchObject({ path: 'studies/moran2012.md', range: { line: 1 }, name: 'moran2012' });
  });

  it('stand in one list where nothing can be appraised', () => {
    const { review } = reviewOf(`=== metasynth.yaml ===\nappraisal: {checklist: nobody-knows-it}\n${studies}`);
    expect(drawn(review, 'studies', 'JM')).toEqual(['aiken2013', 'gillard2013', 'moran2012', 'scott2012']);
    expect(studiesLeft(review, 'JM')).toBe(0);
  });

  it('count as done where the total is told as it was reported', () => {
    const { review } = reviewOf(`${settings}=== studies/aiken2013.md ===\n---\ncasp: 8\n---\n`);
    expect(drawn(review, 'studies')).toEqual(['Done (1)', '  aiken2013 (8 · high)']);
    expect(drawn(review, 'studies', 'JM')).toEqual(['To appraise (1)', '  aiken2013 (8 · high)']);
  });
});

describe('the constructs of a review', () => {
  const { review } = exampleOf(`
=== codebook.yaml ===
themes:
  boundaries:
    label: Boundaries
    construct: identity
  giving-back:
    label: Giving back
    definition: Repaying help received by helping others
    aliases: [repaying]
    construct: identity
  forgotten:
    label: Forgotten
constructs:
  identity:
    label: Reframing of identity
    definition: Seeing oneself anew through the role
    order: 1
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes:
  - repaying
casp: 9
---
`);

  it('have their themes, and those the studies that carry them; what hardly anything stands behind is marked', () => {
    expect(drawn(review, 'constructs')).toEqual([
      'Reframing of identity (2 of 2 studies)',
      '  Boundaries (1 study · thin)',
      '    Gillard et al. 2013 (8)',
      '  Giving back (2 studies)',
      '    Gillard et al. 2013 (8)',
      '    Moran et al. 2012 (9)',
      'Without a construct (1 theme)',
      '  Forgotten (0 studies · thin)',
    ]);
  });

  it('lead to the codebook, to their section, and to where a study names a theme, by a former name too', () => {
    const construct = find(review, 'constructs', [], 'Reframing of identity');
    expect(construct).toMatchObject({ path: 'codebook.yaml', section: { path: 'synthesis.md', range: { line: 0 } } });
    expect(construct.tooltip).toContain('Seeing oneself anew through the role');
    const theme = find(review, 'constructs', construct.treePath, 'Giving back');
    expect(theme).toMatchObject({ path: 'codebook.yaml', range: { line: 4 }, name: 'giving-back', thin: false });
    const study = find(review, 'constructs', theme.treePath, 'Moran et al. 2012');
    expect(study).toMatchObject({ path: 'studies/moran2012.md', range: { line: 4 } });
  });
});

describe('the reports of a review', () => {
  it('say which of them stand in the manuscript, and where', () => {
    const { review } = exampleOf(`
=== synthesis.md ===
## Reframing of identity

<!-- metasynth:outline -->
<!-- /metasynth:outline -->
`);
    const nodes = treeChildren(review, 'reports', [], '');
    expect(nodes.filter(each => each.placed).map(each => [each.name, each.label, each.path, each.range?.line])).toEqual(
      [['outline', 'Outline', 'synthesis.md', 2]],
    );
    expect(nodes.map(each => each.label)).toContain('Synthesis table');
    expect(nodes.every(each => each.tooltip[0] !== '' && !each.hasChildren)).toBe(true);
  });
});

describe('a path that leads nowhere', () => {
  it.each<[TreeView, TreePath]>([
    ['studies', ['todo', 'nobody']],
    ['constructs', ['nothing']],
    ['constructs', ['identity', 'nothing']],
    ['constructs', ['identity', 'giving-back', 'gillard2013', 'more']],
    ['reports', ['outline']],
  ])('has nothing below it: %s %s', (view, path) => {
    expect(treeChildren(exampleOf().review, view, path, 'JM')).toEqual([]);
  });
});
