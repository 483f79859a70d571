import type { AppraisalForm, ComparedQuestion, Comparison, GivenAnswer } from '../../../../server/src/lsp/protocol.js';
import { answerByKeys, type View } from './answers.js';
import { element, filled, setText, show } from './dom.js';
import { Choice, Reason } from './fields.js';
import type { Page } from './page.js';
import { totalWords } from './totals.js';

/** What the raters say side by side, first where they differ, with what holds to be settled there. */
export function comparisonView(page: Page, form: AppraisalForm): View {
  return new ComparisonView(page, form);
}

class ComparisonView implements View {
  readonly element: HTMLElement;
  private readonly summary = element('p', { class: 'summary' });
  private readonly people: HTMLElement;
  private readonly boxes: readonly HTMLInputElement[];
  private fields = new Map<string, ComparedField>();
  private readonly differing = element('div');
  private readonly alikeHead = element('summary');
  private readonly alike = element('div', { class: 'alike' });
  private readonly alikePart: HTMLElement;
  private turn = 0;
  private form: AppraisalForm;

  constructor(
    private readonly page: Page,
    form: AppraisalForm,
  ) {
    this.form = form;
    const { words } = page;
    const comparison = form.comparison!;
    this.boxes = comparison.people.map(({ id }) => {
      const box = element('input', { type: 'checkbox', id: `by-${id}`, value: id });
      box.addEventListener('change', () => this.settledBy());
      return box;
    });
    this.people = element(
      'fieldset',
      { class: 'people' },
      element('legend', {}, words.settledBy),
      ...this.boxes.map((box, index) => {
        const { id, name } = comparison.people[index]!;
        return element('label', { for: box.id }, box, name === id ? id : `${id} (${name})`);
      }),
    );
    this.alikePart = element('details', {}, this.alikeHead, this.alike);
    this.element = element(
      'section',
      { 'aria-labelledby': 'comparison' },
      element('h2', { id: 'comparison', tabindex: '-1' }, words.comparison),
      this.summary,
      this.people,
      this.differing,
      this.alikePart,
    );
  }

  update(form: AppraisalForm, turn: number): void {
    const { comparison } = form;
    if (!comparison) return;
    this.form = form;
    setText(this.summary, this.summaryOf(comparison));
    show(this.people, comparison.differing.length > 0);
    if (turn >= this.turn) {
      for (const box of this.boxes) box.checked = comparison.by.some(each => sameName(each, box.value));
    }
    const now = new Map<string, ComparedField>();
    for (const each of comparison.differing) {
      const field = this.fields.get(each.number) ?? new ComparedField(this.page, form, each, () => this.by);
      now.set(each.number, field);
      field.update(each, comparison.raters, turn);
    }
    const same = now.size === this.fields.size && [...now.keys()].every(each => this.fields.has(each));
    this.fields = now;
    if (!same) this.differing.replaceChildren(...[...now.values()].map(each => each.element));
    this.updateAlike(form, comparison);
  }

  flush(): void {
    for (const each of this.fields.values()) each.flush();
  }

  private get by(): readonly string[] {
    return this.boxes.filter(each => each.checked).map(each => each.value);
  }

  /** Who has settled is said where something is settled; before that it is kept for what will be. */
  private settledBy(): void {
    const settled = this.form.comparison?.differing.find(each => each.settled?.answer !== undefined);
    if (!settled) return;
    const { key } = this.form.study;
    this.turn = this.page.write({ kind: 'settle', study: key, item: settled.number, by: this.by }, '');
  }

  private summaryOf({ raters, differing, alike, open, total }: Comparison): string {
    const { words } = this.page;
    const names = new Intl.ListFormat(document.documentElement.lang).format(raters);
    if (differing.length === 0) {
      return [filled(words.alikeAll, names), totalWords(words, total)].filter(each => each !== '').join(' ');
    }
    const rest = open > 0 ? filled(words.stillOpen, open) : words.allSettled;
    const differ = filled(words.differ, names, differing.length, differing.length + alike.length);
    return [differ, rest, totalWords(words, total)].filter(each => each !== '').join(' · ');
  }

  private updateAlike({ checklist }: AppraisalForm, { alike, raters }: Comparison): void {
    const { words } = this.page;
    show(this.alikePart, alike.length > 0);
    setText(this.alikeHead, alike.length === 1 ? words.alikeOne : filled(words.alike, alike.length));
    this.alike.replaceChildren(
      ...alike.flatMap(({ number, label, given }) => [
        element('h3', {}, `${number}. ${label}`),
        givenBy(this.page, checklist.answers, raters, given),
      ]),
    );
  }
}

class ComparedField {
  readonly element: HTMLFieldSetElement;
  private readonly given = element('div');
  private readonly choice: Choice;
  private readonly reason: Reason;
  private shown = '';

  constructor(
    private readonly page: Page,
    private readonly form: AppraisalForm,
    { number, label, question }: ComparedQuestion,
    by: () => readonly string[],
  ) {
    const { words } = page;
    const { study, checklist } = form;
    const said = { kind: 'settle', study: study.key, item: number } as const;
    this.choice = new Choice(`s${number}`, checklist.answers, words.unsettle, answer =>
      page.write(
        { ...said, answer: answer?.id ?? null, by: by() },
        answer ? filled(words.answered, number, answer.label) : filled(words.takenBack, number),
      ),
    );
    this.reason = new Reason(
      page,
      `${study.key}/${number}/settled`,
      words.holdsReason,
      words.askReason,
      (because, no) => page.write({ ...said, because, by: by() }, '', no),
    );
    this.element = element(
      'fieldset',
      {},
      element('legend', {}, element('span', { class: 'label' }, `${number}. ${label}`), ' ', question),
      this.given,
      element('p', { class: 'holds' }, words.holds),
      this.choice.element,
      this.reason.element,
    );
    answerByKeys(this.element, this.choice);
  }

  update({ given, settled }: ComparedQuestion, raters: readonly string[], turn: number): void {
    const now = JSON.stringify([given, raters]);
    if (now !== this.shown) {
      this.shown = now;
      this.given.replaceChildren(givenBy(this.page, this.form.checklist.answers, raters, given));
    }
    this.choice.update(settled?.answer, turn);
    this.reason.update(settled?.because ?? '', turn, this.choice.chosen !== undefined);
  }

  flush(): void {
    this.reason.flush();
  }
}

/** The answers and reasons of the raters, side by side where there is room. */
function givenBy(
  { words }: Page,
  answers: AppraisalForm['checklist']['answers'],
  raters: readonly string[],
  given: readonly GivenAnswer[],
): HTMLElement {
  return element(
    'dl',
    { class: 'given' },
    ...raters.map((rater, index) => {
      const { answer, because } = given[index]!;
      const label = answers.find(each => each.id === answer)?.label ?? words.noAnswer;
      return element(
        'div',
        {},
        element('dt', {}, rater),
        element('dd', { class: 'answer' }, label),
        element('dd', because === '' ? { class: 'none' } : {}, because === '' ? words.noReason : because),
      );
    }),
  );
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
