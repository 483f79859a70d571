import type { Review, Site } from '../review/model.js';
import type { FileFacts, Problem } from '../syntax/facts.js';
import type { Place } from '../text/span.js';
import { rules } from './index.js';
import type { Data, Notice, Rule, Severity } from './rule.js';

/** A place in a file, its lines counted from the file's first. */
export interface Location {
  readonly path: string;
  readonly range: Place;
}

/** What the editor, the command line and the gate show. */
export interface Diagnosis extends Location {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (Location & { readonly message: string })[];
  readonly data: Data;
  /** True for a complaint said once for many. */
  readonly shared: boolean;
}

const ruleByCode = new Map(rules.map(rule => [rule.code, rule]));

/** The rule of a code. */
export function ruleNamed(code: string): Rule | undefined {
  return ruleByCode.get(code);
}

/** Severities that a user or a workspace sets; those of `metasynth.yaml` win. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** A complaint that this share of those it could concern have in common is said once… */
const sharedFrom = 0.5;
/** …when they are at least this many. */
const sharedLeast = 5;
/** Places listed beside a complaint that is said once. */
const relatedMost = 10;

/** All rules, or those alone that take no more than a moment. */
export type Thoroughness = 'all' | 'quick';

/** True for a code that only `all` judges. */
export function isSlow(code: string): boolean {
  return ruleByCode.get(code)?.slow === true;
}

/** Every rule over the review, sorted by file and position; the same on every run. */
export function judge(review: Review, severities: Severities = {}, thoroughness: Thoroughness = 'all'): Diagnosis[] {
  const found: Diagnosis[] = [];
  const effective = effectiveSeverity(review, severities);
  const broken = brokenFiles(review);
  for (const [rule, notices] of collect(review, thoroughness)) {
    const severity = effective(rule);
    if (severity === 'off') continue;
    const fair = notices.filter(notice => !mayBeHidden(rule, notice, broken));
    found.push(...share(rule, fair, review, severity));
  }
  return found.sort(byPlace);
}

function effectiveSeverity(review: Review, severities: Severities): (rule: Rule) => Severity | 'off' {
  const own = review.settings.severities;
  return rule => {
    const area = rule.code.slice(0, rule.code.indexOf('.'));
    const set = own[rule.code] ?? own[area] ?? severities[rule.code] ?? severities[area];
    if (set !== undefined) return set;
    return rule.open && review.settings.final ? 'error' : rule.severity;
  };
}

function* collect(review: Review, thoroughness: Thoroughness): Iterable<readonly [Rule, readonly Notice[]]> {
  const bySyntax = problemNotices(review);
  for (const rule of rules) {
    if (rule.slow && thoroughness === 'quick') continue;
    yield [rule, [...(bySyntax.get(rule.code) ?? []), ...(rule.judge?.(review) ?? [])]];
  }
}

/** What reading the files has found, by code. */
function problemNotices(review: Review): Map<string, Notice[]> {
  const notices = new Map<string, Notice[]>();
  for (const file of review.files.values()) {
    for (const chunk of file.chunks) {
      for (const { code, at, data } of chunk.problems) {
        const list = notices.get(code) ?? [];
        list.push({ site: { file, chunk, at }, data });
        notices.set(code, list);
      }
    }
  }
  return notices;
}

/** Files of which a part could not be read: what seems absent may stand in that part. */
function brokenFiles(review: Review): FileFacts[] {
  const isBroken = (file: FileFacts): boolean => file.chunks.some(chunk => chunk.problems.some(isBreaking));
  return [...review.files.values()].filter(isBroken);
}

function isBreaking({ code, data }: Problem): boolean {
  // Tabs among spaces: what belongs to what is a guess.
  if (code === 'yaml.tab') return data.unsure !== undefined;
  // A work whose key could be read is there, whatever else of its entry is broken.
  return breaking.has(code) && !(code === 'bibliography.unreadable' && data.key !== '');
}

const breaking: ReadonlySet<string> = new Set([
  ...['yaml.unreadable', 'yaml.unclosed', 'yaml.too-large', 'yaml.too-deep', 'yaml.many-documents'],
  ...[
    'study.front-matter-open',
    'study.without-characteristics',
    'bibliography.unreadable',
    'file.unreadable',
    'file.too-large',
  ],
]);

function mayBeHidden(rule: Rule, notice: Notice, broken: readonly FileFacts[]): boolean {
  return broken.some(
    file => (rule.absence && file.path === notice.site.file.path) || rule.soughtIn?.includes(file.kind),
  );
}

/** Says once what many have in common, group by group; what is not shared by enough is told one by one. */
function share(rule: Rule, notices: readonly Notice[], review: Review, severity: Severity): Diagnosis[] {
  const { shared } = rule;
  if (!shared) return notices.map(notice => diagnosis(rule, notice, severity));
  const groups = new Map<string, Notice[]>();
  for (const notice of notices) {
    const key = shared.group?.(notice.data) ?? '';
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  const total = shared.total(review);
  return [...groups.values()].flatMap(group => {
    if (group.length < sharedLeast || group.length < total * sharedFrom) {
      return group.map(notice => diagnosis(rule, notice, severity));
    }
    const related = group.slice(0, relatedMost);
    return {
      code: rule.code,
      severity,
      message: shared.message(group.length, total, group[0]?.data ?? {}),
      ...locate(shared.site(review)),
      related: related.map(notice => ({ ...locate(notice.site), message: rule.message(notice.data) })),
      data: { count: group.length, total },
      shared: true,
    };
  });
}

function diagnosis(rule: Rule, notice: Notice, severity: Severity): Diagnosis {
  return {
    code: rule.code,
    severity,
    message: rule.message(notice.data),
    ...locate(notice.site),
    related: (notice.related ?? []).map(({ site, message }) => ({ ...locate(site), message })),
    data: notice.data,
    shared: false,
  };
}

/** From a place in a chunk to a place in the file. */
export function locate({ file, chunk, at }: Site): Location {
  return {
    path: file.path,
    range: { ...at, line: at.line + chunk.line, endLine: at.endLine + chunk.line },
  };
}

function byPlace(a: Diagnosis, b: Diagnosis): number {
  return (
    compare(a.path, b.path) ||
    a.range.line - b.range.line ||
    a.range.character - b.range.character ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
