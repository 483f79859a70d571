import type { SectionFacts, Settings } from '../../syntax/facts.js';
import { foldId } from '../../text/words.js';
import { findingOf, type Known, placeSections } from '../manuscript.js';
import type { Construct, Finding, PlacedSection, Site } from '../model.js';
import type { Codebook } from './codebook.js';
import type { Effects } from './effects.js';
import type { IndexedConstruct } from './entries.js';
import { type IndexedFile, inReadingOrder, isKind, type Member, type MemberOf } from './member.js';
import type { SymbolTable } from './symbols.js';

/** A section of the manuscript with what it stands under; its findings are looked up when asked for. */
export class IndexedSection implements PlacedSection {
  construct: IndexedConstruct | undefined;
  namesConstruct = false;
  aspect: string | undefined;
  private looked: readonly Finding[] | undefined;

  constructor(
    readonly member: MemberOf<'section'>,
    private readonly known: Known,
  ) {}

  get file() {
    return this.member.file;
  }
  get chunk() {
    return this.member.chunk;
  }
  get facts(): SectionFacts {
    return this.member.facts;
  }
  get findings(): readonly Finding[] {
    this.looked ??= this.facts.sentences.flatMap(sentence => findingOf(sentence, this, this.known) ?? []);
    return this.looked;
  }

  /** What its citations mean has changed. */
  changed(): void {
    this.looked = undefined;
  }
}

/** The sections of all manuscripts: which construct and division each stands under. */
export class Sections {
  private readonly byMember = new Map<Member, IndexedSection>();
  private readonly byFile = new Map<IndexedFile, readonly IndexedSection[]>();
  private byConstruct: Map<Construct, IndexedSection[]> | undefined;
  private readonly findings = new Map<Construct, readonly Finding[]>();
  private findingNames: Map<string, Finding> | undefined;
  private headings = 0;

  constructor(
    private readonly symbols: SymbolTable,
    private readonly effects: Effects,
    private readonly codebook: Codebook,
    private readonly settings: Settings,
    private readonly known: Known,
  ) {}

  /** All sections in reading order. */
  get all(): readonly IndexedSection[] {
    const files = [...this.byFile.keys()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return files.flatMap(file => this.byFile.get(file) ?? []);
  }

  /** How many findings there are. */
  get count(): number {
    let count = 0;
    for (const sections of this.byFile.values()) for (const { findings } of sections) count += findings.length;
    return count;
  }

  /** How many findings under some of the divisions have a name. */
  named(aspects: ReadonlySet<string>): number {
    let count = 0;
    for (const sections of this.byFile.values()) {
      for (const section of sections) {
        if (section.aspect === undefined || !section.construct || !aspects.has(section.aspect)) continue;
        for (const { name } of section.findings) if (name !== undefined) count++;
      }
    }
    return count;
  }

  of(member: Member): IndexedSection | undefined {
    return this.byMember.get(member);
  }

  /** The findings of a name. Where two have one, the later one counts. */
  get byName(): ReadonlyMap<string, Finding> {
    if (!this.findingNames) {
      this.findingNames = new Map();
      const members = new Set<Member>();
      for (const id of this.symbols.defined('finding')) {
        for (const member of this.symbols.members('finding', 'defines', id)) members.add(member);
      }
      for (const member of [...members].sort(inReadingOrder)) {
        for (const finding of this.byMember.get(member)?.findings ?? []) {
          if (finding.name !== undefined) this.findingNames.set(foldId(finding.name), finding);
        }
      }
    }
    return this.findingNames;
  }

  findingsOf(construct: Construct): readonly Finding[] {
    const known = this.findings.get(construct);
    if (known) return known;
    const found = this.under(construct).flatMap(section => section.findings);
    this.findings.set(construct, found);
    return found;
  }

  headingsOf(construct: Construct): readonly Site[] {
    return this.under(construct)
      .filter(section => section.namesConstruct)
      .map(({ file, chunk, facts }) => ({ file, chunk, at: facts.at }));
  }

  /** Whether any heading names a construct. */
  get anyHeading(): boolean {
    return this.headings > 0;
  }

  /** Takes the sections of a file as they are now, and places again those that stand under something else. */
  update(file: IndexedFile): void {
    const before = this.byFile.get(file) ?? [];
    const members = file.kind === 'manuscript' ? file.members.filter(member => isKind(member, 'section')) : [];
    const kept = new Set<Member>(members);
    for (const section of before) if (!kept.has(section.member)) this.drop(section);
    if (members.length === 0) {
      this.byFile.delete(file);
      return;
    }
    const sections = members.map(member => this.byMember.get(member) ?? this.add(member));
    this.byFile.set(file, sections);
    const placed = placeSections(sections, this.settings, {
      byId: id => this.codebook.construct(id),
      byLabel: folded => this.codebook.constructLabelled(folded),
    });
    sections.forEach((section, index) => {
      const { construct, namesConstruct, aspect } = placed[index]!;
      if (section.construct === construct && section.namesConstruct === namesConstruct && section.aspect === aspect) {
        return;
      }
      this.stir(section);
      section.construct = construct as IndexedConstruct | undefined;
      this.head(section, namesConstruct);
      section.aspect = aspect;
      this.stir(section);
      this.effects.touch([section.member]);
    });
  }

  /** Places the sections of all files again: constructs are called otherwise. */
  replace(): void {
    for (const file of [...this.byFile.keys()]) this.update(file);
  }

  /** What these cite means something else: they say something else. */
  relook(members: Iterable<Member>): void {
    for (const member of members) {
      const section = this.byMember.get(member);
      if (!section) continue;
      this.stir(section);
      this.effects.touch([member]);
    }
  }

  private add(member: MemberOf<'section'>): IndexedSection {
    const section = new IndexedSection(member, this.known);
    this.byMember.set(member, section);
    this.byConstruct = undefined;
    this.findingNames = undefined;
    return section;
  }

  private drop(section: IndexedSection): void {
    this.stir(section);
    this.head(section, false);
    this.byMember.delete(section.member);
  }

  private head(section: IndexedSection, namesConstruct: boolean): void {
    const before = this.anyHeading;
    this.headings += Number(namesConstruct) - Number(section.namesConstruct);
    section.namesConstruct = namesConstruct;
    if (this.anyHeading !== before) this.effects.facets.add('headings');
  }

  private stir(section: IndexedSection): void {
    section.changed();
    if (!this.effects.everything) {
      for (const { name } of section.facts.sentences) {
        if (name) this.effects.facets.add(`told ${foldId(name.value)}`);
      }
    }
    this.byConstruct = undefined;
    this.findingNames = undefined;
    const { construct } = section;
    if (!construct) return;
    this.effects.facets.add('finding-count');
    this.findings.delete(construct);
    this.codebook.stirConstruct(construct);
  }

  private under(construct: Construct): readonly IndexedSection[] {
    if (!this.byConstruct) {
      this.byConstruct = new Map();
      for (const section of this.all) {
        if (!section.construct) continue;
        const list = this.byConstruct.get(section.construct);
        if (list) list.push(section);
        else this.byConstruct.set(section.construct, [section]);
      }
    }
    return this.byConstruct.get(construct) ?? [];
  }
}
