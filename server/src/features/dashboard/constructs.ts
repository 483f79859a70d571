import type { Construct, Finding, Review } from '../../review/model.js';
import { divisionsOf, type Quality, qualityOf, thinOf } from '../../review/support.js';
import {
  constructPlace,
  type DashboardPlace,
  findingPlace,
  glance,
  type Linked,
  linkedStudy,
  type Some,
  some,
  themePlace,
} from './place.js';

/** The constructs in the order of the line of argument. */
export interface Constructs {
  readonly kind: 'constructs';
  readonly studies: number;
  readonly constructs: readonly ConstructShown[];
}

export interface ConstructShown {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  readonly place: DashboardPlace;
  readonly carrying: number;
  readonly cited: number;
  /** Of the studies that are cited under it; undefined where none has a total. */
  readonly quality?: Quality;
  /** Strengths and challenges, or whatever divisions the review has. */
  readonly divisions: readonly DivisionShown[];
  readonly themes: Some<Linked & { readonly studies: number }>;
  /** Studies that are cited under it. */
  readonly citedStudies: Some<Linked>;
  /** Studies that carry its themes and are cited nowhere under it. */
  readonly notCited: Some<Linked>;
  /** Findings that rest on one study, and on none. */
  readonly onOne: number;
  readonly onNone: number;
}

export interface DivisionShown {
  /** Empty for findings that stand under no division. */
  readonly label: string;
  readonly count: number;
  readonly studies: number;
  readonly findings: Some<FindingShown>;
}

/** A finding; thin where one study supports it, or none. */
export interface FindingShown extends Linked {
  readonly studies: number;
  readonly contrary: number;
  readonly thin: boolean;
}

/** How many of each list are shown unless more are asked for. */
const mostListed = 30;

/** @param most how many of each list to tell */
export function constructs(review: Review, most = mostListed): Constructs {
  return {
    kind: 'constructs',
    studies: review.studyCount,
    constructs: review.constructs.map(construct => constructShown(construct, review, most)),
  };
}

function constructShown(construct: Construct, review: Review, most: number): ConstructShown {
  const thin = thinOf(construct);
  const quality = qualityOf(construct.cited);
  return {
    id: construct.id,
    label: construct.label,
    definition: glance(construct.facts.definition?.value ?? '', 400),
    place: constructPlace(construct),
    carrying: construct.carrying.length,
    cited: construct.cited.length,
    ...(quality && { quality }),
    divisions: divisionsOf(construct, review).map(({ label, findings, studies }) => ({
      label,
      count: findings.length,
      studies: studies.length,
      findings: some(findings, most, findingShown),
    })),
    themes: some(construct.themes, most, theme => ({
      name: theme.label,
      place: themePlace(theme),
      studies: theme.carriers.size,
    })),
    citedStudies: some(construct.cited, most, linkedStudy),
    notCited: some(thin.carryingNotCited, most, linkedStudy),
    onOne: thin.singleStudy.length,
    onNone: thin.unsupported.length,
  };
}

function findingShown(finding: Finding): FindingShown {
  return {
    name: glance(finding.text),
    place: findingPlace(finding),
    studies: finding.support.length,
    contrary: finding.contrary.length,
    thin: finding.support.length <= 1,
  };
}
