import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../server/src/rules/index.js';
import type { Rule } from '../../../server/src/rules/rule.js';
import { exampleOf } from '../support/review.js';

const folder = join(import.meta.dirname, '../../../server/src/rules');
const sources = new Map(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]));
const fileOf = (code: string): string => `${code.replaceAll('.', '-')}.ts`;

/** Words of programmers and of programs, which say nothing to a researcher. */
const jargon =
  /\b(invalid|illegal|expected token|token|schema|pars(?:e|er|ed|ing)|null|undefined|NaN|syntax|scalar|boolean|integer|string)\b/i;
/** These stay out of messages, where a researcher reads without having asked; a page may name them. */
const jargonOfMessages = /\b(YAML|UTF-16|mapping|sequence|indentation|validat\w+|failed|fatal)\b/i;
const blame = /\byou (?:forgot|must|failed|should have)\b|\bwrongly\b.*\byou\b|!(?:\s|$)/i;

/** Every sentence that a file of rules can say, its places still `{0}`. */
function sentences(source: string): string[] {
  const strings = /l10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|`([^`]*)`|"((?:[^"\\]|\\.)*)")/g;
  return [...source.matchAll(strings)].map(found => found[1] ?? found[2] ?? found[3] ?? '');
}

/** What a rule says of its own example, at each place and once for all. */
function spoken({ code, example, shared }: Rule): string[] {
  const told = example ? exampleOf(example.wrong).diagnoses(code) : [];
  const data = told[0]?.data ?? {};
  const each = told.flatMap(({ message, related }) => [message, ...related.map(other => other.message)]);
  return shared ? [...each, shared.message(5, 9, data), shared.message(9, 9, data)] : each;
}

describe.each(rules.map(rule => [rule.code, rule] as const))('%s', (code, rule) => {
  it('has a code of its own that names its file', () => {
    expect(code).toMatch(/^[a-z]+(\.[a-z-]+)+$/);
    expect(rules.filter(other => other.code === code)).toHaveLength(1);
    expect(sources.has(fileOf(code)), fileOf(code)).toBe(true);
    expect(sources.get(fileOf(code))).toContain(`code: '${code}'`);
  });

  it('has a headline: a capital first, no full stop last, and no name of another rule', () => {
    expect(rule.title).toMatch(/^\p{Lu}.*[^.!?:]$/u);
    expect(rules.filter(other => other.title === rule.title)).toEqual([rule]);
  });

  it('says why it matters and what to do, in whole sentences', () => {
    for (const text of [rule.why, rule.mend]) expect(text).toMatch(/^[\p{Lu}*`"].*[.?]$/su);
  });

  it('speaks the language of the field', () => {
    const said = [...spoken(rule), ...sentences(sources.get(fileOf(code)) ?? '')];
    for (const text of [rule.title, rule.why, rule.mend, ...said]) {
      expect(text).not.toMatch(jargon);
      expect(text).not.toMatch(blame);
    }
    for (const text of said) expect(text).not.toMatch(jargonOfMessages);
  });

  it('leaves no place in a sentence unfilled', () => {
    for (const text of spoken(rule)) expect(text).not.toMatch(/\{\d\}|\bundefined\b|\(\)|""|\s{2}|\s[.,;:?]|^\s/);
  });

  it('is short: one or two sentences', () => {
    for (const text of spoken(rule)) {
      expect(text.length, text).toBeLessThanOrEqual(220);
      expect(text.split(/[.?](?:\s|$)/).filter(part => part.trim() !== '').length, text).toBeLessThanOrEqual(3);
    }
  });
});

describe('the index of rules', () => {
  it('holds every rule that a file has, sorted by code', () => {
    const codes = [...sources.values()].flatMap(source =>
      [...source.matchAll(/: Rule = \{\s*code: '([^']+)'/g)].map(found => found[1] ?? ''),
    );
    expect(rules.map(rule => rule.code)).toEqual(codes.sort());
  });

  it('words every code once: each place of a sentence is used', () => {
    for (const [name, source] of sources) {
      for (const sentence of sentences(source)) {
        const places = new Set([...sentence.matchAll(/\{(\d)\}/g)].map(found => Number(found[1])));
        expect([...places].sort(), `${name}: ${sentence}`).toEqual([...places].map((_, index) => index));
      }
    }
  });
});
