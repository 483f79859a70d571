import type { Point } from './drawing.js';

/** An axis of the plane. */
export interface FrameworkAxis {
  readonly label: string;
  /** How many studies stand behind the construct that it is, in words; none for an axis that is none. */
  readonly support: readonly string[];
  /** What stands at its beginning and at its end; may be empty. */
  readonly from: string;
  readonly to: string;
  /** Whether people move along it in both ways. */
  readonly bothWays: boolean;
}

/** A construct in the framework, with what stands in its box under its name. */
export interface FrameworkNode {
  readonly id: string;
  readonly label: string;
  /** How many studies stand behind it, in words, each on a line. */
  readonly support: readonly string[];
  /** The themes to list in it, with how many studies carry each; none where they are not to be shown. */
  readonly themes: readonly string[];
  /** Where it stands in the plane of two axes, from 0 to 1; undefined where it is not placed. */
  readonly place?: Point;
}

export interface FrameworkArrow {
  readonly from: string;
  readonly to: string;
  /** The words beside it; empty for an arrow without. */
  readonly how: string;
}

/** The conceptual framework as data. */
export interface Framework {
  readonly title: string;
  readonly nodes: readonly FrameworkNode[];
  readonly arrows: readonly FrameworkArrow[];
  /** With axes it is drawn as a plane, in which constructs have places. */
  readonly axes?: { readonly x: FrameworkAxis; readonly y: FrameworkAxis };
  /** What stands in the plane. */
  readonly says: string;
}
