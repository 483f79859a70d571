import type { ReportingStandardId } from '../../standards/reporting.js';
import type { ChecklistFacts, FileKind, Settings, Use } from '../../syntax/facts.js';
import { defaultSettings } from '../../syntax/read-review.js';
import { foldId } from '../../text/words.js';
import { criteriaOf } from '../counting/eligibility.js';
import { type Tally, tallyKey } from '../counting/parts.js';
import type { Construct, Criterion, NameKind, Review, Site, Study, Theme } from '../model.js';
import { reviewFile } from '../paths.js';
import type { Counted } from './counts.js';
import { Effects, type Facet } from './effects.js';
import { FullTextTable } from './full-texts.js';
import { Inquiry } from './inquiry.js';
import { type IndexedFile, isKind, type Member, type MemberOf } from './member.js';
import { type FileChange, Members } from './members.js';
import { NearNames } from './near-names.js';
import { Parts } from './parts.js';
import { changedFacets, isSameForOthers } from './settings.js';

/** With more chunks than this at once, judging everything anew is no dearer than saying what to judge. */
const mostFollowed = 2000;

/**
 * A review that changes: facts go in file by file, and only what depends on what changed is looked at again. What it answers
 * after any series of changes is what it would answer had it been made of the same facts at once.
 */
export class ReviewIndex implements Review {
  version = 0;
  /** How often a name has come, gone or changed so far, in a chunk or in what others print of it. */
  symbolsChanged = 0;
  settings: Settings = defaultSettings();
  private readonly effects = new Effects();
  private readonly members = new Members(this.effects);
  readonly fullTexts = new FullTextTable(
    this.effects,
    facet => this.ask(facet),
    path => this.files.get(path)?.members ?? [],
  );
  private parts: Parts;
  /** A checklist of the review's own, where it has one. */
  private own: ChecklistFacts | undefined;
  private readonly inquiry = new Inquiry();
  private readonly nearNames = new NearNames();
  private read: { readonly of: Settings; readonly criteria: readonly Criterion[] } | undefined;

  constructor(changes: Iterable<FileChange> = []) {
    this.parts = new Parts(this.members.symbols, this.effects, this.settings, undefined);
    this.apply([...changes]);
    this.effects.everything = true;
  }

  /** Takes files as they read now. */
  apply(changes: readonly FileChange[]): void {
    const turnover = this.members.take(changes);
    const { removed, added } = turnover;
    this.version++;
    if (removed.length + added.length > mostFollowed) this.effects.everything = true;
    this.members.count(turnover);
    const settings = this.settingsMember?.facts.settings ?? defaultSettings();
    for (const facet of changedFacets(this.settings, settings)) this.effects.facets.add(facet);
    const own = this.members.ofKind('checklist')[0]?.facts;
    const same = own === this.own && (settings === this.settings || isSameForOthers(settings, this.settings));
    this.own = own;
    this.settings = settings;
    if (same) {
      this.symbolsChanged += this.parts.derive(removed, added);
    } else {
      this.effects.everything = true;
      this.parts = new Parts(this.members.symbols, this.effects, settings, own);
      this.parts.derive([], this.members.all);
    }
    this.nearNames.follow(this.effects);
  }

  /** What has changed since this was last asked. */
  takeEffects(): Effects {
    const taken = this.effects.take();
    this.symbolsChanged += taken.details.size;
    return taken;
  }

  /** Whoever asks next is told that everything has changed. */
  judgeAnew(): void {
    this.effects.everything = true;
  }

  /** Runs a judgement, and adds to a set what it asked of the review as a whole. */
  track<T>(judge: () => T, facets: Set<Facet>): T {
    return this.inquiry.track(judge, facets);
  }
  once<T>(about: object, work: () => T): T {
    return this.inquiry.once(about, work);
  }

  get files(): ReadonlyMap<string, IndexedFile> {
    return this.members.files;
  }
  get settingsSite(): Site {
    const member = this.settingsMember;
    const { settings } = this;
    if (member) return { file: member.file, chunk: member.chunk, at: settings.head };
    const file = this.files.get(reviewFile) ?? { path: reviewFile, kind: 'review', chunks: [] };
    const chunk = { line: 0, facts: { kind: 'review' as const, settings }, uses: [], problems: [] };
    return { file, chunk, at: settings.head };
  }

  get checklist() {
    return this.parts.checklist;
  }
  get bands() {
    return this.parts.bands;
  }

  get studies() {
    this.ask('studies');
    return this.parts.studies.list.studies;
  }
  get studyCount() {
    this.ask('study-count');
    return this.parts.studies.byId.size;
  }
  get studyById() {
    return this.parts.studies.byId;
  }
  get studyFiles() {
    return this.parts.studies.files;
  }
  get studyFileCount() {
    this.ask('files');
    return this.members.filesOf('study');
  }
  claims(id: string) {
    return this.parts.studies.claims(id);
  }
  cited(id: string) {
    return this.parts.studies.cited(id);
  }
  isReported(id: string) {
    return this.parts.studies.isReported(id);
  }
  findingsOf({ id, facts }: Study) {
    this.ask(`findings ${id}`);
    return facts.findings;
  }
  carriesThemeOf({ id, themes }: Study, construct: Construct): boolean {
    this.ask(`carries ${id}`);
    this.ask('mapping');
    return themes.some(theme => this.themeById.get(theme)?.constructs.some(each => each === construct));
  }
  carries({ id, themes }: Study, theme: string): boolean {
    this.ask(`carries ${id}`);
    return themes.includes(theme);
  }
  carriesAny({ id, themes }: Study): boolean {
    this.ask(`carries ${id}`);
    return themes.length > 0;
  }
  isPartOf(theme: Theme, construct: Construct): boolean {
    this.ask('mapping');
    return theme.constructs.some(each => each === construct);
  }
  get highestTotals() {
    this.ask('totals');
    return this.parts.studies.highest;
  }

  get works() {
    return this.parts.works.byId;
  }
  numbered(number: string) {
    return this.parts.works.numbered(number);
  }
  numberOf(id: string) {
    return this.parts.works.numberOf(id);
  }
  get background(): ReadonlySet<string> {
    return this.parts.works.background;
  }

  get themes() {
    this.ask('themes');
    return this.parts.codebook.listed;
  }
  get themeById() {
    return this.parts.codebook.themes;
  }
  get themeAliases() {
    return this.parts.codebook.themeAliases;
  }
  get constructs() {
    this.ask('constructs');
    return this.parts.codebook.inOrder;
  }
  get constructById() {
    return this.parts.codebook.constructs;
  }
  get constructAliases() {
    return this.parts.codebook.constructAliases;
  }
  get codebook() {
    this.ask('files');
    return this.members.ofKind('codebook')[0];
  }
  get argument() {
    return this.members.ofKind('argument');
  }

  get anyAnswer() {
    this.ask('answers');
    return this.members.argument.anyAnswer;
  }
  isAnswered(finding: string): boolean {
    return this.members.argument.isAnswered(finding);
  }
  namedFindings(aspects: ReadonlySet<string>): number {
    this.ask('finding-count');
    return this.parts.sections.named(aspects);
  }

  get sections() {
    return this.parts.sections.all;
  }
  section(member: Member) {
    return this.parts.sections.of(member);
  }
  sectionsCiting(key: string) {
    return this.parts.works.citing(key).flatMap(member => this.parts.sections.of(member) ?? []);
  }
  get findings() {
    return this.sections.flatMap(section => section.findings);
  }
  get findingByName() {
    this.ask('findings');
    return this.parts.sections.byName;
  }
  get anyHeading() {
    this.ask('headings');
    return this.parts.sections.anyHeading;
  }
  get generated() {
    return this.members.ofKind('generated');
  }

  finding(name: string) {
    const id = foldId(name);
    this.ask(`told ${id}`);
    this.ask('findings');
    return this.parts.sections.byName.get(id);
  }
  appraisalOf(study: Study) {
    this.ask(`appraisal ${study.id}`);
    return study.appraisal;
  }
  get codings() {
    this.ask('coded');
    return this.members.ofKind('coded');
  }
  get screenings() {
    this.ask('screening');
    return this.members.ofKind('screening');
  }
  get translation() {
    this.ask('translation');
    return this.members.ofKind('translation')[0];
  }
  get judgements() {
    this.ask('judgement');
    return this.members.ofKind('judgement');
  }

  reported(standard: ReportingStandardId, item: string) {
    this.ask('reporting');
    return this.members.reported.passages(standard, item);
  }
  isReportedIn(standard: ReportingStandardId, item: string): boolean {
    this.ask('reporting');
    return this.members.reported.has(standard, item);
  }
  shown(report: string) {
    this.ask('reporting');
    return this.members.reported.blocks(report);
  }

  get ratings() {
    return this.members.ofKind('rating');
  }
  get ratingCount() {
    this.ask('raters');
    return this.members.raters.inFiles;
  }
  get activeRaters(): ReadonlySet<string> {
    this.ask('raters');
    return this.members.raters.active;
  }

  names(kind: NameKind): Iterable<string> {
    const { studies, works, codebook } = this.parts;
    switch (kind) {
      case 'theme':
        this.ask('themes');
        return codebook.themes.keys();
      case 'construct':
        this.ask('constructs');
        return codebook.constructs.keys();
      case 'study':
        this.ask('keys');
        return studies.byId.keys();
      case 'work':
        this.ask('keys');
        return works.byId.keys();
      case 'finding':
        this.ask('findings');
        return this.members.symbols.defined('finding');
    }
  }

  near(kind: NameKind | 'key', name: string): readonly string[] {
    // Asked for whether or not they are at hand, since who asks depends on them.
    const names = (kind === 'key' ? (['study', 'work'] as const) : [kind]).map(each => this.names(each));
    return this.nearNames.of(kind, name, () => names.flatMap(each => [...each]));
  }

  has(kind: FileKind): boolean {
    this.ask('files');
    return this.members.filesOf(kind) > 0;
  }

  values(characteristic: string): ReadonlyMap<string, number> {
    const { values, studies } = this.parts;
    this.ask(`values ${characteristic}`);
    return values.of(characteristic, () => [...studies.byId.values()].map(study => study.facts));
  }

  cells(column: string): ReadonlyMap<string, ReadonlySet<Study>> {
    this.ask(`cells ${column}`);
    return this.parts.cells.of(column);
  }

  tally(tally: Tally): Counted {
    this.ask(`count ${tallyKey(tally)}`);
    return this.parts.counts.of(tally);
  }

  numbers(tally: Tally): readonly number[] {
    this.ask(`count ${tallyKey(tally)}`);
    return this.parts.counts.numbers(tally);
  }

  findingCount(construct?: Construct): number {
    this.ask('finding-count');
    this.ask('constructs');
    return construct ? construct.findings.length : this.parts.sections.count;
  }

  themeCount(construct?: Construct): number {
    for (const facet of ['themes', 'constructs', 'mapping'] as const) this.ask(facet);
    return construct ? construct.themes.length : this.parts.codebook.themes.size;
  }

  get answersMet() {
    this.ask('agreement');
    return this.parts.answers.met;
  }

  get criteria() {
    const { settings, parts } = this;
    if (this.read?.of !== settings) this.read = { of: settings, criteria: criteriaOf(settings, parts.criteria) };
    return this.read.criteria;
  }

  get flow() {
    this.ask('flow');
    return this.settings.flow;
  }
  get approach() {
    this.ask('approach');
    return this.settings.approach?.value;
  }

  uses(kind: Use['kind'], id: string) {
    return this.members.symbols.sites(kind, id);
  }

  isUsed(kind: Use['kind'], id: string): boolean {
    const members = kind === 'work' ? this.parts.works.citing(id) : this.members.symbols.members(kind, 'uses', id);
    return members.length > 0;
  }

  /** Whether anything gives a name. */
  isDefined(kind: Use['kind'], id: string): boolean {
    return this.members.symbols.members(kind, 'defines', id).length > 0;
  }

  private ask(facet: Facet): void {
    this.inquiry.ask(facet);
  }

  private get settingsMember(): MemberOf<'review'> | undefined {
    return this.files.get(reviewFile)?.members.find((each): each is MemberOf<'review'> => isKind(each, 'review'));
  }
}
