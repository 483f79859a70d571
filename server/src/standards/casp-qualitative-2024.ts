import { caspAnswers, caspItems, caspLink } from './casp-items.js';
import type { Checklist } from './checklist-types.js';

/**
 * CASP's qualitative checklist as issued again in 2024: the same ten topics, the tenth with the same three answers as
 * the others. Taken from descriptions of that version and not yet compared with the sheet itself.
 */
export const caspQualitative2024: Checklist = {
  id: 'casp-qualitative-2024',
  names: ['casp-qualitative-2024', 'casp-qual-2024', 'casp-2024'],
  title: 'CASP qualitative checklist',
  version: '2024',
  link: caspLink,
  items: caspItems,
  answers: caspAnswers,
};
