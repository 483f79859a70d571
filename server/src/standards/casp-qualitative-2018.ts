import { caspAnswers, caspItems, caspLink } from './casp-items.js';
import type { Checklist } from './checklist-types.js';

/**
 * CASP's qualitative checklist in the version of 2018. Its tenth question asks for words, how valuable the research is,
 * and has no boxes to tick; many raters answer it like the others, and so may ours.
 */
export const caspQualitative2018: Checklist = {
  id: 'casp-qualitative-2018',
  names: ['casp-qualitative-2018', 'casp-qual-2018', 'casp-2018'],
  title: 'CASP qualitative checklist',
  version: '2018',
  link: caspLink,
  items: caspItems.map(item => (item.number === 10 ? { ...item, open: true } : item)),
  answers: caspAnswers,
};
