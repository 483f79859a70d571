import type { AppraisalProgress, Overview, Problem, ProblemGroup } from '../../../../server/src/lsp/protocol.js';
import { element, filled } from '../../page/view/dom.js';
import type { Words } from '../words.js';
import { actButton, link, linkList, share, smallTable } from './parts.js';

/** How far the review is, and what is left to look at. */
export function overviewView(shown: Overview, words: Words): HTMLElement {
  const { studies, themes, constructs, findings, neverCited } = shown;
  const count = (number: number, name: string): HTMLElement =>
    element('div', { class: 'count' }, element('dt', {}, name), element('dd', {}, String(number)));
  return element(
    'div',
    {},
    element(
      'dl',
      { class: 'counts' },
      count(studies, words.studies),
      count(themes, words.themes),
      count(constructs, words.constructsCount),
      count(findings, words.findings),
      count(toLookAt(shown), words.problemsCount),
    ),
    element('section', { id: 'appraisal' }, ...appraisal(shown.appraisal, words)),
    element('section', { id: 'coverage' }, ...coverage(shown, words)),
    ...(neverCited.first.length > 0
      ? [
          element(
            'section',
            { id: 'never-cited' },
            element('h2', {}, `${words.neverCited} (${neverCited.first.length + neverCited.more})`),
            linkList(neverCited, words),
          ),
        ]
      : []),
    element('section', { id: 'problems' }, ...problems(shown.problems, words)),
    ...(shown.stale.length > 0
      ? [
          element(
            'section',
            { id: 'stale' },
            element('h2', {}, `${words.stale} (${shown.stale.length})`),
            problemList(shown.stale, 0, words),
          ),
        ]
      : []),
  );
}

/** Errors and warnings, as the status bar counts them. */
export function toLookAt({ problems }: Overview): number {
  const weighty = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return weighty.reduce((sum, { count }) => sum + count, 0);
}

function appraisal(progress: AppraisalProgress | undefined, words: Words): (Node | string)[] {
  const heading = element('h2', {}, words.appraisal);
  if (!progress) return [heading, element('p', {}, words.noChecklist)];
  const { raters, settled, of } = progress;
  const rows = raters.map(({ rater, done, begun }) => [rater, share(words, done, of), String(begun)]);
  return [
    heading,
    ...(rows.length > 0 ? [smallTable([words.rater, words.done, words.begun], rows, words.appraisal)] : []),
    element('p', {}, filled(words.settled, settled, of)),
    element('p', { class: 'note' }, words.blind),
  ];
}

function coverage({ coverage, studies }: Overview, words: Words): (Node | string)[] {
  const heading = element('h2', {}, words.coverage);
  if (coverage.length === 0) return [heading, element('p', {}, words.noConstructs)];
  const rows = coverage.map(({ label, place, carrying, cited, findings }) => [
    link(label, place),
    share(words, carrying, studies),
    share(words, cited, studies),
    String(findings),
  ]);
  return [
    heading,
    smallTable([words.construct, words.carrying, words.cited, words.findingsHeader], rows, words.coverage),
  ];
}

function problems(groups: readonly ProblemGroup[], words: Words): (Node | string)[] {
  const heading = element('h2', {}, words.problems);
  if (groups.length === 0) return [heading, element('p', {}, words.noProblems)];
  const severities = (['error', 'warning', 'info', 'hint'] as const).flatMap(severity => {
    const here = groups.filter(each => each.severity === severity);
    if (here.length === 0) return [];
    const sum = here.reduce((all, { count }) => all + count, 0);
    return [element('h3', {}, `${words[severity]} (${sum})`), ...here.map(each => problemGroup(each, words))];
  });
  return [
    heading,
    element('p', {}, actButton(words.openProblems, { kind: 'problems' }, { class: 'link' })),
    ...severities,
  ];
}

function problemGroup({ code, severity, title, count, problems, untold }: ProblemGroup, words: Words): HTMLElement {
  const name = [element('span', { class: `mark ${severity}`, 'aria-hidden': 'true' }), `${title} `];
  const number = element('span', { class: 'number' }, String(count));
  const id = `problems-${severity}-${code}`;
  if (problems.first.length === 0) {
    return element(
      'p',
      { id, class: 'group' },
      ...name,
      number,
      ' ',
      element('code', {}, code),
      ` ${words.inProblems}`,
    );
  }
  return element(
    'details',
    { id, class: 'group' },
    element('summary', {}, ...name, number, ' ', element('code', {}, code)),
    problemList(problems.first, problems.more, words),
    ...(untold > 0 ? [element('p', { class: 'note' }, `${filled(words.more, untold)}. ${words.inProblems}`)] : []),
  );
}

function problemList(problems: readonly Problem[], more: number, words: Words): HTMLElement {
  const first = problems.map(({ message, place }) => ({ name: message, place }));
  return linkList({ first, more }, words, ({ place }) => [
    element('span', { class: 'where' }, ` ${place.path}:${place.line + 1}`),
  ]);
}
