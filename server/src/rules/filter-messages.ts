import * as l10n from '@vscode/l10n';
import type { Mistake } from '../review/counting/mistakes.js';
import type { DefinitionError } from '../syntax/numbers/definition.js';
import type { Data } from './rule.js';

/** What a message about a mistaken name needs. */
export function dataOf({ kind, word, near, field }: Mistake): Data {
  return { mistake: kind, name: word.text, ...(near !== undefined && { near }), ...(field !== undefined && { field }) };
}

/** What is the matter with a name in a definition or a filter; undefined for data of anything else. */
export function mistakeMessage({ mistake, name = '', near, field = '' }: Data): string | undefined {
  const meant = near === undefined ? '' : ` ${l10n.t('Did you mean "{0}"?', near)}`;
  switch (mistake as Mistake['kind'] | undefined) {
    case 'field':
      return l10n.t('"{0}" is not one of the characteristics of this review.', name) + meant;
    case 'group':
      return l10n.t('"groups:" names no group "{0}".', name) + meant;
    case 'theme':
      return l10n.t('There is no theme "{0}" in the codebook.', name) + meant;
    case 'construct':
      return l10n.t('There is no construct "{0}" in the codebook.', name) + meant;
    case 'box':
      return l10n.t('"{0}" is not a box of the flow diagram.', name) + meant;
    case 'value':
      return l10n.t('No included study has "{0}" under "{1}".', name, field) + meant;
    case 'band':
      return l10n.t('"bands:" under "appraisal:" names no band "{0}".', name) + meant;
    case 'study':
      return l10n.t('There is no included study "{0}".', name) + meant;
    case 'agreement':
      return l10n.t('No agreement is called "{0}".', name) + meant;
    case 'item':
      return l10n.t('"{0}" is not a question of the checklist.', name);
    default:
      return undefined;
  }
}

/** Why a definition or a filter cannot be read, from what was waited for. */
export function errorMessage({ expected, found = '' }: Data): string {
  const instead = found === '' ? '' : ` ${l10n.t('Here stands "{0}".', found)}`;
  switch (expected as DefinitionError['expected']) {
    case 'condition':
      return l10n.t('A condition is missing, such as country:UK or participants >= 10.') + instead;
    case 'value':
      return l10n.t('A value is missing after the colon. One with spaces stands in quotation marks.') + instead;
    case 'number':
      return l10n.t('A number is missing after the sign.') + instead;
    case 'connector':
      return l10n.t('Conditions are joined by AND or OR, and a value with spaces stands in quotation marks.') + instead;
    case 'bracket':
      return l10n.t('A closing bracket is missing.') + instead;
    case 'quote':
      return l10n.t('A closing quotation mark is missing.') + instead;
    case 'only':
      return (
        l10n.t(
          'Values in brackets end with "only", for exactly these: (interview only). For any of several, join them by OR.',
        ) + instead
      );
    case 'colon':
      return (
        l10n.t('After the name of a characteristic comes a colon and a value, or a sign such as >= and a number.') +
        instead
      );
    case 'shorter':
      return l10n.t('This definition is too long or has too many brackets to be read.');
    case 'end':
      return l10n.t('The definition should end here.') + instead;
    case 'statistic':
      return l10n.t('After "participants" comes sum, min, max or median.') + instead;
    case 'construct':
      return l10n.t('After "under" comes the name of a construct.');
    case 'box':
      return l10n.t('After the dot comes what is meant, as in flow.records-screened.');
    case 'where':
      return (
        l10n.t('What is counted may be followed by "where" and a condition, or by "under" and a construct.') + instead
      );
    default:
      return (
        l10n.t(
          'A definition begins with what is counted: studies, participants sum, share of studies, findings, themes, or flow.',
        ) + instead
      );
  }
}
