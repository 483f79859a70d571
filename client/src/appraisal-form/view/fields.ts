import type { FormAnswer } from '../../../../server/src/lsp/protocol.js';
import { button, element, setText, show } from './dom.js';
import type { Page } from './page.js';

/** How long typing rests before a reason is written, in milliseconds. */
const rest = 400;

/** Radio buttons for one question's answers, with keys of their own and a way back to no answer. */
export class Choice {
  readonly element: HTMLElement;
  private readonly radios: readonly HTMLInputElement[];
  private readonly back: HTMLButtonElement;
  /** The turn in which the last choice was written. */
  private turn = 0;

  /** @param send writes a choice and gives its turn */
  constructor(
    name: string,
    private readonly answers: readonly FormAnswer[],
    takeBack: string,
    private readonly send: (answer: FormAnswer | undefined) => number,
  ) {
    this.radios = answers.map(({ id }, index) => {
      const radio = element('input', { type: 'radio', name, value: id, id: `${name}-${index}` });
      radio.addEventListener('change', () => this.choose(index));
      return radio;
    });
    this.back = button(takeBack, () => this.clear(), { class: 'quiet', id: `${name}-back` });
    this.element = element(
      'div',
      { class: 'choice' },
      ...this.radios.map((radio, index) =>
        element(
          'label',
          { for: radio.id },
          radio,
          element('span', {}, answers[index]!.label),
          element('kbd', { 'aria-hidden': 'true' }, String(index + 1)),
        ),
      ),
      this.back,
    );
    show(this.back, false);
  }

  /** Shows what the file says, unless it does not know yet of what was chosen here. */
  update(answer: string | undefined, turn: number): void {
    if (turn < this.turn) return;
    for (const radio of this.radios) {
      const checked = radio.value === answer;
      if (radio.checked !== checked) radio.checked = checked;
    }
    if (answer === undefined && document.activeElement === this.back) this.radios[0]?.focus();
    show(this.back, answer !== undefined);
  }

  get chosen(): string | undefined {
    return this.radios.find(each => each.checked)?.value;
  }

  /** Digits and letters give the answers, Delete takes one back. True for a key that did something. */
  press(key: string): boolean {
    if (key === 'Delete' || key === 'Backspace' || key === '0') {
      if (this.chosen !== undefined) this.clear();
      return true;
    }
    const digit = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
    const index = digit >= 0 ? digit : this.answers.findIndex(each => each.letter === key.toLowerCase());
    const radio = this.radios[index];
    if (!radio) return false;
    radio.focus();
    if (!radio.checked) {
      radio.checked = true;
      this.choose(index);
    }
    return true;
  }

  private choose(index: number): void {
    show(this.back, true);
    this.turn = this.send(this.answers[index]);
  }

  private clear(): void {
    for (const radio of this.radios) radio.checked = false;
    this.radios[0]?.focus();
    show(this.back, false);
    this.turn = this.send(undefined);
  }
}

/** A field for a reason. What is typed is written once typing rests, and never lost to what the file says meanwhile. */
export class Reason {
  readonly element: HTMLElement;
  private readonly area: HTMLTextAreaElement;
  private readonly ask: HTMLElement;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;
  /** True for words that could not be written: they stay until they are changed. */
  private refused = false;

  /** @param send writes a reason and gives its turn; the function handed to it is called should it be refused */
  constructor(
    private readonly page: Page,
    id: string,
    label: string,
    ask: string,
    private readonly send: (words: string, refused: () => void) => number,
  ) {
    this.area = element('textarea', { id, rows: '1', 'aria-describedby': `${id}-ask` });
    this.ask = element('p', { id: `${id}-ask`, class: 'ask' });
    this.askText = ask;
    this.element = element('div', { class: 'reason' }, element('label', { for: id }, label), this.area, this.ask);
    this.area.addEventListener('input', () => this.typed());
    this.area.addEventListener('blur', () => this.flush());
    const draft = page.current.drafts[id];
    if (draft !== undefined) {
      this.area.value = draft;
      this.timer = setTimeout(() => this.flush(), 0);
    }
  }
  private readonly askText: string;

  update(words: string, turn: number, asked: boolean): void {
    setText(this.ask, asked && this.area.value.trim() === '' ? this.askText : '');
    if (this.timer !== undefined || turn < this.turn || this.refused) return;
    this.dropDraft();
    if (plain(this.area.value) !== plain(words)) {
      const at = this.area.selectionStart;
      this.area.value = words;
      if (document.activeElement === this.area) this.area.setSelectionRange(at, at);
    }
    this.fit();
  }

  /** As high as its words: only once it is shown can that be told. */
  fit(): void {
    this.area.rows = Math.min(
      12,
      Math.max(this.area.value.split('\n').length, Math.ceil(this.area.value.length / 70), 1),
    );
  }

  flush(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.turn = this.send(this.area.value, () => {
      this.refused = true;
    });
  }

  private typed(): void {
    this.refused = false;
    this.page.keep({ drafts: { ...this.page.current.drafts, [this.area.id]: this.area.value } });
    if (this.area.value.trim() !== '') setText(this.ask, '');
    this.fit();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), rest);
  }

  private dropDraft(): void {
    const { [this.area.id]: draft, ...drafts } = this.page.current.drafts;
    if (draft !== undefined) this.page.keep({ drafts });
  }
}

/** White space at the ends is not written, and line breaks are those of the file. */
function plain(words: string): string {
  return words.replace(/\r\n?/g, '\n').trim();
}
