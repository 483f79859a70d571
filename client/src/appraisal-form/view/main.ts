import type { AppraisalForm } from '../../../../server/src/lsp/protocol.js';
import { button, element, filled, setText, show } from '../../page/view/dom.js';
import type { ToPage } from '../messages.js';
import { answersView, type View } from './answers.js';
import { comparisonView } from './comparison.js';
import { Page } from './page.js';
import { totalWords } from './totals.js';

type Shown = Extract<ToPage, { kind: 'form' }>;

const root = document.getElementById('form')!;
const page = new Page(document.getElementById('status')!);

/** What is on the page, by what it is built for. */
let frame: Frame | undefined;
/** True while somebody asked for another study, whose heading is then where they go on. */
let moving = false;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.kind) {
    case 'form':
      take(data);
      return;
    case 'written':
      page.dealtWith(data);
      unsaved = !data.saved;
      return;
    case 'refused':
      page.dealtWith(data);
      page.announce(filled(page.words.notWritten, data.problem), true);
      refused = true;
      return;
    case 'gone':
      frame = undefined;
      root.replaceChildren(element('p', { class: 'notice' }, data.text));
      return;
  }
});

let unsaved = false;
let refused = false;

function take(shown: Shown): void {
  const { form, state, words, turn } = shown;
  page.words = words;
  const study = `${form.study.key}\n${form.reviewer.id}\n${form.checklist.title}`;
  const isOther = frame?.study !== study;
  // Reasons that wait belong to the study in which they were typed.
  const drafts = isOther && page.current.study !== state.study ? {} : page.current.drafts;
  const { focus } = page.current.study === state.study ? page.current : { focus: undefined };
  page.keep({ ...state, drafts });
  if (isOther) {
    frame = new Frame(study, shown);
    root.replaceChildren(frame.element);
    frame.update(shown);
    goTo(moving || focus === undefined ? 'study' : focus, moving);
    if (moving) page.announce(filled(words.answeredHere, form.answered, form.questions.length));
    moving = false;
    return;
  }
  const before = frame!.progress;
  frame!.update(shown);
  tellOf(form, turn, before);
}

/** Says what came of what was done, and that something else has changed the file. */
function tellOf(form: AppraisalForm, turn: number, before: string): void {
  const { words } = page;
  const said = page.takeSaid(turn);
  if (said !== undefined && refused) {
    refused = false;
    return;
  }
  if (said !== undefined) {
    const saved = unsaved ? filled(words.notSaved, fileName(form)) : words.saved;
    const progress = said === '' || form.comparison ? '' : frame!.progress;
    page.announce([said, progress, saved].filter(each => each !== '').join(' · '));
  } else if (before !== frame!.progress) page.announce(`${words.followed} ${frame!.progress}`);
}

/** Puts the focus on a field, now where the page has it, else once it gets it: nothing is taken from an editor. */
function goTo(id: string, now: boolean): void {
  wanted = id;
  if (now || document.hasFocus()) focusWanted();
}
let wanted: string | undefined;
function focusWanted(): void {
  if (wanted === undefined) return;
  const target = document.getElementById(wanted) ?? document.getElementById('study');
  wanted = undefined;
  target?.focus();
}
/** Somebody who comes with the keyboard goes on where they were; who comes with a pointer has pointed at something. */
window.addEventListener('focus', () => {
  const coming = setTimeout(() => {
    window.removeEventListener('pointerdown', pointed, true);
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    wanted ??= page.current.focus ?? 'study';
    focusWanted();
  }, 150);
  const pointed = (): void => clearTimeout(coming);
  window.addEventListener('pointerdown', pointed, { capture: true, once: true });
});
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement && target.id !== '') page.keep({ focus: target.id });
});

function go(to: AppraisalForm['next'], none: string): void {
  frame?.flush();
  if (!to) {
    page.announce(none);
    return;
  }
  moving = true;
  page.post({ kind: 'go', study: to.key });
}

function fileName({ file }: AppraisalForm): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1);
}

/** The head and foot that every study has, and between them the answers or the comparison. */
class Frame {
  readonly element: HTMLElement;
  progress = '';
  private form: AppraisalForm;
  private view: { readonly kind: 'answers' | 'comparison' | 'waiting'; readonly content: View } | undefined;
  /** The answers stay in front while somebody is at them, though they can be compared already. */
  private wish: 'answers' | 'comparison';
  private readonly heading = element('h1', { id: 'study', tabindex: '-1' });
  private readonly role = element('span');
  private readonly fullText: HTMLElement;
  private readonly file: HTMLButtonElement;
  private readonly line = element('p', { class: 'progress' });
  private readonly others = element('p', { class: 'progress others' });
  private readonly broken = element('p', { class: 'notice problem' });
  private readonly ready: HTMLElement;
  private readonly compare: HTMLButtonElement;
  private readonly back: HTMLElement;
  private readonly hints: HTMLElement;
  private readonly box = element('input', { type: 'checkbox', id: 'show-hints' });
  private readonly content = element('div', { class: 'content' });
  private readonly total = element('p', { class: 'total' });
  private readonly previous: HTMLButtonElement;
  private readonly next: HTMLButtonElement;

  constructor(
    readonly study: string,
    { form }: Shown,
  ) {
    this.form = form;
    const { words } = page;
    this.wish = form.comparison ? 'comparison' : 'answers';
    const open = (what: 'study' | 'full-text' | 'file' | 'checklist', text: string): HTMLButtonElement =>
      button(text, () => page.post({ kind: 'open', what }), { class: 'link', id: `open-${what}` });
    this.fullText = element('li', {}, open('full-text', words.openFullText));
    this.file = open('file', '');
    this.compare = button(words.compare, () => this.turnTo('comparison'), { id: 'compare' });
    this.ready = element(
      'div',
      { class: 'notice' },
      element('p', {}, `${words.compareReady} `, this.compare),
      element('p', {}, words.ownAnswersNote),
    );
    this.back = element(
      'div',
      { class: 'back' },
      button(words.ownAnswers, () => this.turnTo('answers'), { class: 'link', id: 'own-answers' }),
    );
    this.box.checked = page.current.hints !== false;
    this.box.addEventListener('change', () => this.showHints());
    this.hints = element('label', { for: 'show-hints', class: 'switch' }, this.box, words.showHints);
    this.previous = button('', () => go(this.form.previous, words.first), { id: 'previous' });
    this.next = button('', () => go(this.form.next, words.last), { id: 'next', class: 'main' });
    const choose = (kind: 'choose-study' | 'choose-reviewer', text: string): HTMLButtonElement =>
      button(
        text,
        () => {
          this.flush();
          moving = true;
          page.post({ kind });
        },
        { class: 'link', id: kind },
      );
    const letters = form.checklist.answers.map((each, index) => `${index + 1} ${each.letter}`).join(', ');
    const chord = /Mac|iP(?:hone|ad)/.test(navigator.userAgent) ? '⌘ Enter' : 'Ctrl+Enter';
    this.element = element(
      'div',
      {},
      element('p', { class: 'reviewer' }, this.role, ' ', choose('choose-reviewer', words.changeReviewer)),
      this.heading,
      element(
        'ul',
        { class: 'links' },
        element('li', {}, open('study', words.openStudy)),
        this.fullText,
        element('li', {}, this.file),
        ...(/^https?:/i.test(form.checklist.link) ? [element('li', {}, open('checklist', words.checklist))] : []),
        element('li', {}, choose('choose-study', words.chooseStudy)),
      ),
      this.line,
      this.others,
      this.broken,
      this.ready,
      this.back,
      this.hints,
      this.content,
      element(
        'footer',
        {},
        this.total,
        element('div', { class: 'moves' }, this.previous, this.next),
        element('p', { class: 'keys' }, filled(words.keys, letters, chord)),
      ),
    );
    this.showHints();
  }

  update({ form, fullText, turn }: Shown): void {
    this.form = form;
    const { words } = page;
    const { reviewer, study, file, comparison } = form;
    const name = reviewer.name === reviewer.id ? reviewer.id : `${reviewer.id} (${reviewer.name})`;
    setText(this.role, filled(reviewer.role === 'arbiter' ? words.settlingAs : words.appraisingAs, name));
    setText(this.heading, study.name);
    show(this.fullText, fullText);
    setText(this.file, filled(words.openFile, fileName(form)));
    show(this.file.parentElement!, file.exists);
    const here = reviewer.role === 'rater' ? [filled(words.answeredHere, form.answered, form.questions.length)] : [];
    this.progress = [...here, filled(words.studiesDone, form.done.done, form.done.of)].join(' · ');
    setText(this.line, this.progress);
    setText(
      this.others,
      form.others.map(({ rater, done, of }) => filled(words.otherDone, rater, done, of)).join(' · '),
    );
    show(this.broken, file.broken);
    setText(this.broken, filled(words.broken, file.path));
    if (!comparison) this.wish = 'answers';
    this.turnView();
    this.view!.content.update(form, turn);
    show(this.ready, comparison !== undefined && this.view!.kind === 'answers');
    show(this.back, this.view!.kind === 'comparison' && reviewer.role === 'rater');
    show(this.hints, this.view!.kind === 'answers');
    setText(this.total, this.view!.kind === 'answers' ? totalWords(words, form.total) : '');
    show(this.total, this.total.textContent !== '');
    this.move(this.previous, form.previous?.name, words.previous);
    this.move(this.next, form.next?.name, words.next);
  }

  flush(): void {
    this.view?.content.flush();
  }

  private move(target: HTMLButtonElement, name: string | undefined, words: string): void {
    show(target, name !== undefined);
    if (name !== undefined) setText(target, filled(words, name));
  }

  private turnTo(wish: 'answers' | 'comparison'): void {
    this.flush();
    this.wish = wish;
    if (last) this.update(last);
    document.getElementById(wish === 'comparison' ? 'comparison' : 'study')?.focus();
  }

  /** Builds what is wanted where something else is there. */
  private turnView(): void {
    const { form } = this;
    // An arbiter has no answers of their own: they wait for those of the raters.
    const isArbiter = form.reviewer.role === 'arbiter';
    const compared = form.comparison && (isArbiter || this.wish === 'comparison');
    const kind = compared ? 'comparison' : isArbiter ? 'waiting' : 'answers';
    if (this.view?.kind === kind) return;
    const hadFocus = this.content.contains(document.activeElement);
    const content =
      kind === 'comparison' ? comparisonView(page, form) : kind === 'answers' ? answersView(page, form) : waitingView();
    this.view = { kind, content };
    this.content.replaceChildren(content.element);
    if (hadFocus) this.heading.focus();
  }

  private showHints(): void {
    page.keep({ hints: this.box.checked });
    this.content.classList.toggle('without-hints', !this.box.checked);
  }
}

function waitingView(): View {
  return {
    element: element('p', { class: 'notice' }, page.words.waiting),
    update: () => {},
    flush: () => {},
  };
}

/** The last form, for turning from one view of it to the other. */
let last: Shown | undefined;
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'form') last = data;
});

document.addEventListener('keydown', event => {
  const inText = event.target instanceof HTMLElement && event.target.closest('textarea') !== null;
  const chord = (event.ctrlKey || event.metaKey) && !event.altKey && event.key === 'Enter';
  const arrow = event.altKey && !event.ctrlKey && !event.metaKey && !inText;
  const form = last?.form;
  if (!form || !page.words) return;
  if (chord || (arrow && event.key === 'ArrowRight')) go(form.next, page.words.last);
  else if (arrow && event.key === 'ArrowLeft') go(form.previous, page.words.first);
  else return;
  event.preventDefault();
  event.stopPropagation();
});
document.addEventListener('visibilitychange', () => frame?.flush());
window.addEventListener('pagehide', () => frame?.flush());

page.post({ kind: 'ready' });
