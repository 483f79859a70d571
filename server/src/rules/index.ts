import { appraisalConsensusUnexplained } from './appraisal-consensus-unexplained.js';
import { appraisalDuplicateAnswer } from './appraisal-duplicate-answer.js';
import { appraisalMissing } from './appraisal-missing.js';
import { appraisalMissingAnswer } from './appraisal-missing-answer.js';
import { appraisalMissingRater } from './appraisal-missing-rater.js';
import { appraisalNotPrimary } from './appraisal-not-primary.js';
import { appraisalScreeningNo } from './appraisal-screening-no.js';
import { appraisalTotalDisagrees } from './appraisal-total-disagrees.js';
import { appraisalTotalOutOfRange } from './appraisal-total-out-of-range.js';
import { appraisalUnknownAnswer } from './appraisal-unknown-answer.js';
import { appraisalUnknownChecklist } from './appraisal-unknown-checklist.js';
import { appraisalUnknownItem } from './appraisal-unknown-item.js';
import { appraisalUnknownStudy } from './appraisal-unknown-study.js';
import { appraisalUnsettled } from './appraisal-unsettled.js';
import { appraisalWithoutItems } from './appraisal-without-items.js';
import { appraisalWithoutReason } from './appraisal-without-reason.js';
import { argumentChallengeUnanswered } from './argument-challenge-unanswered.js';
import { aspectUnknown } from './aspect-unknown.js';
import { bibliographyDuplicateKey } from './bibliography-duplicate-key.js';
import { bibliographyNoKey } from './bibliography-no-key.js';
import { bibliographyUnreadable } from './bibliography-unreadable.js';
import { bibliographyUnused } from './bibliography-unused.js';
import { blockStale } from './block-stale.js';
import { blockUnclosed } from './block-unclosed.js';
import { blockUnknown } from './block-unknown.js';
import { characteristicMissing } from './characteristic-missing.js';
import { characteristicType } from './characteristic-type.js';
import { citationNotIncluded } from './citation-not-included.js';
import { citationUnknown } from './citation-unknown.js';
import { citationWithoutAt } from './citation-without-at.js';
import { citationWithoutTheme } from './citation-without-theme.js';
import { confidenceLowered } from './confidence-lowered.js';
import { confidenceMissingComponent } from './confidence-missing-component.js';
import { confidenceNotAFinding } from './confidence-not-a-finding.js';
import { confidenceNotLowered } from './confidence-not-lowered.js';
import { confidencePoints } from './confidence-points.js';
import { confidenceSingleStudy } from './confidence-single-study.js';
import { confidenceStale } from './confidence-stale.js';
import { confidenceTwoMethods } from './confidence-two-methods.js';
import { confidenceUnexplained } from './confidence-unexplained.js';
import { confidenceWithoutStudies } from './confidence-without-studies.js';
import { constructCarrierNotCited } from './construct-carrier-not-cited.js';
import { constructNotInManuscript } from './construct-not-in-manuscript.js';
import { constructSectionOnOneStudy } from './construct-section-on-one-study.js';
import { constructSingleStudy } from './construct-single-study.js';
import { constructUnknown } from './construct-unknown.js';
import { constructWithoutSupport } from './construct-without-support.js';
import { eligibilityBroken } from './eligibility-broken.js';
import { eligibilityUnclear } from './eligibility-unclear.js';
import { fieldMissing } from './field-missing.js';
import { fieldType } from './field-type.js';
import { fieldUnknown } from './field-unknown.js';
import { fileEncoding } from './file-encoding.js';
import { fileTooLarge } from './file-too-large.js';
import { fileUnreadable } from './file-unreadable.js';
import { findingUnknown } from './finding-unknown.js';
import { flowDisagrees } from './flow-disagrees.js';
import { flowStudies } from './flow-studies.js';
import { numberCitations } from './number-citations.js';
import { numberDisagrees } from './number-disagrees.js';
import { numberImpossibleShare } from './number-impossible-share.js';
import { numberIncluded } from './number-included.js';
import { numberMissing } from './number-missing.js';
import { numberOneReading } from './number-one-reading.js';
import { numberQuantifier } from './number-quantifier.js';
import { numberSingleVoice } from './number-single-voice.js';
import { numberSum } from './number-sum.js';
import { numberUnclear } from './number-unclear.js';
import { quoteNoFullText } from './quote-no-full-text.js';
import { quoteNotFound } from './quote-not-found.js';
import { quoteNotInStudy } from './quote-not-in-study.js';
import { quoteWrongPage } from './quote-wrong-page.js';
import { reportingMissingItem } from './reporting-missing-item.js';
import { reportingUnknownItem } from './reporting-unknown-item.js';
import { reviewFileMissing } from './review-file-missing.js';
import { reviewPathOutside } from './review-path-outside.js';
import type { Rule } from './rule.js';
import { studyDuplicateKey } from './study-duplicate-key.js';
import { studyFindingsElsewhere } from './study-findings-elsewhere.js';
import { studyFrontMatterOpen } from './study-front-matter-open.js';
import { studyNotInBibliography } from './study-not-in-bibliography.js';
import { studyUnknownField } from './study-unknown-field.js';
import { studyWithoutCharacteristics } from './study-without-characteristics.js';
import { tableUnknownColumn } from './table-unknown-column.js';
import { themeFormerName } from './theme-former-name.js';
import { themeUndefined } from './theme-undefined.js';
import { themeUnknown } from './theme-unknown.js';
import { themeUnmapped } from './theme-unmapped.js';
import { themeUnused } from './theme-unused.js';
import { translationAbsentWithThemes } from './translation-absent-with-themes.js';
import { translationContraryCitation } from './translation-contrary-citation.js';
import { translationDuplicateCell } from './translation-duplicate-cell.js';
import { translationNotCompared } from './translation-not-compared.js';
import { translationOrderIncomplete } from './translation-order-incomplete.js';
import { translationOrderTwice } from './translation-order-twice.js';
import { translationOrderUnknown } from './translation-order-unknown.js';
import { translationRefutationUnexplained } from './translation-refutation-unexplained.js';
import { translationThemeElsewhere } from './translation-theme-elsewhere.js';
import { translationThemeNotCarried } from './translation-theme-not-carried.js';
import { yamlAliasBomb } from './yaml-alias-bomb.js';
import { yamlColonSwallows } from './yaml-colon-swallows.js';
import { yamlCommaCuts } from './yaml-comma-cuts.js';
import { yamlCommentCuts } from './yaml-comment-cuts.js';
import { yamlDuplicateKey } from './yaml-duplicate-key.js';
import { yamlManyDocuments } from './yaml-many-documents.js';
import { yamlMergeKey } from './yaml-merge-key.js';
import { yamlSpecialStart } from './yaml-special-start.js';
import { yamlTab } from './yaml-tab.js';
import { yamlTag } from './yaml-tag.js';
import { yamlTooDeep } from './yaml-too-deep.js';
import { yamlTooLarge } from './yaml-too-large.js';
import { yamlUnclosed } from './yaml-unclosed.js';
import { yamlUnreadable } from './yaml-unreadable.js';

/** Every rule, sorted by code. */
export const rules: readonly Rule[] = [
  appraisalConsensusUnexplained,
  appraisalDuplicateAnswer,
  appraisalMissing,
  appraisalMissingAnswer,
  appraisalMissingRater,
  appraisalNotPrimary,
  appraisalScreeningNo,
  appraisalTotalDisagrees,
  appraisalTotalOutOfRange,
  appraisalUnknownAnswer,
  appraisalUnknownChecklist,
  appraisalUnknownItem,
  appraisalUnknownStudy,
  appraisalUnsettled,
  appraisalWithoutItems,
  appraisalWithoutReason,
  argumentChallengeUnanswered,
  aspectUnknown,
  bibliographyDuplicateKey,
  bibliographyNoKey,
  bibliographyUnreadable,
  bibliographyUnused,
  blockStale,
  blockUnclosed,
  blockUnknown,
  characteristicMissing,
  characteristicType,
  citationNotIncluded,
  citationUnknown,
  citationWithoutAt,
  citationWithoutTheme,
  confidenceLowered,
  confidenceMissingComponent,
  confidenceNotAFinding,
  confidenceNotLowered,
  confidencePoints,
  confidenceSingleStudy,
  confidenceStale,
  confidenceTwoMethods,
  confidenceUnexplained,
  confidenceWithoutStudies,
  constructCarrierNotCited,
  constructNotInManuscript,
  constructSectionOnOneStudy,
  constructSingleStudy,
  constructUnknown,
  constructWithoutSupport,
  eligibilityBroken,
  eligibilityUnclear,
  fieldMissing,
  fieldType,
  fieldUnknown,
  fileEncoding,
  fileTooLarge,
  fileUnreadable,
  findingUnknown,
  flowDisagrees,
  flowStudies,
  numberCitations,
  numberDisagrees,
  numberImpossibleShare,
  numberIncluded,
  numberMissing,
  numberOneReading,
  numberQuantifier,
  numberSingleVoice,
  numberSum,
  numberUnclear,
  quoteNoFullText,
  quoteNotFound,
  quoteNotInStudy,
  quoteWrongPage,
  reportingMissingItem,
  reportingUnknownItem,
  reviewFileMissing,
  reviewPathOutside,
  studyDuplicateKey,
  studyFindingsElsewhere,
  studyFrontMatterOpen,
  studyNotInBibliography,
  studyUnknownField,
  studyWithoutCharacteristics,
  tableUnknownColumn,
  themeFormerName,
  themeUndefined,
  themeUnknown,
  themeUnmapped,
  themeUnused,
  translationAbsentWithThemes,
  translationContraryCitation,
  translationDuplicateCell,
  translationNotCompared,
  translationOrderIncomplete,
  translationOrderTwice,
  translationOrderUnknown,
  translationRefutationUnexplained,
  translationThemeElsewhere,
  translationThemeNotCarried,
  yamlAliasBomb,
  yamlColonSwallows,
  yamlCommaCuts,
  yamlCommentCuts,
  yamlDuplicateKey,
  yamlManyDocuments,
  yamlMergeKey,
  yamlSpecialStart,
  yamlTab,
  yamlTag,
  yamlTooDeep,
  yamlTooLarge,
  yamlUnclosed,
  yamlUnreadable,
];
