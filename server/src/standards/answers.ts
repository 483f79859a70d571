import type { ChecklistAnswer } from './checklist-types.js';

/** The answers that checklists share, with the spellings that raters and other programs use for them. */
export const yes: ChecklistAnswer = { id: 'yes', label: 'Yes', also: ['y', 'true', 'on'] };

export const no: ChecklistAnswer = { id: 'no', label: 'No', also: ['n', 'false', 'off'] };

/** CASP's middle answer: the report does not let one decide. */
export const cantTell: ChecklistAnswer = {
  id: 'cant-tell',
  label: "Can't tell",
  also: ['ct', 'cannot tell', 'can not tell', 'couldnt tell', 'unclear', 'not clear', 'unsure', '?'],
};

/** JBI's middle answer. */
export const unclear: ChecklistAnswer = {
  id: 'unclear',
  label: 'Unclear',
  also: ['u', 'not clear', 'unsure', 'cant tell', 'cannot tell', 'can not tell', '?'],
};

export const notApplicable: ChecklistAnswer = {
  id: 'not-applicable',
  label: 'Not applicable',
  also: ['n/a', 'na', 'not relevant'],
};
