import type { ConstructFacts, ThemeFacts } from '../../syntax/facts.js';
import type { Construct, Finding, Site, Study, Theme } from '../model.js';
import { inReadingOrder, type MemberOf } from './member.js';
import type { IndexedStudy, Listed } from './study.js';

/** What the entries of the codebook need of the rest of the review. */
export interface Surroundings {
  /** The studies of a set in the order of the table; what was listed of the same set before, if it is still good. */
  ordered(studies: ReadonlySet<IndexedStudy>, before: Listed | undefined): Listed;
  findingsOf(construct: Construct): readonly Finding[];
  headingsOf(construct: Construct): readonly Site[];
}

/** A theme: one object for as long as the codebook has it. */
export class IndexedTheme implements Theme {
  constructs: readonly IndexedConstruct[] = [];
  readonly carriers = new Set<IndexedStudy>();
  aliases: readonly string[] = [];
  private listed: Listed | undefined;

  constructor(
    readonly id: string,
    public member: MemberOf<'theme'>,
    private readonly around: Surroundings,
  ) {}

  get file() {
    return this.member.file;
  }
  get chunk() {
    return this.member.chunk;
  }
  get facts(): ThemeFacts {
    return this.member.facts;
  }
  get label(): string {
    return this.facts.label?.value ?? this.facts.name;
  }
  get studies(): readonly Study[] {
    this.listed = this.around.ordered(this.carriers, this.listed);
    return this.listed.studies;
  }

  /** Forgets what was listed: the carriers have changed. */
  changed(): void {
    this.listed = undefined;
  }
}

/** A construct: one object for as long as the codebook has it. What rests on it is gathered when asked for. */
export class IndexedConstruct implements Construct {
  aliases: readonly string[] = [];
  readonly mapped = new Set<IndexedTheme>();
  private gathered: Partial<Record<'themes' | 'cited' | 'carrying', unknown>> = {};

  constructor(
    readonly id: string,
    public member: MemberOf<'construct'>,
    private readonly around: Surroundings,
  ) {}

  get file() {
    return this.member.file;
  }
  get chunk() {
    return this.member.chunk;
  }
  get facts(): ConstructFacts {
    return this.member.facts;
  }
  get label(): string {
    return this.facts.label?.value ?? this.facts.name;
  }
  get themes(): readonly Theme[] {
    return this.once('themes', () => [...this.mapped].sort((a, b) => inReadingOrder(a.member, b.member)));
  }
  get findings(): readonly Finding[] {
    return this.around.findingsOf(this);
  }
  get headings(): readonly Site[] {
    return this.around.headingsOf(this);
  }
  get cited(): readonly Study[] {
    return this.once('cited', () => [...new Set(this.findings.flatMap(finding => finding.support))]);
  }
  get carrying(): readonly Study[] {
    return this.once('carrying', () => {
      const all = new Set<Study>();
      for (const theme of this.themes) for (const study of theme.studies) all.add(study);
      return [...all];
    });
  }

  supporters(most: number): readonly Study[] {
    const found = new Set<Study>();
    for (const finding of this.findings) {
      for (const study of finding.support) if (found.add(study).size >= most) return [...found];
    }
    for (const theme of this.mapped) {
      for (const study of theme.carriers) if (found.add(study).size >= most) return [...found];
    }
    return [...found];
  }

  /** Forgets what was gathered. */
  changed(): void {
    this.gathered = {};
  }

  private once<T>(name: 'themes' | 'cited' | 'carrying', make: () => T): T {
    this.gathered[name] ??= make();
    return this.gathered[name] as T;
  }
}
