import * as l10n from '@vscode/l10n';
import { type Checklist, readAnswer } from '../standards/checklist.js';
import { entry, isEmpty, type Path } from '../syntax/yaml/access.js';
import type { Located, LocatedEntry, LocatedMap } from '../syntax/yaml/located.js';
import { foldId } from '../text/words.js';
import { type Draft, done, type Outcome, type Piece, refused } from './pieces.js';
import { addEntry, addItem, clearValue, remove, setValue, type Where } from './yaml-edits.js';
import { onLines } from './yaml-lines.js';
import { targetAt, type YamlSource } from './yaml-source.js';

/** A question of one study in the text that holds, or will hold, one rater's answers. */
export interface AnswerPlace {
  readonly draft: Draft;
  /** Reads the text as the draft has it now. */
  readonly source: () => YamlSource | undefined;
  /** Where in the text the study's answers stand; undefined where they do not yet. */
  readonly find: (root: Located | undefined) => Path | undefined;
  /** The study's key, for an entry that is not there yet. */
  readonly key: string;
  /** The number of the question. */
  readonly item: string;
  readonly checklist: Checklist;
}

/** The key below which reasons stand. */
const reasonsKey = 'because';

/** Answers a question in the words given. One that has this answer already, however it is spelt, is left alone. */
export function writeAnswer(place: AnswerPlace, words: string): Outcome<void> {
  const { item, checklist } = place;
  // A list holds answers in order, and cannot leave one out.
  const ready = numbered(place, length => Number(item) > length + 1);
  if (!ready.ok) return ready;
  return step(place, (source, base) => {
    if (!base) return addEntry(source, [], place.key, { map: [[item, words]] }, 'sorted');
    const answers = targetAt(source.root!, base)!.value;
    if (answers.kind === 'list') {
      const index = Number(item) - 1;
      const old = answers.items[index];
      if (old?.kind === 'scalar' && means(checklist, old.value, words)) return done([]);
      if (old) return setValue(source, [...base, index], words);
      return addItem(source, base, words);
    }
    if (answers.kind === 'scalar') return isEmpty(answers) ? addEntry(source, base, item, words) : notAnswers(place);
    const own = entryOf(answers, item);
    if (!own) return addEntry(source, base, item, words, inOrder(answers, place));
    if (own.value.kind !== 'scalar') return notAnswers(place);
    return means(checklist, own.value.value, words) ? done([]) : setValue(source, [...base, own.key], words);
  });
}

/**
 * Takes an answer out, with its line; where other questions wait for their answers on lines of their own, or something is noted
 * beside it, its number stays. A study of which nothing is left goes with it.
 */
export function clearAnswer(place: AnswerPlace): Outcome<void> {
  const { item } = place;
  const ready = numbered(place, length => Number(item) < length);
  if (!ready.ok) return ready;
  return step(place, (source, base) => {
    const answers = base && targetAt(source.root!, base)?.value;
    if (!base || !answers || answers.kind === 'scalar') return done([]);
    if (answers.kind === 'list') {
      const index = Number(item) - 1;
      return index < answers.items.length ? pruned(source, [...base, index]) : done([]);
    }
    const own = entryOf(answers, item);
    if (!own || isEmpty(own.value)) return done([]);
    const others = answers.entries.filter(each => each !== own && isQuestion(place, each));
    const waits = !answers.flow && others.some(each => isEmpty(each.value));
    if (waits || own.comment) return clearValue(source, [...base, own.key]);
    const rest = answers.entries.filter(each => each !== own);
    // Who settled it, with nothing that was settled, says nothing.
    const whole = rest.length > 0 && rest.every(each => each.key === 'by');
    return pruned(source, whole ? base : [...base, own.key]);
  });
}

/** Writes the reason of an answer below `because:`, as prose on lines of its own; an empty one is taken out. */
export function writeReason(place: AnswerPlace, reason: string): Outcome<void> {
  const words = reason.replace(/\r\n?/g, '\n').trim();
  const { item } = place;
  if (words === '') return clearReason(place);
  const listed = numbered(place, () => true);
  if (!listed.ok) return listed;
  const ready = step(place, (source, base) => {
    if (!base || reasonOf(source, base, item) === words) return done([]);
    return onLines(source, [...base, reasonsKey], key => key === reasonsKey);
  });
  if (!ready.ok) return ready;
  return step(place, (source, base) => {
    const value = { map: [[item, { prose: words }]] } as const;
    if (!base) return addEntry(source, [], place.key, { map: [[reasonsKey, value]] }, 'sorted');
    const answers = targetAt(source.root!, base)!.value;
    if (answers.kind === 'scalar' && !isEmpty(answers)) return notAnswers(place);
    const reasons = targetAt(source.root!, [...base, reasonsKey])?.value;
    if (!reasons) return addEntry(source, base, reasonsKey, value);
    if (reasons.kind === 'list' || (reasons.kind === 'scalar' && !isEmpty(reasons))) {
      return refused(l10n.t('The reasons for {0} stand there without the numbers of their questions.', place.key));
    }
    const path = [...base, reasonsKey];
    const own = reasons.kind === 'map' ? entryOf(reasons, item) : undefined;
    if (!own) {
      const where = reasons.kind === 'map' ? inOrder(reasons, place) : 'end';
      return addEntry(source, path, item, { prose: words }, where);
    }
    if (own.value.kind === 'scalar' && own.value.value === words) return done([]);
    const prose = setValue(source, [...path, own.key], { prose: words });
    // A block text has no room for what is noted beside the words that it replaces.
    return prose.ok ? prose : setValue(source, [...path, own.key], words);
  });
}

function clearReason(place: AnswerPlace): Outcome<void> {
  return step(place, (source, base) => {
    const reasons = base && source.root && targetAt(source.root, [...base, reasonsKey])?.value;
    const own = reasons?.kind === 'map' ? entryOf(reasons, place.item) : undefined;
    return base && own ? pruned(source, [...base, reasonsKey, own.key]) : done([]);
  });
}

/** Writes who settled the answers of a study, where any are settled. */
export function settledBy(place: AnswerPlace, people: readonly string[]): Outcome<void> {
  return step(place, (source, base) => {
    const answers = base && targetAt(source.root!, base)?.value;
    if (!base || answers?.kind !== 'map') return done([]);
    const questions = answers.entries.filter(each => isQuestion(place, each));
    if (questions.every(each => isEmpty(each.value))) return done([]);
    const own = entry(answers, 'by');
    if (people.length === 0) return own ? remove(source, [...base, 'by']) : done([]);
    if (own && isSame(namesIn(own.value), people)) return done([]);
    const value = { list: people, flow: true };
    if (own) return setValue(source, [...base, 'by'], value);
    return addEntry(source, base, 'by', value, { after: questions.at(-1)!.key });
  });
}

/** One edit of the text as it stands now. */
function step(
  { draft, source, find }: AnswerPlace,
  edit: (source: YamlSource, base: Path | undefined) => Outcome<readonly Piece[]>,
): Outcome<void> {
  const now = source();
  if (!now) return refused(l10n.t('The head of the file, between lines of ---, is not closed.'));
  const outcome = edit(now, find(now.root));
  if (!outcome.ok) return outcome;
  if (outcome.value.length > 0) draft.edit(outcome.value);
  return done(undefined);
}

/** Takes out what stands at a path, and what would hold nothing without it. */
function pruned(source: YamlSource, path: Path): Outcome<readonly Piece[]> {
  let own = path;
  while (own.length > 1) {
    const parent = targetAt(source.root!, own)?.parent;
    const size = parent?.kind === 'map' ? parent.entries.length : parent?.kind === 'list' ? parent.items.length : 2;
    if (size > 1) break;
    own = own.slice(0, -1);
  }
  return remove(source, own);
}

/** Puts the number of its question before each answer of a list, where the list is too narrow for what is to come. */
function numbered(place: AnswerPlace, isNarrow: (length: number) => boolean): Outcome<void> {
  return step(place, (source, base) => {
    const answers = base && targetAt(source.root!, base)?.value;
    if (!base || answers?.kind !== 'list' || !isNarrow(answers.items.length)) return done([]);
    const words = answers.items.map(each => (each.kind === 'scalar' ? each.value : undefined));
    if (words.includes(undefined)) return notAnswers(place);
    return setValue(source, base, { map: words.map((each, index) => [String(index + 1), each!] as const) });
  });
}

/** Where the entry of a question goes: behind the last one whose question comes before it. */
function inOrder(map: LocatedMap, place: AnswerPlace): Where {
  const numbers = place.checklist.items.map(each => String(each.number));
  const before = new Set(numbers.slice(0, numbers.indexOf(place.item)));
  const last = map.entries.findLast(each => before.has(each.key.trim()));
  return last ? { after: last.key } : 'start';
}

function isQuestion({ checklist }: AnswerPlace, { key }: LocatedEntry): boolean {
  return checklist.items.some(each => String(each.number) === key.trim());
}

function entryOf(map: LocatedMap, item: string): LocatedEntry | undefined {
  return map.entries.find(each => each.key.trim() === item);
}

function reasonOf({ root }: YamlSource, base: Path, item: string): string | undefined {
  const reasons = root && targetAt(root, [...base, reasonsKey])?.value;
  const value = reasons?.kind === 'map' ? entryOf(reasons, item)?.value : undefined;
  return value?.kind === 'scalar' ? value.value : undefined;
}

function means(checklist: Checklist, written: string, words: string): boolean {
  return readAnswer(checklist, written) === readAnswer(checklist, words);
}

function namesIn(value: Located): readonly string[] {
  const values = value.kind === 'list' ? value.items : [value];
  return values.flatMap(each => (each.kind === 'scalar' ? [each.value] : []));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => foldId(each) === foldId(b[index]!));
}

function notAnswers({ key }: AnswerPlace): Outcome<never> {
  return refused(l10n.t('What stands there for {0} are not answers by the number of the question.', key));
}
