import * as l10n from '@vscode/l10n';
import { reportKinds } from '../reports/reports.js';
import { bandOf, ratersDone } from '../review/appraisal.js';
import { answeredBy, appraiserNamed, maySeeAll, setsByRater } from '../review/appraisers.js';
import type { Construct, Review, Study, Theme } from '../review/model.js';
import { thinOf } from '../review/support.js';
import { type Location, locate } from '../rules/diagnosis.js';
import { foldId } from '../text/words.js';
import { progressOf } from './appraisal-form.js';

/** The trees in which somebody looks at a review as a whole. */
export type TreeView = 'studies' | 'constructs' | 'reports';

/** How far the appraisal of a study is, for whoever looks. */
export type StudyState = 'todo' | 'begun' | 'settle' | 'done';

/** From a root to something in a tree, by names that stay what they are while the review changes. */
export type TreePath = readonly string[];

/** Something that a tree shows. What is below it is asked for when it is opened. */
export interface TreeNode extends Partial<Location> {
  readonly kind: 'group' | 'study' | 'construct' | 'theme' | 'report';
  readonly label: string;
  /** A few words behind the label. */
  readonly description: string;
  /** What is said of it while the pointer rests on it, line by line. */
  readonly tooltip: readonly string[];
  /** Where it stands in its tree. */
  readonly treePath: TreePath;
  readonly hasChildren: boolean;
  /** The name by which the review's files and the protocol know it: a study's key, a theme's name, a report's. */
  readonly name: string;
  readonly state?: StudyState;
  /** True for a theme or a construct that hardly anything stands behind. */
  readonly thin?: boolean;
  /** True for a report that has its block in the manuscript. */
  readonly placed?: boolean;
  /** Where the manuscript has a construct's section. */
  readonly section?: Location;
}

/** The order in which groups of studies are shown: what asks for work first. */
const states: readonly StudyState[] = ['todo', 'begun', 'settle', 'done'];

/** A study with what somebody may know of its appraisal. */
interface Seen {
  readonly study: Study;
  readonly state: StudyState;
  readonly words: string;
}

/**
 * What stands below a node of a tree, or at its root. `reviewer` is whoever looks: of what other raters have answered, a rater is
 * told as little here as in the form.
 */
export function treeChildren(review: Review, view: TreeView, path: TreePath, reviewer: string): readonly TreeNode[] {
  switch (view) {
    case 'studies':
      return studyNodes(review, path, reviewer);
    case 'constructs':
      return constructNodes(review, path, reviewer);
    case 'reports':
      return path.length === 0 ? reportNodes(review) : [];
  }
}

/** How many studies are left: for somebody who appraises, to appraise; for anybody else, without an appraisal that holds. */
export function studiesLeft(review: Review, reviewer: string): number {
  if (!isAppraised(review)) return 0;
  return seenStudies(review, reviewer).filter(({ state }) => state !== 'done').length;
}

/** The last answer for each review: the groups, what is in them and the number beside the view are asked for one after another. */
const lastSeen = new WeakMap<Review, { version: number; reviewer: string; seen: readonly Seen[] }>();

function seenStudies(review: Review, reviewer: string): readonly Seen[] {
  const last = lastSeen.get(review);
  if (last?.version === review.version && last.reviewer === reviewer) return last.seen;
  const seen = review.studies.map(study => seenBy(review, study, reviewer));
  lastSeen.set(review, { version: review.version, reviewer, seen });
  return seen;
}

/** A review that names no checklist and has no total has nothing to appraise. */
function isAppraised({ checklist, highestTotals }: Review): boolean {
  return checklist !== undefined || highestTotals.length > 0;
}

function seenBy(review: Review, study: Study, reviewer: string): Seen {
  const { checklist, settings } = review;
  const person = appraiserNamed(review, reviewer);
  if (person && checklist) {
    const { state, words, open } = progressOf(review, study, person, checklist);
    if (open !== undefined) return { study, state: 'settle', words };
    return { study, state: state === 'not begun' ? 'todo' : state, words };
  }
  const { appraisal } = study;
  if (appraisal.complete) return { study, state: 'done', words: l10n.t('settled') };
  if (checklist && ratersDone(appraisal, checklist, settings)) {
    return { study, state: 'settle', words: l10n.t('{0} to settle', checklist.items.length - appraisal.agreed.size) };
  }
  const begun = checklist
    ? setsByRater(study).filter(({ rater }) => answeredBy(study, rater, checklist) > 0).length
    : 0;
  if (begun > 0 || appraisal.agreed.size > 0) return { study, state: 'begun', words: l10n.t('begun') };
  if (appraisal.stated !== undefined) return { study, state: 'done', words: l10n.t('total as reported') };
  return { study, state: 'todo', words: l10n.t('not begun') };
}

function studyNodes(review: Review, path: TreePath, reviewer: string): TreeNode[] {
  const [group] = path;
  if (path.length > 1) return [];
  if (!isAppraised(review)) {
    return review.studies.map(study => studyNode(review, study, [study.id], reviewer, { state: 'todo', words: '' }));
  }
  const seen = seenStudies(review, reviewer);
  if (group !== undefined) {
    return seen
      .filter(({ state }) => state === group)
      .map(each => studyNode(review, each.study, [group, each.study.id], reviewer, each));
  }
  return states.flatMap((state): TreeNode[] => {
    const count = seen.filter(each => each.state === state).length;
    if (count === 0) return [];
    return [
      {
        kind: 'group',
        label: stateWords(state),
        description: String(count),
        tooltip: [`${stateWords(state)}: ${studiesWords(count)}`],
        treePath: [state],
        hasChildren: true,
        name: state,
        state,
      },
    ];
  });
}

function stateWords(state: StudyState): string {
  switch (state) {
    case 'todo':
      return l10n.t('To appraise');
    case 'begun':
      return l10n.t('Begun');
    case 'settle':
      return l10n.t('To settle');
    case 'done':
      return l10n.t('Done');
  }
}

function studyNode(
  review: Review,
  study: Study,
  treePath: TreePath,
  reviewer: string,
  { state, words }: Pick<Seen, 'state' | 'words'>,
  at: Location = locate({ file: study.file, chunk: study.chunk, at: study.facts.head }),
): TreeNode {
  const total = visibleTotal(review, study, reviewer);
  const band = bandOf(total, review.bands);
  const title = study.work?.facts.title;
  const sum = total === undefined ? [] : [band === undefined ? String(total) : `${total} · ${band}`];
  // The group says already what a study has in common with the others of it.
  const more = state === 'begun' || state === 'settle' ? [words] : [];
  return {
    kind: 'study',
    label: study.name,
    description: [...sum, ...more].join(' · '),
    tooltip: [
      study.name,
      ...(title === undefined ? [] : [title]),
      [
        study.themes.length === 1 ? l10n.t('1 theme') : l10n.t('{0} themes', study.themes.length),
        ...(total === undefined ? [] : [l10n.t('appraisal {0}', sum[0] ?? '')]),
        ...(words === '' ? [] : [words]),
      ].join(' · '),
    ],
    treePath,
    hasChildren: false,
    name: study.facts.key,
    ...(isAppraised(review) && { state }),
    ...at,
  };
}

/** A rater is not told the total that their answers and another's make before they may see these; what the study states is no secret. */
function visibleTotal(review: Review, study: Study, reviewer: string): number | undefined {
  const person = appraiserNamed(review, reviewer);
  if (!person || maySeeAll(review, study, person)) return study.total;
  return study.appraisal.stated;
}

/** Below this, a theme or a construct rests on a single study or on none. */
const enough = 2;

function constructNodes(review: Review, path: TreePath, reviewer: string): TreeNode[] {
  const [constructId, themeId] = path;
  if (constructId === undefined) {
    const constructs = review.constructs.map(each => constructNode(review, each));
    const loose = review.themes.filter(each => each.constructs.length === 0).length;
    return loose === 0 ? constructs : [...constructs, looseNode(loose)];
  }
  const construct = review.constructById.get(constructId);
  if (themeId === undefined) {
    const themes = constructId === '' ? review.themes.filter(each => each.constructs.length === 0) : construct?.themes;
    return (themes ?? []).map(theme => themeNode(theme, constructId));
  }
  const theme = path.length === 2 ? review.themeById.get(themeId) : undefined;
  if (!theme) return [];
  const named = namedIn(review, theme);
  const appraised = isAppraised(review);
  return theme.studies.map(study =>
    studyNode(
      review,
      study,
      [constructId, themeId, study.id],
      reviewer,
      appraised ? seenBy(review, study, reviewer) : { state: 'todo', words: '' },
      named.get(study.file.path),
    ),
  );
}

/** Where each file names a theme first, by whichever of its names. */
function namedIn(review: Review, theme: Theme): ReadonlyMap<string, Location> {
  const places = new Map<string, Location>();
  for (const name of [theme.id, ...theme.facts.aliases.map(alias => foldId(alias.value))]) {
    for (const site of review.uses('theme', name)) {
      if (!places.has(site.file.path)) places.set(site.file.path, locate(site));
    }
  }
  return places;
}

function constructNode(review: Review, construct: Construct): TreeNode {
  const { id, label, facts, file, chunk, carrying, cited, themes, findings } = construct;
  const { singleStudy, unsupported, carryingNotCited } = thinOf(construct);
  const behind = new Set([...carrying, ...cited]).size;
  const thin = behind < enough;
  const [heading] = construct.headings;
  return {
    kind: 'construct',
    label,
    description: [
      l10n.t('{0} of {1} studies', behind, review.studyCount),
      ...(thin ? [l10n.t('thin')] : []),
      ...(!thin && singleStudy.length > 0 ? [thinWords(singleStudy.length)] : []),
    ].join(' · '),
    tooltip: [
      label,
      ...(facts.definition ? [facts.definition.value] : []),
      l10n.t('carried by {0} of {1} studies · cited {2}', carrying.length, review.studyCount, cited.length),
      [
        themes.length === 1 ? l10n.t('1 theme') : l10n.t('{0} themes', themes.length),
        findings.length === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', findings.length),
      ].join(' · '),
      ...(singleStudy.length === 0
        ? []
        : [l10n.t('Findings that rest on one study each, and are thin: {0}', singleStudy.length)]),
      ...(unsupported.length === 0
        ? []
        : [l10n.t('Findings that no included study supports: {0}', unsupported.length)]),
      ...(carryingNotCited.length === 0
        ? []
        : [l10n.t('Not cited though they carry it: {0}', namesOf(carryingNotCited))]),
    ],
    treePath: [id],
    hasChildren: themes.length > 0,
    name: facts.name,
    thin,
    ...locate({ file, chunk, at: facts.at }),
    ...(heading && { section: locate(heading) }),
  };
}

function thinWords(findings: number): string {
  return findings === 1 ? l10n.t('thin in 1 finding') : l10n.t('thin in {0} findings', findings);
}

/** Names as a sentence would list them: the first few, and how many more there are. */
function namesOf(studies: readonly Study[]): string {
  const most = 6;
  const names = studies.slice(0, most).map(each => each.name);
  return studies.length > most ? l10n.t('{0} and {1} more', names.join(', '), studies.length - most) : names.join(', ');
}

/** Themes that lead to no construct are easily forgotten, so that they stand at the end, under a name of their own. */
function looseNode(count: number): TreeNode {
  const label = l10n.t('Without a construct');
  return {
    kind: 'group',
    label,
    description: count === 1 ? l10n.t('1 theme') : l10n.t('{0} themes', count),
    tooltip: [label],
    treePath: [''],
    hasChildren: true,
    name: '',
  };
}

function themeNode(theme: Theme, constructId: string): TreeNode {
  const { id, label, facts, file, chunk, carriers } = theme;
  const thin = carriers.size < enough;
  return {
    kind: 'theme',
    label,
    description: [studiesWords(carriers.size), ...(thin ? [l10n.t('thin')] : [])].join(' · '),
    tooltip: [
      label,
      ...(facts.definition ? [facts.definition.value] : []),
      studiesWords(carriers.size),
      ...(thin ? [l10n.t('Thin: fewer than two studies carry it.')] : []),
    ],
    treePath: [constructId, id],
    hasChildren: carriers.size > 0,
    name: facts.name,
    thin,
    ...locate({ file, chunk, at: facts.at }),
  };
}

function studiesWords(count: number): string {
  return count === 1 ? l10n.t('1 study') : l10n.t('{0} studies', count);
}

function reportNodes(review: Review): TreeNode[] {
  const placed = new Map(review.generated.filter(({ facts }) => facts.closed).map(each => [each.facts.name, each]));
  return reportKinds.map((kind): TreeNode => {
    const block = placed.get(kind.name);
    const words = kind.name.replaceAll('-', ' ');
    const label = words.charAt(0).toUpperCase() + words.slice(1);
    return {
      kind: 'report',
      label,
      description: block ? l10n.t('in the manuscript') : '',
      tooltip: [kind.summary.charAt(0).toUpperCase() + kind.summary.slice(1)],
      treePath: [kind.name],
      hasChildren: false,
      name: kind.name,
      placed: block !== undefined,
      ...(block && locate({ file: block.file, chunk: block.chunk, at: block.facts.content })),
    };
  });
}
