import { inlineRatings } from '../review/appraisal.js';
import { isKind, type Member } from '../review/index/member.js';
import type { ReviewIndex } from '../review/index/review-index.js';
import { baseName } from '../syntax/read.js';
import { foldId } from '../text/words.js';
import { rules } from './index.js';
import type { Judges, Notice, Rule } from './rule.js';

/** Something a rule has found, by the rule's number in the list of all. */
export interface Found {
  readonly rule: number;
  readonly notice: Notice;
}

type Kind = keyof Judges;
type Table = Readonly<Record<Kind, readonly number[]>>;

/** Which rules look at which kind of thing, by number: those that take a moment, and the slow ones. */
const quick = rulesByKind(rule => rule.slow !== true);
const slow = rulesByKind(rule => rule.slow === true);

export const ruleNumber: ReadonlyMap<string, number> = new Map(rules.map((rule, index) => [rule.code, index]));

/** The numbers of the rules that rest unless somebody, or the end of drafting, wakes them. */
export const resting: ReadonlySet<number> = new Set(
  rules.flatMap((rule, index) => (rule.off || rule.final ? [index] : [])),
);

/** Which rules look at which kind of thing while some of those that would rest are awake. */
export interface Rota {
  readonly quick: Table;
  readonly slow: Table;
}

/** @param awake the numbers of the rules that somebody has given a voice, of those that would rest */
export function rotaOf(awake: ReadonlySet<number>): Rota {
  const without = (table: Table): Table => {
    const kinds = Object.entries(table) as [Kind, readonly number[]][];
    const left = kinds.map(([kind, numbers]) => [kind, numbers.filter(each => !resting.has(each) || awake.has(each))]);
    return Object.fromEntries(left) as Table;
  };
  return { quick: without(quick), slow: without(slow) };
}

/** Everything that reading, and the quick or the slow rules, have to say of one chunk. */
export function judgeMember(review: ReviewIndex, member: Member, thoroughness: 'quick' | 'slow', rota: Rota): Found[] {
  const found: Found[] = [];
  const table = rota[thoroughness];
  if (thoroughness === 'quick') read(member, found);
  run(table.chunk, found, judges => judges.chunk?.(member, review));
  if (isKind(member, 'study')) {
    run(table.studyFile, found, judges => judges.studyFile?.(member, review));
    const study = review.studyById.get(foldId(member.facts.key));
    if (study?.member === member) run(table.study, found, judges => judges.study?.(study, review));
    for (const rating of inlineRatings(member)) run(table.rating, found, judges => judges.rating?.(rating, review));
  }
  if (isKind(member, 'rating')) {
    const { file, chunk, facts } = member;
    const rating = { rater: baseName(file.path), rating: facts.rating, file, chunk };
    run(table.rating, found, judges => judges.rating?.(rating, review));
  }
  if (isKind(member, 'theme')) {
    const theme = review.themeById.get(member.facts.id);
    if (theme?.member === member) run(table.theme, found, judges => judges.theme?.(theme, review));
  }
  if (isKind(member, 'construct')) {
    const construct = review.constructById.get(member.facts.id);
    if (construct?.member === member) run(table.construct, found, judges => judges.construct?.(construct, review));
  }
  if (isKind(member, 'section')) {
    const section = review.section(member);
    if (section) run(table.section, found, judges => judges.section?.(section, review));
  }
  if (isKind(member, 'generated')) run(table.generated, found, judges => judges.generated?.(member, review));
  if (isKind(member, 'work')) {
    const work = review.works.get(foldId(member.facts.key));
    if (work?.member === member) run(table.work, found, judges => judges.work?.(work, review));
  }
  if (isKind(member, 'judgement')) run(table.judgement, found, judges => judges.judgement?.(member, review));
  if (isKind(member, 'translation')) run(table.translation, found, judges => judges.translation?.(member, review));
  return found;
}

/** Asks rules, by number, and notes what they find. */
function run(
  numbers: readonly number[],
  found: Found[],
  judge: (judges: Judges) => Iterable<Notice> | undefined,
): void {
  for (const rule of numbers) {
    for (const notice of judge(rules[rule]!.judge!) ?? []) found.push({ rule, notice });
  }
}

/** What the rules about `metasynth.yaml` have to say. */
export function judgeWhole(review: ReviewIndex, rota: Rota): Found[] {
  return rota.quick.review.flatMap(number =>
    [...(rules[number]!.judge!.review?.(review) ?? [])].map(notice => ({ rule: number, notice })),
  );
}

/** True for chunks that slow rules look at. */
export function isJudgedSlowly(member: Member): boolean {
  return slow[member.kind as Kind]?.length > 0;
}

/** What reading the text has found. */
function read(member: Member, found: Found[]): void {
  for (const { code, at, data } of member.chunk.problems) {
    const number = ruleNumber.get(code);
    if (number !== undefined) {
      found.push({ rule: number, notice: { site: { file: member.file, chunk: member.chunk, at }, data } });
    }
  }
}

function rulesByKind(wanted: (rule: Rule) => boolean): Table {
  const of = (kind: Kind): number[] =>
    rules.flatMap((rule, index) => (rule.judge?.[kind] && wanted(rule) ? [index] : []));
  return {
    review: of('review'),
    chunk: of('chunk'),
    study: of('study'),
    studyFile: of('studyFile'),
    rating: of('rating'),
    theme: of('theme'),
    construct: of('construct'),
    section: of('section'),
    generated: of('generated'),
    work: of('work'),
    judgement: of('judgement'),
    translation: of('translation'),
  };
}
