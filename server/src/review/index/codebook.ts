import type { SymbolKind } from '../../syntax/facts.js';
import { foldId, foldLabel } from '../../text/words.js';
import type { Construct, Theme } from '../model.js';
import type { Effects } from './effects.js';
import { IndexedConstruct, IndexedTheme, type Surroundings } from './entries.js';
import { inReadingOrder, isKind, type Member, type MemberOf } from './member.js';
import type { SymbolTable } from './symbols.js';

/** What a name means: the entry that has it now, and whether by a former name. */
interface Meaning {
  readonly entry: IndexedTheme | IndexedConstruct | undefined;
  readonly former: boolean;
}

/** The themes and constructs of the codebook, and which theme belongs to which construct. */
export class Codebook {
  readonly themes = new Map<string, IndexedTheme>();
  readonly themeAliases = new Map<string, IndexedTheme>();
  readonly constructs = new Map<string, IndexedConstruct>();
  readonly constructAliases = new Map<string, IndexedConstruct>();
  private listedThemes: readonly Theme[] | undefined;
  private listedConstructs: readonly Construct[] | undefined;
  private labels: Map<string, IndexedConstruct> | undefined;

  constructor(
    private readonly symbols: SymbolTable,
    private readonly effects: Effects,
    private readonly around: Surroundings,
  ) {}

  theme(id: string): IndexedTheme | undefined {
    return this.themes.get(id) ?? this.themeAliases.get(id);
  }

  construct(id: string): IndexedConstruct | undefined {
    return this.constructs.get(id) ?? this.constructAliases.get(id);
  }

  constructLabelled(folded: string): IndexedConstruct | undefined {
    if (!this.labels) {
      this.labels = new Map();
      for (const construct of [...this.constructs.values()].sort((a, b) => inReadingOrder(a.member, b.member))) {
        const label = foldLabel(construct.label);
        if (label !== '' && !this.labels.has(label)) this.labels.set(label, construct);
      }
    }
    return this.labels.get(folded);
  }

  /** In the order of the codebook. */
  get listed(): readonly Theme[] {
    this.listedThemes ??= [...this.themes.values()].sort((a, b) => inReadingOrder(a.member, b.member));
    return this.listedThemes;
  }

  /** In the order of the line of argument: those with an order first, the others as the codebook lists them. */
  get inOrder(): readonly Construct[] {
    this.listedConstructs ??= [...this.constructs.values()].sort(
      (a, b) => (a.facts.order ?? Infinity) - (b.facts.order ?? Infinity) || inReadingOrder(a.member, b.member),
    );
    return this.listedConstructs;
  }

  /**
   * Looks again at these entries.
   *
   * @param members the chunks of the codebook that came or went
   * @returns the names of themes that mean something else now, and whether headings may name other constructs
   */
  update(members: readonly Member[]): { themes: ReadonlySet<string>; headings: boolean } {
    const themeMembers = members.filter(member => isKind(member, 'theme'));
    const constructMembers = members.filter(member => isKind(member, 'construct'));
    if (themeMembers.length === 0 && constructMembers.length === 0) return { themes: new Set(), headings: false };
    const constructs = this.redefine('construct', constructMembers);
    const themes = this.redefine('theme', themeMembers);
    if (themeMembers.length > 0) this.listedThemes = undefined;
    if (constructMembers.length > 0) {
      this.listedConstructs = undefined;
      this.labels = undefined;
    }
    this.remap(themes.entries as ReadonlySet<IndexedTheme>, constructs.meanings);
    return { themes: themes.meanings, headings: constructMembers.length > 0 };
  }

  /** Something that rests on a theme has changed. */
  stir(theme: IndexedTheme): void {
    theme.changed();
    this.effects.detail('theme', theme.id);
    this.effects.touch([theme.member]);
    for (const construct of theme.constructs) this.stirConstruct(construct);
  }

  stirConstruct(construct: IndexedConstruct): void {
    construct.changed();
    this.effects.detail('construct', construct.id);
    this.effects.touch([construct.member]);
  }

  private redefine(kind: 'theme' | 'construct', members: readonly (MemberOf<'theme'> | MemberOf<'construct'>)[]) {
    const ids = new Set<string>();
    const names = new Set<string>();
    for (const { facts } of members) {
      ids.add(facts.id);
      names.add(facts.id);
      for (const alias of facts.aliases) names.add(foldId(alias.value));
    }
    // An entry that loses its name to another, or gains it, takes its former names along.
    for (const id of ids) for (const alias of this.entry(kind, id)?.aliases ?? []) names.add(alias);
    for (const id of ids) {
      for (const member of this.symbols.members(kind, 'defines', id)) {
        for (const alias of (member as MemberOf<'theme'>).facts.aliases) names.add(foldId(alias.value));
      }
    }
    const before = new Map([...names].map(name => [name, this.meaning(kind, name)]));
    const entries = new Set<IndexedTheme | IndexedConstruct>();
    for (const id of ids) {
      const entry = this.define(kind, id);
      if (entry) entries.add(entry);
      this.effects.detail(kind, id);
      this.effects.touch(this.symbols.members(kind, 'defines', id));
    }
    for (const name of names) this.alias(kind, name);
    const meanings = new Set<string>();
    for (const [name, was] of before) {
      const is = this.meaning(kind, name);
      // A former name is told with the name that it has now.
      if (is.entry === was.entry && is.former === was.former && !(is.former && entries.has(is.entry!))) continue;
      meanings.add(name);
      this.effects.touch(this.symbols.everywhere(kind, name));
    }
    if (meanings.size > 0) this.effects.facets.add(kind === 'theme' ? 'themes' : 'constructs');
    return { entries, meanings };
  }

  private entry(kind: SymbolKind, id: string): IndexedTheme | IndexedConstruct | undefined {
    return kind === 'theme' ? this.themes.get(id) : this.constructs.get(id);
  }

  private meaning(kind: 'theme' | 'construct', name: string): Meaning {
    const own = this.entry(kind, name);
    if (own) return { entry: own, former: false };
    const entry = kind === 'theme' ? this.themeAliases.get(name) : this.constructAliases.get(name);
    return { entry, former: entry !== undefined };
  }

  /** The first entry in reading order owns a name. */
  private define(kind: 'theme' | 'construct', id: string): IndexedTheme | IndexedConstruct | undefined {
    const owner = this.symbols.definers(kind, id)[0];
    const known = this.entry(kind, id);
    if (!owner) {
      if (!known) return undefined;
      if (known instanceof IndexedTheme) this.dropTheme(known);
      else this.dropConstruct(known);
      return undefined;
    }
    const entry = known ?? this.make(kind, id, owner);
    entry.member = owner as MemberOf<'theme'> & MemberOf<'construct'>;
    entry.aliases = entry.facts.aliases.map(alias => foldId(alias.value));
    entry.changed();
    return entry;
  }

  private make(kind: 'theme' | 'construct', id: string, owner: Member): IndexedTheme | IndexedConstruct {
    if (kind === 'theme') {
      const theme = new IndexedTheme(id, owner as MemberOf<'theme'>, this.around);
      this.themes.set(id, theme);
      return theme;
    }
    const construct = new IndexedConstruct(id, owner as MemberOf<'construct'>, this.around);
    this.constructs.set(id, construct);
    return construct;
  }

  private dropTheme(theme: IndexedTheme): void {
    this.themes.delete(theme.id);
    for (const construct of theme.constructs) {
      construct.mapped.delete(theme);
      this.stirMapping(construct);
    }
    theme.constructs = [];
  }

  private stirMapping(construct: IndexedConstruct): void {
    this.stirConstruct(construct);
    this.effects.facets.add('mapping');
  }

  private dropConstruct(construct: IndexedConstruct): void {
    this.constructs.delete(construct.id);
    for (const theme of construct.mapped) {
      theme.constructs = theme.constructs.filter(each => each !== construct);
      this.effects.detail('theme', theme.id);
    }
    construct.mapped.clear();
  }

  /** A former name leads to the first entry in reading order that has it, of those that own their names. */
  private alias(kind: 'theme' | 'construct', name: string): void {
    const aliases: Map<string, IndexedTheme | IndexedConstruct> =
      kind === 'theme' ? this.themeAliases : this.constructAliases;
    const owners = this.symbols
      .members(kind, 'alias', name)
      .filter(member => this.entry(kind, (member as MemberOf<'theme'>).facts.id)?.member === member)
      .sort(inReadingOrder);
    const entry = owners[0] && this.entry(kind, (owners[0] as MemberOf<'theme'>).facts.id);
    if (entry) aliases.set(name, entry);
    else aliases.delete(name);
  }

  /** Maps themes to constructs again: those that were written anew, and those that name a construct that means another now. */
  private remap(written: ReadonlySet<IndexedTheme>, names: ReadonlySet<string>): void {
    const themes = new Set(written);
    for (const name of names) {
      for (const member of this.symbols.members('construct', 'uses', name)) {
        const theme = isKind(member, 'theme') ? this.themes.get(member.facts.id) : undefined;
        if (theme?.member === member) themes.add(theme);
      }
    }
    for (const theme of themes) {
      const mapped = new Set<IndexedConstruct>();
      for (const told of theme.facts.constructs) {
        const construct = this.construct(foldId(told.value));
        if (construct) mapped.add(construct);
      }
      for (const construct of theme.constructs) {
        if (mapped.has(construct)) continue;
        construct.mapped.delete(theme);
        this.stirMapping(construct);
      }
      theme.constructs = [...mapped];
      for (const construct of mapped) {
        construct.mapped.add(theme);
        this.stirMapping(construct);
      }
    }
  }
}
