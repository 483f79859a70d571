import type { Study } from '../review/model.js';

/** As many names stand in a message. */
const mostNamed = 5;

/** The names of studies as a message lists them: the first few, and a sign that there are more. */
export function namesOf(studies: readonly Pick<Study, 'name'>[], most = mostNamed): string {
  const names = studies.slice(0, most).map(({ name }) => name);
  return names.join(', ') + (studies.length > names.length ? ', …' : '');
}
