import type { Checklist } from '../../standards/checklist.js';
import { citeName } from '../../syntax/bibliography/name.js';
import type { Settings, StudyFacts } from '../../syntax/facts.js';
import { baseName } from '../../syntax/read.js';
import { foldId } from '../../text/words.js';
import { appraisalOf, statedTotal } from '../appraisal.js';
import type { Appraisal, RaterAnswers } from '../model.js';
import { studyOrder } from '../order.js';
import { byClaim } from '../own-keys.js';
import type { Codebook } from './codebook.js';
import type { Effects } from './effects.js';
import type { IndexedTheme } from './entries.js';
import { inReadingOrder, isKind, type MemberOf } from './member.js';
import { IndexedStudy } from './study.js';
import { StudyList } from './study-list.js';
import type { SymbolTable } from './symbols.js';
import type { ValueCounts } from './values.js';
import type { Works } from './works.js';

/** The included studies: who has which key, what each carries, and how it was appraised. */
export class Studies {
  readonly byId = new Map<string, IndexedStudy>();
  readonly list: StudyList;
  /** Studies by the folded keys of further papers of theirs. */
  private readonly reported = new Map<string, IndexedStudy[]>();
  private readonly synthesised = new Map<string, number>();
  private readonly totals = new Map<number, number>();
  private seen = new Set<IndexedStudy>();
  private last: { study: IndexedStudy; appraisal: Appraisal } | undefined;
  private readonly appraise = (study: IndexedStudy): Appraisal => this.appraisal(study);

  constructor(
    private readonly symbols: SymbolTable,
    private readonly effects: Effects,
    private readonly works: Works,
    private readonly codebook: Codebook,
    private readonly values: ValueCounts,
    private readonly settings: Settings,
    private readonly checklist: Checklist | undefined,
  ) {
    this.list = new StudyList(studyOrder(settings));
  }

  /** What a citation of this key cites: a study, by its own key or by that of another of its papers. */
  cited(id: string): IndexedStudy | undefined {
    const own = this.byId.get(id);
    if (own) return own;
    const claims = this.reported.get(id);
    return claims?.reduce((first, each) => (inReadingOrder(each.member, first.member) < 0 ? each : first));
  }

  /** True for the key of a paper that some study names as one of its own or as one that it synthesises. */
  isReported(id: string): boolean {
    return this.reported.has(id) || this.synthesised.has(id);
  }

  /** The two highest totals that studies state themselves. */
  get highest(): readonly number[] {
    const found: number[] = [];
    for (const [total, count] of this.totals) {
      found.push(total);
      if (count > 1) found.push(total);
    }
    return found.sort((a, b) => b - a).slice(0, 2);
  }

  /** All files of studies, those that own their key first. */
  get files(): readonly MemberOf<'study'>[] {
    const all: MemberOf<'study'>[] = [];
    for (const id of this.symbols.defined('study')) {
      all.push(...(this.symbols.members('study', 'defines', id) as readonly MemberOf<'study'>[]));
    }
    return byClaim(all.sort(inReadingOrder));
  }

  /** The file that owns a key, and the others that claim it. */
  claims(id: string): readonly MemberOf<'study'>[] {
    return byClaim(this.symbols.definers('study', id) as readonly MemberOf<'study'>[]);
  }

  /** Studies of which something has changed, or which have gone, since this was last asked. */
  takeSeen(): ReadonlySet<IndexedStudy> {
    const { seen } = this;
    this.seen = new Set();
    return seen;
  }

  /**
   * Looks again at these keys: who owns them, and all that follows.
   *
   * @returns the keys that a citation understands otherwise than before
   */
  update(ids: Iterable<string>): Set<string> {
    const meanings = new Set<string>();
    const highest = this.highest;
    const size = this.byId.size;
    let moved = false;
    for (const id of ids) {
      const owner = this.claims(id)[0];
      const known = this.byId.get(id);
      this.effects.touch(this.symbols.members('study', 'defines', id));
      if (!owner) {
        if (!known) continue;
        this.drop(known, meanings);
        moved = true;
        continue;
      }
      if (known) this.values.count(known.facts, -1);
      this.values.count(owner.facts, 1);
      const study = known ?? new IndexedStudy(id, owner, this.appraise);
      if (!known) {
        this.byId.set(id, study);
        meanings.add(id);
      }
      const was = study.name;
      this.derive(study, owner, meanings);
      if (study.name !== was || !known) {
        this.effects.facets.add('keys');
        this.effects.touch(this.symbols.members('study', 'uses', id));
      }
      this.effects.detail('study', id);
      if (!this.effects.everything) {
        this.effects.facets.add(`findings ${id}`);
        this.effects.facets.add(`appraisal ${id}`);
      }
      if (this.list.place(study)) moved = true;
    }
    if (moved) this.effects.facets.add('studies');
    if (this.byId.size !== size) this.effects.facets.add('study-count');
    const now = this.highest;
    if (now[0] !== highest[0] || now[1] !== highest[1]) this.effects.facets.add('totals');
    return meanings;
  }

  /** Answers of raters have changed. */
  reappraise(ids: Iterable<string>): void {
    this.last = undefined;
    for (const id of ids) {
      const study = this.byId.get(id);
      if (!study) continue;
      study.reappraised();
      this.seen.add(study);
      this.effects.touch([study.member]);
      this.effects.touch(this.symbols.members('study', 'uses', id));
      this.effects.detail('study', id);
      if (!this.effects.everything) this.effects.facets.add(`appraisal ${id}`);
      if (this.list.place(study)) this.effects.facets.add('studies');
    }
  }

  /** Names of themes mean something else: the studies that use them carry something else. */
  recarry(names: Iterable<string>): void {
    if (this.byId.size === 0) return;
    const studies = new Set<IndexedStudy>();
    for (const name of names) {
      for (const member of this.symbols.members('theme', 'uses', name)) {
        const study = isKind(member, 'study') ? this.byId.get(foldId(member.facts.key)) : undefined;
        if (study?.member === member) studies.add(study);
      }
    }
    for (const study of studies) this.carry(study, this.carriedBy(study));
  }

  private derive(study: IndexedStudy, owner: MemberOf<'study'>, meanings: Set<string>): void {
    if (this.last?.study === study) this.last = undefined;
    count(this.totals, study.stated, -1);
    study.member = owner;
    const { facts } = owner;
    const work = this.works.byId.get(study.id);
    study.work = work;
    study.name = facts.cite?.value ?? (work && citeName(work.facts) ? citeName(work.facts) : facts.key);
    study.year = work?.facts.year ?? yearIn(facts);
    study.stated = statedTotal(facts);
    count(this.totals, study.stated, 1);
    study.reappraised();
    this.carry(study, this.carriedBy(study));
    this.report(study, foldAll(facts.reports), meanings);
    this.synthesise(study, foldAll(facts.synthesises));
  }

  private drop(study: IndexedStudy, meanings: Set<string>): void {
    this.byId.delete(study.id);
    this.list.remove(study);
    this.values.count(study.facts, -1);
    count(this.totals, study.stated, -1);
    this.carry(study, []);
    this.report(study, [], meanings);
    this.synthesise(study, []);
    meanings.add(study.id);
    this.effects.facets.add('keys');
    this.effects.touch(this.symbols.members('study', 'uses', study.id));
    this.effects.detail('study', study.id);
    if (!this.effects.everything) this.effects.facets.add(`appraisal ${study.id}`);
    if (this.last?.study === study) this.last = undefined;
  }

  private report(study: IndexedStudy, reports: readonly string[], meanings: Set<string>): void {
    for (const id of study.reports) {
      if (reports.includes(id)) continue;
      const claims = this.reported.get(id)?.filter(each => each !== study) ?? [];
      if (claims.length > 0) this.reported.set(id, claims);
      else this.reported.delete(id);
      meanings.add(id);
    }
    for (const id of reports) {
      if (study.reports.includes(id)) continue;
      this.reported.set(id, [...(this.reported.get(id) ?? []), study]);
      meanings.add(id);
    }
    study.reports = reports;
  }

  private synthesise(study: IndexedStudy, ids: readonly string[]): void {
    for (const id of study.synthesised) count(this.synthesised, id, -1);
    for (const id of ids) count(this.synthesised, id, 1);
    for (const id of [...study.synthesised, ...ids]) {
      if (study.synthesised.includes(id) !== ids.includes(id))
        this.effects.touch(this.symbols.members('work', 'defines', id));
    }
    study.synthesised = ids;
  }

  /** The themes it lists, then those that only tag one of its findings; unknown ones left out. */
  private carriedBy({ facts }: IndexedStudy): readonly IndexedTheme[] {
    const carried = new Set<IndexedTheme>();
    const add = (id: string): void => {
      const theme = this.codebook.theme(id);
      if (theme) carried.add(theme);
    };
    for (const theme of facts.themes) add(theme.id);
    for (const finding of facts.findings) finding.tags.forEach(add);
    return [...carried];
  }

  private carry(study: IndexedStudy, themes: readonly IndexedTheme[]): void {
    this.seen.add(study);
    const before = study.themes;
    study.themes = themes.map(theme => theme.id);
    if (!this.effects.everything && !isSameList(before, study.themes)) this.effects.facets.add(`carries ${study.id}`);
    for (const id of before) {
      const theme = this.codebook.themes.get(id);
      if (theme && !themes.includes(theme) && theme.carriers.delete(study)) this.codebook.stir(theme);
    }
    for (const theme of themes) {
      if (theme.carriers.has(study)) continue;
      theme.carriers.add(study);
      this.codebook.stir(theme);
    }
  }

  /** The appraisal of the study that was asked for last is at hand: rules ask for the same one after another. */
  private appraisal(study: IndexedStudy): Appraisal {
    if (this.last?.study === study) return this.last.appraisal;
    const appraisal = appraisalOf(study, this.answers(study.id), this.checklist, this.settings);
    this.last = { study, appraisal };
    return appraisal;
  }

  /** Everyone's answers in raters' files. Of a study that stands twice in a rater's file the first counts. */
  private answers(id: string): RaterAnswers[] {
    const ratings = this.symbols
      .members('study', 'uses', id)
      .filter((each): each is MemberOf<'rating'> => isKind(each, 'rating'));
    const found: RaterAnswers[] = [];
    for (const { file, chunk, facts } of ratings.sort(inReadingOrder)) {
      if (!found.some(each => each.file === file)) {
        found.push({ rater: baseName(file.path), rating: facts.rating, file, chunk });
      }
    }
    return found;
  }
}

/** The year that a study tells itself: its own field, else the one its name ends with. */
function yearIn(facts: StudyFacts): number | undefined {
  const field = facts.fields.find(each => each.name === 'year')?.items[0]?.value;
  const match =
    /\b(1[89]\d\d|20\d\d)[a-z]?\b/.exec(field ?? facts.cite?.value ?? '') ?? /(1[89]\d\d|20\d\d)/.exec(facts.key);
  return match ? Number(match[1]) : undefined;
}

/** Nearly every study has no other paper. */
const none: readonly string[] = [];

function foldAll(told: StudyFacts['reports']): readonly string[] {
  if (told.length === 0) return none;
  return [...new Set(told.map(each => foldId(each.value)))];
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

function count<K>(counts: Map<K, number>, key: K | undefined, by: 1 | -1): void {
  if (key === undefined) return;
  const number = (counts.get(key) ?? 0) + by;
  if (number > 0) counts.set(key, number);
  else counts.delete(key);
}
