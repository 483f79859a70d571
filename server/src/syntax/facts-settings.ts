import type { Place } from '../text/span.js';
import type { Quantifier } from './facts-manuscript.js';
import type { Told } from './told.js';

/** What `metasynth.yaml` says: its part of `facts.ts`. */

export type CharacteristicType = 'text' | 'count' | 'number' | 'year' | 'set' | 'flag';

/** A column of the extraction grid, as declared under `characteristics:`. */
export interface Characteristic {
  readonly name: string;
  readonly at: Place;
  readonly type: CharacteristicType;
  readonly required: boolean;
  readonly values: readonly string[];
  readonly label?: string;
}

export type MissingName = 'not reported' | 'not applicable' | 'unclear' | 'to do';

/** A column of the synthesis table: the name of a characteristic or of something the review derives. */
export interface Column {
  readonly name: string;
  readonly label?: string;
  readonly at: Place;
}

/** An abbreviation of the review's tables and what it stands for. */
export interface Abbreviation {
  readonly name: string;
  readonly meaning: string;
}

/** What stands in, over and under the synthesis table. */
export interface TableSettings {
  readonly columns: readonly Column[];
  readonly sort: readonly string[];
  /** The column whose values divide the table. */
  readonly groupBy?: Told;
  readonly caption?: string;
  /** Notes under the table; those to a column have its name. */
  readonly footnotes: readonly { readonly column?: Told; readonly text: string }[];
  readonly at?: Place;
}

export type ReferenceStyleName = 'apa' | 'vancouver';

/** A named set of values, `outlying: {setting: [Island station, Rock tower]}`. */
export interface Group {
  readonly name: string;
  readonly at: Place;
  /** A study belongs to it when it has one of the values of each. */
  readonly fields: readonly { readonly name: string; readonly at: Place; readonly values: readonly Told[] }[];
}

/** A name for the totals from a number on, up to the next band. */
export interface Band {
  readonly name: string;
  readonly from: number;
  readonly at: Place;
}

/** A criterion for including a study: a sentence, and where possible a filter that every included study passes. */
export interface Criterion {
  readonly says?: Told;
  readonly filter?: Told;
}

/** A box of the flow diagram. */
export interface FlowBox {
  readonly name: string;
  readonly at: Place;
  /** Undefined where it is not reported. */
  readonly value: number | undefined;
  /** Reasons or sources, each with its number; their sum is the value, where all of them have one. */
  readonly parts: readonly { readonly name: string; readonly at: Place; readonly value: number | undefined }[];
}

/** The records of the review, from the search to the included studies. */
export interface Flow {
  readonly at: Place;
  readonly boxes: readonly FlowBox[];
  /** Records from databases and from other methods are counted together from screening on. */
  readonly mergedArms: boolean;
}

/** An axis of the conceptual framework. */
export interface FrameworkAxis {
  /** The construct that it is, where it is one. */
  readonly construct?: Told;
  readonly label?: Told;
  /** What stands at its beginning and at its end. */
  readonly from?: Told;
  readonly to?: Told;
  readonly bothWays: boolean;
}

/** How the conceptual framework is drawn. */
export interface Framework {
  /** Two axes make it a plane; without them it is a network. */
  readonly axes?: { readonly x: FrameworkAxis; readonly y: FrameworkAxis };
  /** What stands in the plane. */
  readonly says?: Told;
  /** Whether the themes of a construct stand in its box. */
  readonly themes: boolean;
  /** Where constructs stand in the plane, in per cent of its width and height. */
  readonly places: readonly { readonly construct: Told; readonly x: number; readonly y: number }[];
}

/** A search as `search:` tells it, field by field as written. */
export type SearchEntry = Partial<
  Record<'source' | 'platform' | 'date' | 'strategy' | 'limits' | 'filters' | 'hits', Told>
>;

/** What fields tell of how the review was done, and which nothing but a report reads. Of a list the first text. */
export interface Conduct {
  readonly search: readonly SearchEntry[];
  /** The checklist for appraisal, where one is named. */
  readonly checklist?: Told;
  /** What the appraisal is for. */
  readonly use?: Told;
  readonly registration?: Told;
  readonly deviations?: Told;
  readonly reflexivity?: Told;
}

export type SeverityName = 'error' | 'warning' | 'info' | 'hint' | 'off';

/** `metasynth.yaml`, with what it leaves out filled in as `docs/format.md` says. */
export interface Settings {
  readonly title?: Told;
  readonly question?: Told;
  readonly approach?: Told;
  readonly final: boolean;
  readonly reviewers: readonly { readonly id: Told; readonly name: string }[];
  readonly checklist: Told;
  readonly raters: readonly Told[];
  readonly arbiter?: Told;
  readonly scoring: Told;
  /** Names for totals, the lowest first. */
  readonly bands: readonly Band[];
  readonly appraisalAt?: Place;
  readonly studies: Told;
  readonly codebook: Told;
  readonly bibliography: readonly Told[];
  readonly manuscript: readonly Told[];
  readonly background: readonly Told[];
  readonly characteristics: readonly Characteristic[];
  /** How each kind of missing value prints. */
  readonly missing: Readonly<Record<MissingName, string>>;
  /** A review's own divisions of a construct, in order, and the headings that mean them. */
  readonly aspects: readonly { readonly id: string; readonly headings: readonly string[] }[];
  readonly groups: readonly Group[];
  /** From which share of the studies on, in per cent, each word for one holds. */
  readonly quantifiers: Readonly<Record<Quantifier, number>>;
  readonly eligibility: readonly Criterion[];
  readonly flow?: Flow;
  readonly framework?: Framework;
  readonly conduct: Conduct;
  /** The reporting standards that the review follows, where it says so: names as written. */
  readonly reporting?: readonly Told[];
  readonly table: TableSettings;
  /** Those of `table:` first, each name once. */
  readonly abbreviations: readonly Abbreviation[];
  /** How citations and lists of references are written. */
  readonly reportStyle: ReferenceStyleName;
  readonly severities: Readonly<Record<string, SeverityName>>;
  /** Where to speak of the review as a whole. */
  readonly head: Place;
}
