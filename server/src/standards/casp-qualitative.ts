import { caspAnswers, caspItems, caspLink } from './casp-items.js';
import type { Checklist } from './checklist-types.js';

/** CASP's qualitative checklist where a review does not say which version its raters used. Never read as one of them. */
export const caspQualitative: Checklist = {
  id: 'casp-qualitative',
  names: ['casp-qualitative', 'casp-qual', 'casp'],
  title: 'CASP qualitative checklist',
  version: 'version not reported',
  link: caspLink,
  items: caspItems,
  answers: caspAnswers,
};
