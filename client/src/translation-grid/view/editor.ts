import type { TranslationGridResult } from '../../../../server/src/lsp/protocol.js';
import { element } from '../../page/view/dom.js';
import type { Entered } from '../messages.js';
import type { Words } from '../words.js';

export type Construct = TranslationGridResult['constructs'][number];
export type Study = TranslationGridResult['studies'][number];
export type Cell = TranslationGridResult['cells'][number][number];

type Relation = keyof Words['relations'];

/** What the small panel does with what is entered. */
export interface Uses {
  readonly save: (entered: Entered) => void;
  readonly leave: () => void;
  readonly showText: () => void;
}

/** The small panel in which one cell is written: native controls, and nothing is written before it is saved. */
export class CellEditor {
  readonly element: HTMLFormElement;
  private readonly relation = element('select', { id: 'relation' });
  private readonly note = element('textarea', { id: 'note', rows: '5' });
  private readonly boxes = new Map<string, HTMLInputElement>();
  private standing: Cell;

  constructor(
    readonly construct: Construct,
    readonly study: Study,
    cell: Cell,
    private readonly words: Words,
    uses: Uses,
  ) {
    this.standing = cell;
    const relations = Object.keys(words.relations) as Relation[];
    this.relation.append(
      ...relations.map(each => {
        const meaning = words.meanings[each];
        const name = words.relations[each];
        return element('option', { value: each }, meaning === '' ? name : `${name}: ${meaning}`);
      }),
    );
    const save = element('button', { type: 'submit', class: 'main' }, words.save);
    const cancel = element('button', { type: 'button' }, words.cancel);
    const text = element('button', { type: 'button', class: 'link' }, words.showText);
    cancel.addEventListener('click', uses.leave);
    text.addEventListener('click', uses.showText);
    this.element = element(
      'form',
      { class: 'cell-editor', 'aria-labelledby': 'cell-title' },
      element('h2', { id: 'cell-title' }, `${construct.label} × ${study.name}`),
      ...(construct.definition ? [element('p', { class: 'definition' }, construct.definition)] : []),
      element('label', { for: 'relation' }, words.relation),
      this.relation,
      this.themes(),
      element('label', { for: 'note' }, words.note),
      this.note,
      element('div', { class: 'buttons' }, save, cancel, text),
    );
    this.element.addEventListener('submit', event => {
      event.preventDefault();
      uses.save(this.entered());
    });
    this.element.addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        event.preventDefault();
        uses.leave();
      } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        uses.save(this.entered());
      }
    });
    this.put(cell);
  }

  focus(): void {
    this.relation.focus();
  }

  /** Takes what the file says now, where nobody has entered anything else in the meantime. */
  follow(cell: Cell): void {
    const { relation, themes, note } = this.changes();
    this.standing = cell;
    if (relation === undefined) this.relation.value = relationOf(cell);
    if (note === undefined) this.note.value = cell.note ?? '';
    if (themes === undefined) this.check(cell);
  }

  private put(cell: Cell): void {
    this.relation.value = relationOf(cell);
    this.note.value = cell.note ?? '';
    this.check(cell);
  }

  private check(cell: Cell): void {
    const there = new Set(cell.themes.map(each => each.name.toLowerCase()));
    for (const [name, box] of this.boxes) box.checked = there.has(name.toLowerCase());
  }

  private themes(): HTMLElement {
    const names = new Map<string, string>();
    const own = this.study.themes.filter(each => each.constructs.includes(this.construct.id));
    const others = this.study.themes.filter(each => !own.includes(each));
    for (const { name, label, wording } of [...own, ...others, ...this.standing.themes]) {
      if ([...names.keys()].some(each => each.toLowerCase() === name.toLowerCase())) continue;
      names.set(name, wording === undefined ? label : `${label} (${wording})`);
    }
    const group = element('fieldset', {}, element('legend', {}, this.words.themes));
    for (const [name, label] of names) {
      const box = element('input', { type: 'checkbox', id: `theme-${this.boxes.size}` });
      this.boxes.set(name, box);
      group.append(element('label', { for: box.id, class: 'theme' }, box, label));
    }
    if (names.size === 0) group.append(element('p', {}, this.words.noThemes));
    return group;
  }

  /** What differs from what the file says: nothing else is sent. */
  private changes(): Pick<Entered, 'relation' | 'themes' | 'note'> {
    const { standing } = this;
    const relation = this.relation.value as Relation;
    const was = new Map(standing.themes.map(each => [each.name.toLowerCase(), each]));
    const checked = [...this.boxes].filter(([, box]) => box.checked).map(([name]) => name);
    // Themes that stay keep their order and their wording; what is added comes behind them.
    const kept = standing.themes.filter(each => checked.some(name => name.toLowerCase() === each.name.toLowerCase()));
    const added = checked.filter(name => !was.has(name.toLowerCase()));
    const isSame = added.length === 0 && kept.length === standing.themes.length;
    // A text field ends its lines in its own way.
    const note = this.note.value;
    const noteWas = (standing.note ?? '').replace(/\r\n?/g, '\n');
    return {
      ...(relation !== relationOf(standing) && { relation }),
      ...(!isSame && {
        themes: [
          ...kept.map(({ name, wording }) => (wording === undefined ? { name } : { name, wording })),
          ...added.map(name => ({ name })),
        ],
      }),
      ...(note !== noteWas && { note }),
    };
  }

  private entered(): Entered {
    return { construct: this.construct.id, study: this.study.key, ...this.changes() };
  }
}

function relationOf({ relation }: Cell): Relation {
  return relation ?? '';
}
