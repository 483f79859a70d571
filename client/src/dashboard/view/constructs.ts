import type { ConstructShown, Constructs, FindingShown, Linked, Some } from '../../../../server/src/lsp/protocol.js';
import { element, filled } from '../../page/view/dom.js';
import type { Words } from '../words.js';
import { actButton, link, linkList } from './parts.js';

/** Every construct with what carries and supports it, and where that is thin. */
export function constructsView({ constructs, studies }: Constructs, most: number, words: Words): HTMLElement {
  if (constructs.length === 0) return element('p', {}, words.noConstructs);
  return element('div', {}, ...constructs.map(each => constructView(each, studies, most, words)));
}

function constructView(construct: ConstructShown, of: number, most: number, words: Words): HTMLElement {
  const { id, label, definition, place, carrying, cited, quality, divisions, themes, citedStudies, notCited } =
    construct;
  const support = filled(words.support, carrying, of, cited);
  const appraised = quality ? [filled(words.quality, quality.median, quality.least, quality.most)] : [];
  const thin = [
    ...(construct.onOne > 0 ? [filled(words.thinOne, construct.onOne)] : []),
    ...(construct.onNone > 0 ? [filled(words.thinNone, construct.onNone)] : []),
  ];
  const lists = [themes, citedStudies, notCited, ...divisions.map(each => each.findings)];
  return element(
    'article',
    { id: `construct-${id}` },
    element('h2', {}, link(label, place)),
    ...(definition === '' ? [] : [element('p', { class: 'definition' }, definition)]),
    element('p', {}, [support, ...appraised].join(' · ')),
    ...(thin.length > 0 ? [element('p', { class: 'thin-note' }, thinMark(words), ` ${thin.join(' · ')}`)] : []),
    ...divisions.map(({ label: name, count, studies, findings }) =>
      unfolded(
        name === '' ? words.noDivision : filled(words.division, name, count, studies),
        linkList(findings, words, each => besideFinding(each, words)),
      ),
    ),
    unfolded(
      filled(words.themesOf, count(themes)),
      linkList(themes, words, each => [element('span', { class: 'where' }, ` ${studiesWords(each.studies, words)}`)]),
    ),
    unfolded(filled(words.citedOf, count(citedStudies)), linkList(citedStudies, words)),
    ...(count(notCited) > 0 ? [unfolded(filled(words.notCitedOf, count(notCited)), linkList(notCited, words))] : []),
    ...(lists.some(each => each.more > 0)
      ? [actButton(words.showMore, { kind: 'more', what: 'most', to: most * 4 }, { class: 'show-more' })]
      : []),
  );
}

function unfolded(title: string, content: HTMLElement): HTMLElement {
  return element('details', {}, element('summary', {}, title), content);
}

function besideFinding({ studies, thin }: FindingShown, words: Words): (Node | string)[] {
  return [
    element('span', { class: 'where' }, ` ${studiesWords(studies, words)}`),
    ...(thin ? [' ', thinMark(words)] : []),
  ];
}

function studiesWords(count: number, words: Words): string {
  return count === 1 ? words.oneStudy : filled(words.studiesOf, count);
}

function thinMark(words: Words): HTMLElement {
  return element('span', { class: 'thin' }, words.thin);
}

function count({ first, more }: Some<Linked>): number {
  return first.length + more;
}
