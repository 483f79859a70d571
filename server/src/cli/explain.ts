import { rules } from '../rules/index.js';
import { rulePage } from '../rules/page.js';
import { nearest } from '../text/words.js';
import { exits, WrongUse } from './outcome.js';

export function explainCommand(code: string): number {
  const page = rulePage(code);
  if (page === undefined) {
    const codes = rules.map(rule => rule.code);
    const [near] = nearest(code, codes, 1);
    throw new WrongUse(
      near
        ? `no diagnostic is called "${code}". Did you mean "${near}"?`
        : `no diagnostic is called "${code}". There are ${codes.join(', ')}`,
    );
  }
  process.stdout.write(page);
  return exits.fine;
}
