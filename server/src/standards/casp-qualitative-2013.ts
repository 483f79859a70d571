import { caspAnswers, caspItems, caspLink } from './casp-items.js';
import type { Checklist } from './checklist-types.js';

/** CASP's qualitative checklist in the version dated 31.05.13, as papers cite it. */
export const caspQualitative2013: Checklist = {
  id: 'casp-qualitative-2013',
  names: ['casp-qualitative-2013', 'casp-qual-2013', 'casp-2013'],
  title: 'CASP qualitative checklist',
  version: '2013',
  link: caspLink,
  items: caspItems,
  answers: caspAnswers,
};
