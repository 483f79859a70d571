import type { SymbolKind } from '../../syntax/facts.js';
import type { Member } from './member.js';

/**
 * What a judgement may ask of the review as a whole, beyond the names that its own chunk uses. Whoever asks is judged anew
 * when the answer has changed.
 */
export type Facet =
  | 'study-count'
  | 'studies'
  | 'themes'
  | 'constructs'
  | 'keys'
  | 'findings'
  | 'files'
  | 'headings'
  | 'totals'
  | 'raters'
  | 'flow'
  /** The approach to synthesis. */
  | 'approach'
  /** How many findings there are, of a construct or in all. */
  | 'finding-count'
  /** Which themes belong to which construct. */
  | 'mapping'
  /** What a tally counts, by its key. */
  | `count ${string}`
  /** Which values a characteristic has. */
  | `values ${string}`
  /** Which studies say what in a column of the extraction grid. */
  | `cells ${string}`
  | 'full-texts'
  /** What passages, generated blocks and `metasynth.yaml` say of reporting standards. */
  | 'reporting'
  /** How the answers of two raters meet. */
  | 'agreement'
  /** Whether the line of argument takes up any finding. */
  | 'answers'
  /** Which themes one study carries, by its folded key. */
  | `carries ${string}`
  /** The findings of one study, by its folded key. */
  | `findings ${string}`
  /** What has been answered for one study, by its folded key. */
  | `appraisal ${string}`
  /** A finding of the manuscript, by its folded name: its words and what it rests on. */
  | `told ${string}`
  /** What coders, screeners, the translation and the judgements of confidence say. */
  | MethodKind;

/** Kinds of chunks that are asked for as a whole. */
export type MethodKind = 'coded' | 'screening' | 'translation' | 'judgement';

const methodKinds: ReadonlySet<string> = new Set<MethodKind>(['coded', 'screening', 'translation', 'judgement']);

export function isMethodKind(kind: string): kind is MethodKind {
  return methodKinds.has(kind);
}

/** What a change of facts has brought about, gathered until somebody takes it. */
export class Effects {
  /** True when so much has changed that everything is to be judged anew. */
  everything = false;
  /** Chunks that are part of the review no more. */
  readonly removed = new Set<Member>();
  /** Chunks to judge anew, some of which may be gone by the time they are judged. */
  readonly touched = new Set<Member>();
  /** Names of which something that others may print has changed: a label, a count, a place. */
  readonly details = new Set<string>();
  readonly facets = new Set<Facet>();
  /** Paths of files whose chunks have changed, come, gone or moved. */
  readonly paths = new Set<string>();

  /** Hands over what was gathered, and begins anew. */
  take(): Effects {
    const taken = new Effects();
    taken.everything = this.everything;
    for (const name of ['removed', 'touched', 'details', 'facets', 'paths'] as const) {
      const from = this[name] as Set<unknown>;
      for (const each of from) (taken[name] as Set<unknown>).add(each);
      from.clear();
    }
    this.everything = false;
    return taken;
  }

  touch(members: Iterable<Member>): void {
    if (this.everything) return;
    for (const member of members) this.touched.add(member);
  }

  detail(kind: SymbolKind, id: string): void {
    if (!this.everything) this.details.add(nameKey(kind, id));
  }
}

/** A name as one text, for sets and maps. */
export function nameKey(kind: SymbolKind, id: string): string {
  return `${kind} ${id}`;
}
