import type { Draft, Line } from './draft.js';
import type { Kind } from './kind.js';

const path = 'confidence.yaml';

/** Changes a judgement of a finding that the file itself tells. */
function inJudgement(name: string, code: string, change: (draft: Draft, head: Line) => Line): Kind {
  return {
    name,
    plant: draft => {
      const head = draft.one(
        draft.all(path, /^judged-\d+:$/),
        line => line.text,
        () => true,
      );
      return head && [{ code: `confidence.${code}`, path, line: change(draft, head) }];
    },
  };
}

function levelOf(draft: Draft, head: Line): Line {
  return draft.find(path, /^ {4}level:/, head);
}

/** Takes the concern of a component away; gives its line. */
function unconcerned(draft: Draft, head: Line, component: string): Line {
  const line = draft.find(path, new RegExp(`^ {2}${component}:`), head);
  draft.remove(path, ...draft.entry(path, line).slice(1));
  line.text = `  ${component}: none-or-very-minor`;
  return line;
}

export const inConfidence: readonly Kind[] = [
  inJudgement('confidence with a component left out', 'missing-component', (draft, head) => {
    draft.remove(path, draft.find(path, /^ {2}relevance:/, head));
    return levelOf(draft, head);
  }),
  inJudgement('a concern without its reason', 'unexplained', (draft, head) => {
    const component = draft.find(path, /^ {2}adequacy:/, head);
    const [, concern, ...because] = draft.entry(path, component);
    draft.remove(path, ...because);
    return concern!;
  }),
  inJudgement('high confidence beside a serious concern', 'not-lowered', (draft, head) => {
    draft.find(path, /^ {4}concern:/, head).text = '    concern: serious';
    const level = levelOf(draft, head);
    level.text = '    level: high';
    return level;
  }),
  inJudgement('confidence lowered for no concern', 'lowered', (draft, head) => {
    for (const component of ['methodological-limitations', 'adequacy']) unconcerned(draft, head, component);
    return levelOf(draft, head);
  }),
  inJudgement('confidence in a title', 'not-a-finding', (draft, head) => {
    const line = draft.find(path, /^ {2}finding:/, head);
    draft.remove(path, ...draft.entry(path, line).slice(1));
    line.text = '  finding: Living with it';
    return line;
  }),
  {
    ...inJudgement('confidence without studies', 'without-studies', (draft, head) => {
      draft.remove(path, draft.find(path, /^ {2}studies:/, head));
      return head;
    }),
    hushed: true,
  },
  inJudgement('one study, and enough of it', 'single-study', (draft, head) => {
    const line = draft.find(path, /^ {2}studies:/, head);
    line.text = line.text.replace(/\[([^,\]]+).*\]/, '[$1]');
    return unconcerned(draft, head, 'adequacy');
  }),
  inJudgement('points for confidence', 'points', (draft, head) => draft.insert(path, 'below', head, '  score: 7')),
  inJudgement('two ways of judging one finding', 'two-methods', (draft, head) =>
    draft.insert(path, 'below', head, '  conqual: {dependability: 0, credibility: -1, because: credible throughout}'),
  ),
  inJudgement('confidence in what has changed since', 'stale', (draft, head) =>
    draft.insert(path, 'below', levelOf(draft, head), '    of: sha256-00000000-11111111-22222222'),
  ),
];
