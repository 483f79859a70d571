import { test } from 'vitest';
import { locate } from './support.js';
import { parse } from 'yaml';
import { examples } from './examples.js';
import { validate } from '../../../../server/src/syntax/definitions/validate.js';
import { definitions } from '../../../../server/src/syntax/definitions/parts.js';
import { toTyped } from '../../../../server/src/syntax/definitions/typed.js';
import { filled } from '../../../../server/src/syntax/definitions/located-tree.js';
test('x', () => {
  const l = locate(parse(examples.study[0]!));
  const n = 5000;
  const time = (name: string, f: () => unknown) => { for (let i = 0; i < 500; i++) f(); const t = performance.now(); for (let i = 0; i < n; i++) f(); console.log(name, ((performance.now() - t) / n * 1000).toFixed(1), 'us'); };
  time('validate', () => validate(l, 'study'));
  time('filled', () => filled(l)); time('typed', () => toTyped(l));
  const d = toTyped(filled(l)); time('zod', () => definitions.study.safeParse(d));
}, 120000);
