import type { StudyFacts } from '../../syntax/facts.js';
import type { Appraisal, Study } from '../model.js';
import type { MemberOf } from './member.js';
import type { IndexedWork } from './works.js';

/** Studies as they were listed, good for as long as the order of all studies is what it was. */
export interface Listed {
  readonly version: number;
  readonly studies: readonly Study[];
}

/** An included study: one object for as long as some file has its key. */
export class IndexedStudy implements Study {
  name = '';
  year: number | undefined;
  work: IndexedWork | undefined;
  stated: number | undefined;
  themes: readonly string[] = [];
  /** Keys of further papers of its own, and of those that it synthesises, as it was last looked at. */
  reports: readonly string[] = [];
  synthesised: readonly string[] = [];
  /** Its place in the list of studies, numbered when somebody sorts by it. */
  position = 0;
  private summed: { readonly total: number | undefined } | undefined;

  constructor(
    readonly id: string,
    public member: MemberOf<'study'>,
    private readonly appraise: (study: IndexedStudy) => Appraisal,
  ) {}

  get file() {
    return this.member.file;
  }
  get chunk() {
    return this.member.chunk;
  }
  get facts(): StudyFacts {
    return this.member.facts;
  }
  get appraisal(): Appraisal {
    return this.appraise(this);
  }
  get total(): number | undefined {
    this.summed ??= { total: this.appraisal.total };
    return this.summed.total;
  }

  /** Its answers, or what becomes of them, have changed. */
  reappraised(): void {
    this.summed = undefined;
  }
}
