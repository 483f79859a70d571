import type { DashboardPlace, Linked, Some } from '../../../../server/src/lsp/protocol.js';
import { element, filled } from '../../page/view/dom.js';
import type { FromPage, SavedPicture } from '../messages.js';
import type { Words } from '../words.js';

/** What a press of a button does. It stands in the button as text, so that what is made anew need not be told what to do. */
export type Act =
  | Exclude<FromPage, { kind: 'look' | 'save' }>
  | ({ readonly kind: 'save' } & Omit<SavedPicture, 'content'>)
  | { readonly kind: 'sort'; readonly column: number }
  | { readonly kind: 'more'; readonly what: 'rows' | 'columns' | 'most'; readonly to: number }
  | { readonly kind: 'table'; readonly report: string };

export function actButton(
  text: string,
  act: Act,
  attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  return element('button', { type: 'button', 'data-act': JSON.stringify(act), ...attributes }, text);
}

/** Words that lead to where they stand. */
export function link(text: string, place: DashboardPlace): HTMLButtonElement {
  return actButton(text === '' ? place.path : text, { kind: 'go', place }, { class: 'link' });
}

/** A list of what leads to its place, and how many more there are. */
export function linkList<T extends Linked>(
  { first, more }: Some<T>,
  words: Words,
  beside: (each: T) => readonly (Node | string)[] = () => [],
): HTMLElement {
  return element(
    'ul',
    { class: 'list' },
    ...first.map(each => element('li', {}, link(each.name, each.place), ...beside(each))),
    ...(more > 0 ? [element('li', { class: 'more' }, filled(words.more, more))] : []),
  );
}

/** A share as a bar beside its numbers: the numbers are read, the bar is looked at. */
export function share(words: Words, part: number, whole: number): HTMLElement {
  const meter = element('progress', { max: String(Math.max(1, whole)), value: String(part), 'aria-hidden': 'true' });
  return element('span', { class: 'share' }, filled(words.of, part, whole), ' ', meter);
}

/** A small table that is there as a whole. */
export function smallTable(
  header: readonly string[],
  rows: readonly (readonly (string | Node)[])[],
  caption: string,
): HTMLElement {
  return element(
    'table',
    { class: 'small' },
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...header.map(each => element('th', { scope: 'col' }, each)))),
    element(
      'tbody',
      {},
      ...rows.map(cells =>
        element(
          'tr',
          {},
          ...cells.map((cell, index) =>
            index === 0 ? element('th', { scope: 'row' }, cell) : element('td', {}, cell),
          ),
        ),
      ),
    ),
  );
}
