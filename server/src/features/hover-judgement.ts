import * as l10n from '@vscode/l10n';
import { changedParts, fingerprintOf, type Judged, judgedOf, levelOf } from '../review/confidence.js';
import type { Review, Sourced, Study } from '../review/model.js';
import { cerqualComponents, concernLabels, confidenceLabels } from '../standards/cerqual.js';
import { readAnswer } from '../standards/checklist.js';
import { dependabilityItems, dependabilityOf } from '../standards/conqual.js';
import type { JudgementFacts } from '../syntax/facts.js';
import { escapeMarkdown as md } from './markup.js';

/** What was judged of a finding, for a hover on its name: the level, the components, and whether it still is what was judged. */
export function judgementLines(judgement: Sourced<JudgementFacts>, review: Review): string[] {
  const { facts } = judgement;
  const judged = judgedOf(judgement, review);
  const level = levelOf(facts);
  const overall = facts.confidence ?? facts.conqual;
  const lines = [
    level
      ? `**${l10n.t('Confidence: {0}', confidenceLabels[level].label)}** · ${confidenceLabels[level].says}`
      : l10n.t('Confidence: not judged yet.'),
    components(facts),
    overall ? standing(overall, judged, review) : '',
    facts.conqual ? dependability(judged, review) : '',
  ];
  return lines.filter(line => line !== '');
}

function components(facts: JudgementFacts): string {
  return facts.components
    .flatMap(({ name, concern }) => {
      const label = cerqualComponents.find(each => each.id === name)?.label;
      return concern && label ? [`- ${label}: ${concernLabels[concern].toLowerCase()}`] : [];
    })
    .join('\n');
}

/** Who judged it, and whether it has changed since. */
function standing(
  overall: NonNullable<JudgementFacts['confidence' | 'conqual']>,
  judged: Judged,
  review: Review,
): string {
  const who = overall.by.length > 0 ? l10n.t('Judged by {0}', overall.by.map(md).join(', ')) : '';
  const when = overall.judged ? l10n.t('on {0}', md(overall.judged)) : '';
  const changed = overall.of && changedParts(overall.of.value, fingerprintOf(judged, review));
  const state =
    changed === undefined
      ? overall.of
        ? ''
        : l10n.t('what was judged is not recorded')
      : changed.length === 0
        ? l10n.t('unchanged since')
        : l10n.t('changed since');
  return [[who, when].filter(Boolean).join(' '), state].filter(Boolean).join(' · ');
}

/** How the contributing studies answer the questions that dependability looks at: to judge by, not to compute with. */
function dependability({ studies }: Judged, review: Review): string {
  const { checklist } = review;
  if (!checklist?.id.startsWith('jbi') || studies.length === 0) return '';
  const down = studies.flatMap(study => levelsOf(study) ?? []);
  if (down.length === 0) return '';
  const count = (levels: number): number => down.filter(each => each === levels).length;
  return l10n.t(
    'Dependability by the appraisals ({0} of {1} studies complete): {2} not lowered, {3} by one level, {4} by two.',
    down.length,
    studies.length,
    count(0),
    count(-1),
    count(-2),
  );

  function levelsOf({ appraisal }: Study): number | undefined {
    const answers = dependabilityItems.map(item => appraisal.agreed.get(String(item)));
    if (answers.some(answer => answer === undefined)) return undefined;
    return dependabilityOf(answers.filter(answer => readAnswer(checklist!, answer!) === 'yes').length);
  }
}
