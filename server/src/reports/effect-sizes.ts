import * as l10n from '@vscode/l10n';
import type { BlockContent } from 'mdast';
import { type EffectSizes, effectSizes, type ParentStudy } from '../review/effect-sizes.js';
import type { Review } from '../review/model.js';
import type { EffectSize } from '../statistics/metasummary.js';
import { listWords } from '../text/words.js';
import type { Grid, ReportKind } from './report-kind.js';
import { captioned, emphasis, paragraph, type Report, report, table } from './tree.js';

export const effectSizesKind: ReportKind = {
  name: 'effect-sizes',
  command: 'effect-sizes',
  summary: 'effect sizes of a metasummary: of themes, constructs and studies',
  title: review => review.settings.title?.value ?? l10n.t('Effect sizes'),
  make: review => effectSizesReport(review),
  data: effectSizesData,
  grid: effectSizesGrid,
};

function effectSizesData(review: Review): unknown {
  const { parents, themes, constructs, carried } = sorted(effectSizes(review));
  return {
    title: effectSizesKind.title(review),
    studies: review.studies.length,
    parentStudies: parents.length,
    themesCarried: carried,
    themes: themes.map(({ theme, frequency }) => ({
      name: theme.facts.name,
      label: theme.label,
      frequency: plain(frequency),
    })),
    constructs: constructs.map(({ construct, frequency }) => ({
      name: construct.facts.name,
      label: construct.label,
      frequency: plain(frequency),
    })),
    parents: parents.map(({ studies, intensity, ofFrequent }) => ({
      studies: studies.map(study => study.facts.key),
      intensity: plain(intensity),
      intensityOfFrequent: plain(ofFrequent),
    })),
  };
}

/** A value with what it is a share of; null and the reason where it is undefined. */
function plain(size: EffectSize) {
  return 'value' in size
    ? { value: size.value, count: size.count, n: size.n }
    : { value: null, why: size.undefined, n: 0 };
}

/** The most frequent first; those that are alike stay in the order of the codebook. */
function sorted(sizes: EffectSizes): EffectSizes {
  const by = <T extends { readonly frequency: EffectSize }>(all: readonly T[]): T[] =>
    [...all].sort((a, b) => sizeOf(b.frequency) - sizeOf(a.frequency));
  return { ...sizes, themes: by(sizes.themes), constructs: by(sizes.constructs) };
}

function sizeOf(size: EffectSize): number {
  return 'value' in size ? size.value : 0;
}

function effectSizesReport(review: Review): Report {
  const sizes = sorted(effectSizes(review));
  const { parents, themes, constructs, carried } = sizes;
  if (parents.length === 0) {
    return report([
      paragraph(emphasis(l10n.t('There are no included studies yet, so every effect size is undefined.'))),
    ]);
  }
  const frequencyNotes = [
    paragraph(
      l10n.t('Frequency effect size: the share of the parent studies in which it is found.'),
      ` ${counted(sizes)}`,
    ),
    paragraph(principalThemes()),
  ];
  const blocks: BlockContent[] = [
    captioned(
      l10n.t('How often each theme is found'),
      table(
        [l10n.t('Theme'), l10n.t('Parent studies'), l10n.t('Frequency effect size')],
        themes.map(({ theme, frequency }) => [theme.label, share(frequency), percent(frequency)]),
      ),
      { notes: frequencyNotes },
    ),
    captioned(
      l10n.t('How often each construct is found'),
      table(
        [l10n.t('Construct'), l10n.t('Parent studies'), l10n.t('Frequency effect size')],
        constructs.map(({ construct, frequency }) => [construct.label, share(frequency), percent(frequency)]),
      ),
      { notes: [paragraph(l10n.t('A study has a construct when it carries one of its themes.'))] },
    ),
    captioned(
      l10n.t('How much of all themes each study carries'),
      table(
        [
          l10n.t('Parent study'),
          l10n.t('Themes'),
          l10n.t('Intensity effect size'),
          l10n.t('Themes above 25 %'),
          l10n.t('Intensity among these'),
        ],
        parents.map(parent => [
          nameOf(parent),
          share(parent.intensity),
          percent(parent.intensity),
          share(parent.ofFrequent),
          percent(parent.ofFrequent),
        ]),
      ),
      {
        notes: [
          paragraph(
            l10n.t(
              'Intensity effect size: the share of the {0} themes that any study carries; among these: of the themes whose frequency effect size is above 25 %.',
              carried,
            ),
          ),
        ],
      },
    ),
  ];
  return report(blocks);
}

/** *Counted among 33 parent studies: 34 studies, of which 2 share a sample.* */
function counted({ parents }: EffectSizes): string {
  const studies = parents.reduce((sum, parent) => sum + parent.studies.length, 0);
  const sharing = parents.filter(parent => parent.studies.length > 1);
  if (sharing.length === 0) return l10n.t('Counted among {0} parent studies.', parents.length);
  return l10n.t(
    'Counted among {0} parent studies, as of the {1} studies some share a sample and count once: {2}.',
    parents.length,
    studies,
    sharing.map(parent => listWords(parent.studies.map(study => study.name))).join('; '),
  );
}

/** What keeps these numbers from being read as more than they are. */
function principalThemes(): string {
  return l10n.t(
    'Only themes that the studies list are counted. Where a table names the principal themes of each study alone, these effect sizes understate how often a theme is found.',
  );
}

function nameOf({ studies }: ParentStudy): string {
  return listWords(studies.map(study => study.name));
}

function share(size: EffectSize): string {
  return 'value' in size ? l10n.t('{0} of {1}', size.count, size.n) : l10n.t('undefined: there is none');
}

function percent(size: EffectSize): string {
  return 'value' in size ? `${(size.value * 100).toFixed(1)} %` : l10n.t('undefined');
}

function effectSizesGrid(review: Review): Grid {
  const { themes, constructs, parents } = sorted(effectSizes(review));
  const row = (kind: string, name: string, label: string, size: EffectSize): (string | number)[] =>
    'value' in size
      ? [kind, name, label, size.count, size.n, size.value]
      : [kind, name, label, '', 0, l10n.t('undefined')];
  return {
    header: [l10n.t('Of'), l10n.t('Name'), l10n.t('Label'), l10n.t('Count'), l10n.t('n'), l10n.t('Effect size')],
    rows: [
      ...themes.map(({ theme, frequency }) => row(l10n.t('theme'), theme.facts.name, theme.label, frequency)),
      ...constructs.map(({ construct, frequency }) =>
        row(l10n.t('construct'), construct.facts.name, construct.label, frequency),
      ),
      ...parents.map(parent => row(l10n.t('study'), keysOf(parent), nameOf(parent), parent.intensity)),
      ...parents.map(parent =>
        row(l10n.t('study, themes above 25 %'), keysOf(parent), nameOf(parent), parent.ofFrequent),
      ),
    ],
  };
}

function keysOf({ studies }: ParentStudy): string {
  return studies.map(study => study.facts.key).join(' ');
}
