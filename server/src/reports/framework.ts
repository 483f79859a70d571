import * as l10n from '@vscode/l10n';
import { drawFramework } from '../figures/framework.js';
import type { Framework, FrameworkAxis } from '../figures/framework-data.js';
import type { Construct, Review } from '../review/model.js';
import type { FrameworkAxis as DeclaredAxis } from '../syntax/facts.js';
import { foldId } from '../text/words.js';
import type { ReportKind } from './report-kind.js';
import { captioned, emphasis, type Figure, figure, paragraph, report } from './tree.js';

export const frameworkKind: ReportKind = {
  name: 'framework',
  command: 'framework',
  summary: 'the conceptual framework: constructs and how they lead to one another',
  title: review => review.settings.title?.value ?? l10n.t('Conceptual framework'),
  make: review => {
    const [drawn] = frameworkFigures(review);
    if (!drawn) return report([paragraph(emphasis(l10n.t('The codebook has no constructs yet.')))]);
    return report([
      captioned(l10n.t('Conceptual framework'), drawn, {
        notes: [
          paragraph(
            l10n.t('Cited: studies that the text cites under the construct. Neither number measures how strong it is.'),
          ),
        ],
      }),
    ]);
  },
  data: frameworkData,
  figures: frameworkFigures,
};

function frameworkFigures(review: Review): Figure[] {
  if (review.constructs.length === 0) return [];
  return [figure('framework', l10n.t('Conceptual framework'), drawFramework(frameworkOf(review)))];
}

function frameworkData(review: Review): unknown {
  const { arrows } = frameworkOf(review);
  const { framework } = review.settings;
  const axis = ({ construct, label, from, to, bothWays }: DeclaredAxis) => ({
    construct: construct?.value ?? null,
    label: label?.value ?? null,
    from: from?.value ?? null,
    to: to?.value ?? null,
    bothWays,
  });
  return {
    title: frameworkKind.title(review),
    studies: review.studies.length,
    constructs: review.constructs.map(construct => ({
      id: construct.facts.name,
      label: construct.label,
      order: construct.facts.order ?? null,
      citedSupport: construct.cited.length,
      themeSupport: construct.carrying.length,
      themes: construct.themes.map(theme => ({
        id: theme.facts.name,
        label: theme.label,
        studies: theme.studies.length,
      })),
    })),
    arrows: arrows.map(({ from, to, how }) => ({
      from: review.constructById.get(from)?.facts.name ?? from,
      to: review.constructById.get(to)?.facts.name ?? to,
      how,
    })),
    axes: framework?.axes ? { x: axis(framework.axes.x), y: axis(framework.axes.y) } : null,
    says: framework?.says?.value ?? null,
    places: (framework?.places ?? []).map(({ construct, x, y }) => ({ construct: construct.value, x, y })),
  };
}

/** The constructs of the codebook in the order of the line of argument, and their arrows; those to nowhere are left out. */
export function frameworkOf(review: Review): Framework {
  const { framework } = review.settings;
  const find = (name: string): Construct | undefined => {
    const id = foldId(name);
    return review.constructById.get(id) ?? review.constructAliases.get(id);
  };
  const places = new Map(
    (framework?.places ?? []).flatMap(({ construct, x, y }) => {
      const id = find(construct.value)?.id;
      return id === undefined ? [] : [[id, { x: x / 100, y: y / 100 }] as const];
    }),
  );
  const axis = ({ construct, label, from, to, bothWays }: DeclaredAxis): FrameworkAxis => {
    const found = construct && find(construct.value);
    return {
      label: label?.value ?? found?.label ?? construct?.value ?? '',
      support: found ? supportOf(found, review) : [],
      from: from?.value ?? '',
      to: to?.value ?? '',
      bothWays,
    };
  };
  return {
    title: l10n.t('Conceptual framework'),
    nodes: review.constructs.map(construct => {
      const place = places.get(construct.id);
      return {
        id: construct.id,
        label: construct.label,
        support: supportOf(construct, review),
        themes: framework?.themes
          ? construct.themes.map(theme => l10n.t('{0} ({1})', theme.label, theme.studies.length))
          : [],
        ...(place && { place }),
      };
    }),
    arrows: review.constructs.flatMap(construct =>
      construct.facts.leadsTo.flatMap(({ to, how }) => {
        const target = find(to.value);
        return target ? [{ from: construct.id, to: target.id, how }] : [];
      }),
    ),
    ...(framework?.axes && { axes: { x: axis(framework.axes.x), y: axis(framework.axes.y) } }),
    says: framework?.says?.value ?? '',
  };
}

function supportOf(construct: Construct, review: Review): string[] {
  return [
    l10n.t('cited: {0} of {1} studies', construct.cited.length, review.studies.length),
    l10n.t('carrying its themes: {0}', construct.carrying.length),
  ];
}
