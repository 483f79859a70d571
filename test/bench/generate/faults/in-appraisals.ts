import type { StudyPlan } from '../plan.js';
import { type Draft, type Line, type Mark, misspelt, pathOf } from './draft.js';
import { headLine } from './in-studies.js';
import type { Kind } from './kind.js';

const raters = ['appraisals/A.yaml', 'appraisals/B.yaml'] as const;

/** A study on which the raters agree, and which gives no total of its own. */
function agreed(draft: Draft): StudyPlan | undefined {
  return draft.study(study => study.number % 10 !== 0 && study.answers.every(([first, second]) => first === second));
}

/** Changes the answers of rater A for a study. */
function inAnswers(name: string, code: string, change: (draft: Draft, path: string, head: Line) => Line): Kind {
  return {
    name,
    plant: draft => {
      const study = agreed(draft);
      if (!study) return undefined;
      const [path] = raters;
      return [{ code, path, line: change(draft, path, entryOf(draft, path, study)) }];
    },
  };
}

function entryOf(draft: Draft, path: string, study: StudyPlan): Line {
  return draft.find(path, new RegExp(`^${study.key}:$`));
}

/** Turns the first yes of a rater into a no; gives the number of the question. */
function differ(draft: Draft, path: string, head: Line): string {
  const line = draft.find(path, /^ {2}\d+: yes$/, head);
  line.text = line.text.replace('yes', 'no');
  const item = line.text.trim().split(':')[0] ?? '';
  // The reason for the answer stands with the others of the study, where it has any.
  const entry = draft.entry(path, head);
  const because = entry.find(each => each.text === '  because:');
  if (because) draft.insert(path, 'below', because, `    ${item}: Nothing is said of it.`);
  else
    draft.insert(
      path,
      'below',
      entry.findLast(each => /^ {2}\d/.test(each.text))!,
      '  because:',
      `    ${item}: Nothing is said.`,
    );
  return item;
}

/** Takes a study out of a rater's file: that rater has not appraised it yet. */
function forget(draft: Draft, study: StudyPlan, path: string): Mark {
  draft.remove(path, ...draft.entry(path, entryOf(draft, path, study)));
  return { code: 'appraisal.missing-rater', path: pathOf(study), line: headLine(draft, pathOf(study)) };
}

export const inAppraisals: readonly Kind[] = [
  inAnswers('a question without an answer', 'appraisal.missing-answer', (draft, path, head) => {
    draft.remove(path, draft.find(path, /^ {2}\d+: yes$/, head));
    return head;
  }),
  inAnswers('a question answered twice', 'appraisal.duplicate-answer', (draft, path, head) => {
    const first = draft.find(path, /^ {2}3:/, head);
    return draft.insert(path, 'below', first, '  3: no');
  }),
  inAnswers('an answer that there is not', 'appraisal.unknown-answer', (draft, path, head) => {
    const line = draft.find(path, /^ {2}5:/, head);
    line.text = '  5: perhaps so';
    return line;
  }),
  inAnswers('a question that there is not', 'appraisal.unknown-item', (draft, path, head) =>
    draft.insert(path, 'below', draft.find(path, /^ {2}10:/, head), '  11: yes'),
  ),
  inAnswers('answers for a study that is not included', 'appraisal.unknown-study', (draft, path, head) => {
    const key = misspelt(head.text.slice(0, -1), new Set(draft.plan.studies.map(study => study.key)));
    return draft.insert(
      path,
      'above',
      head,
      `${key}:`,
      ...Array.from({ length: 10 }, (_, item) => `  ${item + 1}: yes`),
    );
  }),
  inAnswers('raters who differ', 'appraisal.unsettled', (draft, path, head) => {
    differ(draft, path, head);
    return head;
  }),
  {
    name: 'a consensus that nobody gave',
    plant: draft => {
      const study = agreed(draft);
      if (!study) return undefined;
      const item = differ(draft, raters[0], entryOf(draft, raters[0], study));
      const path = 'appraisals/consensus.yaml';
      const head = draft.insert(path, 'below', draft.find(path, /^#/), `${study.key}:`, `  ${item}: can't tell`);
      const line = draft.find(path, /^ {2}\d+: can't tell$/, head);
      return [{ code: 'appraisal.consensus-unexplained', path, line }];
    },
  },
  {
    name: 'an answer without its reason',
    plant: draft => {
      const [path] = raters;
      const study = draft.study(({ answers }) => answers.filter(([first]) => first !== 'yes').length === 1);
      if (!study) return undefined;
      const head = entryOf(draft, path, study);
      const because = draft.find(path, /^ {2}because:$/, head);
      draft.remove(path, ...draft.entry(path, because));
      return [{ code: 'appraisal.without-reason', path, line: draft.find(path, /^ {2}\d+: (?!yes$)/, head) }];
    },
  },
  {
    name: 'a review among the studies',
    plant: draft => {
      // Where a study gives a total, the complaint stands there.
      const study = draft.study(each => each.number % 10 !== 0);
      const [work] = draft.plan.background;
      if (!study || !work) return undefined;
      const path = pathOf(study);
      const head = headLine(draft, path);
      draft.insert(path, 'below', draft.find(path, /^design:/), `synthesises: [${work.key}]`);
      return [{ code: 'appraisal.not-primary', path, line: head }];
    },
  },
  {
    name: 'a study that one rater has not appraised',
    plant: draft => {
      const study = agreed(draft);
      return study && [forget(draft, study, raters[1])];
    },
  },
  {
    name: 'a study that nobody has appraised',
    plant: draft => {
      const study = agreed(draft);
      if (!study) return undefined;
      const marks = raters.map(path => forget(draft, study, path));
      return [...marks, ...marks.slice(0, 1).map(mark => ({ ...mark, code: 'appraisal.missing' }))];
    },
  },
  {
    name: 'a total without answers',
    plant: draft => {
      const study = agreed(draft);
      if (!study) return undefined;
      const marks = raters.map(path => forget(draft, study, path));
      return [...marks, { code: 'appraisal.without-items', path: pathOf(study), line: addTotal(draft, study, '8') }];
    },
  },
  {
    name: 'a total that its answers do not give',
    plant: draft => {
      const study = agreed(draft);
      if (!study) return undefined;
      const yes = study.answers.filter(([, , settled]) => settled === 'yes').length;
      const line = addTotal(draft, study, String(yes === 10 ? 9 : yes + 1));
      return [{ code: 'appraisal.total-disagrees', path: pathOf(study), line }];
    },
  },
  {
    name: 'a total that is no number',
    plant: draft => {
      const study = agreed(draft);
      if (!study) return undefined;
      return [{ code: 'appraisal.total-out-of-range', path: pathOf(study), line: addTotal(draft, study, 'eight') }];
    },
  },
  {
    name: 'a misspelt checklist',
    alone: true,
    plant: draft => {
      const path = 'metasynth.yaml';
      const line = draft.find(path, /^ {2}checklist:/);
      line.text = '  checklist: casp-qualitatve-2018';
      return [{ code: 'appraisal.unknown-checklist', path, line }];
    },
  },
];

function addTotal(draft: Draft, study: StudyPlan, total: string): Line {
  const path = pathOf(study);
  return draft.insert(path, 'above', draft.find(path, /^themes:/), `casp: ${total}`);
}
