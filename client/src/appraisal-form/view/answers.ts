import type { AppraisalForm, FormQuestion } from '../../../../server/src/lsp/protocol.js';
import { element, filled, setText, show } from './dom.js';
import { Choice, Reason } from './fields.js';
import type { Page } from './page.js';

/** A part of the page that is built once for a study and then kept up to date in place, so that nothing loses the focus. */
export interface View {
  readonly element: HTMLElement;
  update(form: AppraisalForm, turn: number): void;
  /** Writes what has been typed, before something else is shown. */
  flush(): void;
}

/** The questions of the checklist with the reviewer's own answers. */
export function answersView(page: Page, form: AppraisalForm): View {
  const questions = form.questions.map(each => new QuestionField(page, form, each));
  const parts: HTMLElement[] = [];
  let section: string | undefined;
  questions.forEach((field, index) => {
    const own = form.questions[index]!.section;
    if (own !== undefined && own !== section) parts.push(element('h2', {}, own));
    section = own;
    parts.push(field.element);
  });
  return {
    element: element('div', { class: 'questions' }, ...parts),
    update: (now, turn) => {
      for (const [index, each] of now.questions.entries()) questions[index]?.update(each, turn);
    },
    flush: () => {
      for (const each of questions) each.flush();
    },
  };
}

class QuestionField {
  readonly element: HTMLFieldSetElement;
  private readonly choice: Choice;
  private readonly reason: Reason;
  private readonly unknown: HTMLElement;

  constructor(
    private readonly page: Page,
    { study, checklist }: AppraisalForm,
    { number, label, question, lookFor }: FormQuestion,
  ) {
    const { words } = page;
    const said = { kind: 'answer', study: study.key, item: number } as const;
    this.choice = new Choice(`q${number}`, checklist.answers, words.takeBack, answer =>
      page.write(
        { ...said, answer: answer?.id ?? null },
        answer ? filled(words.answered, number, answer.label) : filled(words.takenBack, number),
      ),
    );
    this.reason = new Reason(page, `${study.key}/${number}`, words.reason, words.askReason, (because, refused) =>
      page.write({ ...said, because }, '', refused),
    );
    this.unknown = element('p', { class: 'problem' });
    this.element = element(
      'fieldset',
      {},
      element('legend', {}, element('span', { class: 'label' }, `${number}. ${label}`), ' ', question),
      hints(page, number, lookFor),
      this.unknown,
      this.choice.element,
      this.reason.element,
    );
    answerByKeys(this.element, this.choice);
  }

  update({ answer, because, unknown }: FormQuestion, turn: number): void {
    this.choice.update(answer, turn);
    const chosen = this.choice.chosen;
    this.reason.update(because, turn, chosen !== undefined && chosen !== 'yes');
    show(this.unknown, unknown !== undefined);
    if (unknown !== undefined) setText(this.unknown, filled(this.page.words.unknown, unknown));
  }

  flush(): void {
    this.reason.flush();
  }
}

/** What to look for: shown or hidden for all questions at once. */
export function hints({ words }: Page, number: string, lookFor: readonly string[]): HTMLElement {
  return element(
    'div',
    { class: 'hints' },
    element('p', { id: `hints-${number}` }, words.lookFor),
    element('ul', { 'aria-labelledby': `hints-${number}` }, ...lookFor.map(each => element('li', {}, each))),
  );
}

/** Keys that answer, while the focus is anywhere in a question but where words are typed. */
export function answerByKeys(fieldset: HTMLFieldSetElement, choice: Choice): void {
  fieldset.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    if (event.target.closest('textarea, input[type=checkbox]')) return;
    if (choice.press(event.key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
}
