import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'vitest';
import { readYaml } from '../../../../server/src/syntax/yaml/read.js';
import { validate, knownKeys } from '../../../../server/src/syntax/definitions/validate.js';
const s = 'samples/worked-example/';
const run = (part: any, text: string) => { const r = readYaml(text, {knownKeys: knownKeys(part)} as any); return [...r.problems, ...validate(r.root, part)].map(p => ({...p, txt: text.slice(...p.at).slice(0,40)})); };
test('x', () => {
  const see = (n: string, x: unknown) => console.log(n, JSON.stringify(x, null, 1));
  for (const [f, p] of [['metasynth.yaml','review'],['codebook.yaml','codebook'],['translation.yaml','translation'],['confidence.yaml','confidence'],['appraisals/AB.yaml','rater'],['appraisals/consensus.yaml','rater'],['coding/AB.yaml','coding'],['studies/kelpington2014.yaml','study'],['studies/saltmarrow2021.yaml','study']] as const) see(f, run(p, readFileSync(s+f,'utf8')));
  see('bad', run('review', 'titel: 3\nstatus: fnal\ncharacteristics:\n  country: {type: cuont, requird: true}\nflow:\n  new-studies: 1,520\n  dbr-excluded: {a: x}\n  foo: 3\n  fuu:\n  database-results:\ntable: [a]\nsearch:\n  - platform: x\n  - source: b\n    hits: -3\nmissing: {unclear: ?}\n'));
  see('bad', run('codebook', 'themes:\n  giving back: {label: x}\n  giving-back:\n    constrct: [a]\n    label: [a]\n  3:\nargument:\n  - foo\n  - rests-on: a\nconstructs: [a]\n'));
  see('bad', run('rater', 'a:\n  1: yes\n  becuase:\n    1: x\n  2: [a]\nb: 3\n'));
  see('bad', run('study', 'themes: {a: b}\nfindings:\n  - qoute: a\n  - at: 3\n  - foo\n  -\ncasp: {JM: {1: yes, because: {1: z}}}\n'));
  see('bad', run('confidence', 'a:\n  coherence: mnor\n  adequacy: {concern: big}\n  confidence: {level: very low, foo: 3}\n  conqual: {dependability: -3}\n'));
  see('bad', run('review', ''));
  see('bad', run('review', 'just text'));
  see('bad', run('review', '- a\n- b'));
});
