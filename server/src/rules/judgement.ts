import type { Effects, Facet } from '../review/index/effects.js';
import type { Member } from '../review/index/member.js';
import type { ReviewIndex } from '../review/index/review-index.js';
import type { Chunk } from '../syntax/facts.js';
import { BrokenFiles } from './broken-files.js';
import { byPlace, type Diagnosis, locate, type Severities } from './diagnosis.js';
import { rules } from './index.js';
import { groupOf, NoticeTable } from './notices.js';
import { Readers } from './readers.js';
import type { Notice, Rule, Severity } from './rule.js';
import { type Found, isJudgedSlowly, judgeMember, judgeWhole, resting, rotaOf } from './subjects.js';

/** A complaint that this share of those it could concern have in common is said once… */
const sharedFrom = 0.5;
/** …when they are at least this many. */
const sharedLeast = 5;
/** Places listed beside a complaint that is said once. */
const relatedMost = 10;

/** A complaint that is said once for many, where and how. */
interface Said {
  readonly path: string;
  readonly diagnosis: Diagnosis;
}

/**
 * What the rules have to say of a review that changes. Only what a change can have a bearing on is judged anew: chunks that
 * came, chunks that use a name which means something else now, and those that asked a question about the review as a whole
 * whose answer has changed. The editor, the command line and the gate all ask here.
 */
export class Judgement {
  /** How many things have been judged so far. */
  judged = 0;
  private readonly broken = new BrokenFiles();
  private table = this.newTable();
  private readers = new Readers();
  private readonly foreign = new Map<Chunk, Set<Member>>();
  private readonly kept = new Map<string, readonly Diagnosis[]>();
  private readonly saidOnce = new Map<string, Said>();
  private severities: Severities = {};
  private effective: readonly (Severity | 'off')[] = [];
  /** The rules that would rest if nobody had given them a voice. */
  private awake: ReadonlySet<number> = new Set();
  private rota = rotaOf(this.awake);
  private slowly = { version: -1, sources: new Map<Member, { readonly slow: Member }>() };
  private readonly changedPaths = new Set<string>();
  /** What the chunk that is being judged has asked of the review as a whole: one set for all of them. */
  private readonly asked = new Set<Facet>();

  constructor(private readonly review: ReviewIndex) {}

  /** Judges what has changed since. With `slow`, also what takes more than a moment. */
  update(severities: Severities, slow = false): void {
    const effects = this.review.takeEffects();
    const woken = this.setSeverities(severities, effects.everything);
    if (effects.everything || woken) this.startAnew();
    else this.follow(effects);
    this.setFound('whole', judgeWhole(this.review, this.rota));
    this.judged++;
    if (slow) this.judgeSlowly();
    this.turn();
    this.share();
    for (const path of this.table.takeChanged()) {
      this.kept.delete(path);
      this.changedPaths.add(path);
    }
  }

  /** Files of which what is said may have changed since this was last asked. */
  takeChangedPaths(): ReadonlySet<string> {
    const paths = new Set(this.changedPaths);
    this.changedPaths.clear();
    return paths;
  }

  /** What is said of one file, sorted by place. */
  of(path: string): readonly Diagnosis[] {
    const known = this.kept.get(path);
    if (known) return known;
    const made = this.make(path).sort(byPlace);
    this.kept.set(path, made);
    return made;
  }

  /** Everything that is said, sorted by file and place. */
  all(): readonly Diagnosis[] {
    const paths = new Set(this.table.paths);
    for (const { path } of this.saidOnce.values()) paths.add(path);
    return [...paths].sort().flatMap(path => this.of(path));
  }

  /** The messages that are said once for many, by code; what turns from one into the other is shown together. */
  get shared(): ReadonlyMap<string, string> {
    const words = new Map<string, string>();
    for (const { diagnosis } of this.saidOnce.values()) {
      words.set(diagnosis.code, `${words.get(diagnosis.code) ?? ''}\n${diagnosis.message}`);
    }
    return words;
  }

  private newTable(): NoticeTable {
    return new NoticeTable(({ rule, notice }) => !(rules[rule]!.absence && this.broken.has(notice.site.file.path)));
  }

  private startAnew(): void {
    for (const path of [...this.table.paths, ...this.kept.keys()]) this.changedPaths.add(path);
    for (const { path } of this.saidOnce.values()) this.changedPaths.add(path);
    this.kept.clear();
    this.saidOnce.clear();
    this.foreign.clear();
    this.readers = new Readers();
    this.broken.clear();
    this.slowly = { version: -1, sources: new Map() };
    // What is broken is known first, so that nothing has to be counted twice.
    for (const file of this.review.files.values()) for (const member of file.members) this.broken.add(member);
    this.broken.takeTurned();
    this.table = this.newTable();
    for (const file of this.review.files.values()) for (const member of file.members) this.judge(member);
  }

  private follow(effects: Effects): void {
    const queue = new Set(effects.touched);
    for (const facet of effects.facets) for (const member of this.readers.ofFacet(facet)) queue.add(member);
    for (const name of effects.details) for (const member of this.readers.ofName(name)) queue.add(member);
    for (const member of effects.removed) {
      for (const other of this.foreign.get(member.chunk) ?? []) queue.add(other);
      this.forget(member);
    }
    for (const path of effects.paths) this.table.moved(path);
    for (const member of queue) {
      if (effects.removed.has(member)) continue;
      this.broken.add(member);
    }
    this.turn();
    for (const member of queue) if (!effects.removed.has(member)) this.judge(member);
  }

  private judge(member: Member): void {
    this.judged++;
    const { asked } = this;
    asked.clear();
    const result = this.review.track(() => judgeMember(this.review, member, 'quick', this.rota), asked);
    this.setFound(member, result);
    this.readers.set(member, asked, result);
  }

  private forget(member: Member): void {
    this.setFound(member, []);
    this.readers.set(member, new Set(), []);
    this.broken.remove(member);
    const slow = this.slowly.sources.get(member);
    if (slow) this.setFound(slow, []);
    this.slowly.sources.delete(member);
  }

  private setFound(source: Parameters<NoticeTable['set']>[0], found: readonly Found[]): void {
    // Of nearly everything there is nothing to say, and was nothing.
    if (found.length === 0 && this.table.get(source).length === 0) return;
    if (source !== 'whole' && !('slow' in source)) {
      for (const chunk of foreignChunks(source, this.table.get(source))) this.foreign.get(chunk)?.delete(source);
      for (const chunk of foreignChunks(source, found)) {
        this.foreign.set(chunk, (this.foreign.get(chunk) ?? new Set()).add(source));
      }
    }
    this.table.set(source, found);
  }

  private judgeSlowly(): void {
    const { review, slowly } = this;
    if (slowly.version === review.version) return;
    slowly.version = review.version;
    for (const member of review.generated) {
      if (!isJudgedSlowly(member)) continue;
      const source = slowly.sources.get(member) ?? { slow: member };
      slowly.sources.set(member, source);
      this.judged++;
      this.setFound(source, judgeMember(review, member, 'slow', this.rota));
    }
  }

  /** True when a rule that rests has been woken, or goes to rest. */
  private setSeverities(severities: Severities, anew: boolean): boolean {
    if (!anew && severities === this.severities && this.effective.length > 0) return false;
    this.severities = severities;
    const effective = rules.map(rule => effectiveSeverity(rule, this.review, severities));
    if (effective.every((severity, index) => severity === this.effective[index])) return false;
    this.effective = effective;
    for (const path of this.table.paths) this.table.touch(path);
    for (const { path } of this.saidOnce.values()) this.table.touch(path);
    const awake = new Set([...resting].filter(number => effective[number] !== 'off'));
    if (awake.size === this.awake.size && [...awake].every(number => this.awake.has(number))) return false;
    this.awake = awake;
    this.rota = rotaOf(awake);
    return true;
  }

  /** Files have become whole or broken: what is said of something absent counts again, or no more. */
  private turn(): void {
    const { paths, kinds } = this.broken.takeTurned();
    for (const path of paths) this.table.recount(path);
    for (const [number, rule] of rules.entries()) {
      if (!rule.soughtIn?.some(kind => kinds.has(kind))) continue;
      for (const group of this.table.groupsOf(number).values()) {
        for (const path of group.paths.keys()) this.table.touch(path);
      }
    }
  }

  /** Says once what many have in common, group by group. */
  private share(): void {
    const before = new Map(this.saidOnce);
    this.saidOnce.clear();
    for (const [number, rule] of rules.entries()) {
      const { shared } = rule;
      if (!shared || this.isSilent(number)) continue;
      for (const [name, group] of this.table.groupsOf(number)) {
        const few = group.count < sharedLeast || group.count < shared.total(this.review) * sharedFrom;
        if (group.count === 0 || (few && !shared.always)) continue;
        this.saidOnce.set(`${number} ${name}`, this.sayOnce(number, rule, name));
      }
    }
    for (const key of new Set([...before.keys(), ...this.saidOnce.keys()])) {
      const [was, is] = [before.get(key), this.saidOnce.get(key)];
      if (was && is && isSame(was.diagnosis, is.diagnosis)) continue;
      for (const said of [was, is]) if (said) this.table.touch(said.path);
      if (was && is) continue;
      const [number, name] = [Number(key.slice(0, key.indexOf(' '))), key.slice(key.indexOf(' ') + 1)];
      for (const path of this.table.group(number, name)?.paths.keys() ?? []) this.table.touch(path);
    }
  }

  private sayOnce(number: number, rule: Rule, name: string): Said {
    const shared = rule.shared!;
    const group = this.table.group(number, name)!;
    const total = shared.total(this.review);
    const related: Notice[] = [];
    for (const path of firstOf(group.paths.keys(), relatedMost)) {
      const here = [...this.table.in(path)].filter(found => found.rule === number && this.counts(found));
      here.sort((a, b) => lineOf(a) - lineOf(b));
      for (const { notice } of here) if (groupOf(number, notice) === name) related.push(notice);
    }
    const diagnosis: Diagnosis = {
      code: rule.code,
      severity: this.effective[number] as Severity,
      message: shared.message(group.count, total, related[0]?.data ?? {}),
      ...locate(shared.site(this.review)),
      related: related
        .slice(0, relatedMost)
        .map(notice => ({ ...locate(notice.site), message: rule.message(notice.data) })),
      data: { count: group.count, total },
      shared: true,
    };
    return { path: diagnosis.path, diagnosis };
  }

  private counts({ rule, notice }: Found): boolean {
    return !(rules[rule]!.absence && this.broken.has(notice.site.file.path));
  }

  private isSilent(number: number): boolean {
    const rule = rules[number]!;
    return this.effective[number] === 'off' || rule.soughtIn?.some(kind => this.broken.hasKind(kind)) === true;
  }

  private make(path: string): Diagnosis[] {
    const made: Diagnosis[] = [];
    for (const found of this.table.in(path)) {
      const { rule: number, notice } = found;
      if (this.isSilent(number) || !this.counts(found)) continue;
      const rule = rules[number]!;
      if (rule.shared && this.saidOnce.has(`${number} ${groupOf(number, notice)}`)) continue;
      made.push({
        code: rule.code,
        severity: this.effective[number] as Severity,
        message: rule.message(notice.data),
        ...locate(notice.site),
        related: (notice.related ?? []).map(({ site, message }) => ({ ...locate(site), message })),
        data: notice.data,
        shared: false,
      });
    }
    for (const said of this.saidOnce.values()) if (said.path === path) made.push(said.diagnosis);
    return made;
  }
}

function effectiveSeverity(rule: Rule, { settings }: ReviewIndex, severities: Severities): Severity | 'off' {
  const area = rule.code.slice(0, rule.code.indexOf('.'));
  const own = settings.severities;
  // What rests is woken by its own name alone: whoever makes an area louder has not asked for it.
  if (rule.off || (rule.final && !settings.final)) return own[rule.code] ?? severities[rule.code] ?? 'off';
  const set = own[rule.code] ?? own[area] ?? severities[rule.code] ?? severities[area];
  if (set !== undefined) return set;
  return rule.open && settings.final ? 'error' : rule.severity;
}

function lineOf({ notice: { site } }: Found): number {
  return site.chunk.line + site.at.line;
}

function isSame(a: Diagnosis, b: Diagnosis): boolean {
  return a.message === b.message && JSON.stringify(a) === JSON.stringify(b);
}

/** Other chunks whose places a judgement names: when they go, it has to be made again. */
function foreignChunks(member: Member, found: readonly Found[]): Set<Chunk> {
  const chunks = new Set<Chunk>();
  for (const { notice } of found) {
    if (notice.site.chunk !== member.chunk) chunks.add(notice.site.chunk);
    for (const { site } of notice.related ?? []) if (site.chunk !== member.chunk) chunks.add(site.chunk);
  }
  return chunks;
}

/** The first few of many words by the alphabet, without sorting them all. */
function firstOf(words: Iterable<string>, most: number): string[] {
  const first: string[] = [];
  for (const word of words) {
    if (first.length === most && word >= first[most - 1]!) continue;
    const at = first.findIndex(each => word < each);
    first.splice(at < 0 ? first.length : at, 0, word);
    if (first.length > most) first.pop();
  }
  return first;
}
