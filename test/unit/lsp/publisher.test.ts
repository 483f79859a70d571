import { expect, test } from 'vitest';
import { Publisher } from '../../../server/src/lsp/publisher.js';
import type { Diagnosis } from '../../../server/src/rules/diagnosis.js';
import type { ReviewState } from '../../../server/src/workspace/review-state.js';

/** A publisher over a review whose diagnoses a test sets, with a clock that it turns itself. */
function setUp() {
  const log: string[] = [];
  let due: (() => void) | undefined;
  let diagnoses: Diagnosis[] = [];
  let before = new Set<string>();
  const judgement = {
    takeChangedPaths: () => new Set([...before, ...diagnoses.map(each => each.path)]),
    of: (path: string) => diagnoses.filter(each => each.path === path),
    get shared() {
      return new Map(diagnoses.filter(each => each.shared).map(each => [each.code, each.message]));
    },
  };
  const state = { root: 'review', judge: () => judgement } as unknown as ReviewState;
  const publisher = new Publisher(
    {
      publish: (uri, list) => log.push(`${uri}: ${list.map(each => each.code).join(' ')}`),
      address: (_state, path) => path,
      convert: (_state, each) => ({
        range: { start: { line: each.range.line, character: 0 }, end: { line: each.range.endLine, character: 0 } },
        message: each.message,
        code: each.code,
      }),
      shown: () => {},
      later: task => {
        due = task;
        return () => {
          due = undefined;
        };
      },
    },
    () => ({}),
  );
  return {
    publisher,
    state,
    say: (...list: [path: string, code: string, line: number][]): void => {
      before = new Set(diagnoses.map(each => each.path));
      diagnoses = list.map(([path, code, line]) => ({
        code,
        severity: 'warning',
        message: code,
        path,
        range: { line, character: 0, endLine: line, endCharacter: 0 },
        related: [],
        data: {},
        shared: false,
      }));
    },
    rest: (): boolean => {
      const task = due;
      due = undefined;
      task?.();
      return task !== undefined;
    },
    said: (): string[] => log.splice(0),
  };
}

test('each file is told what it has, and nothing when nothing changed', () => {
  const { publisher, state, say, said } = setUp();
  say(['a.md', 'one', 1], ['b.md', 'two', 2]);
  publisher.show(state);
  expect(said()).toEqual(['a.md: one', 'b.md: two']);
  publisher.show(state);
  expect(said()).toEqual([]);
});

test('a file that has none any more is told so once', () => {
  const { publisher, state, say, said } = setUp();
  say(['a.md', 'one', 1]);
  publisher.show(state);
  say();
  publisher.show(state);
  publisher.show(state);
  expect(said()).toEqual(['a.md: one', 'a.md: ']);
});

test('what waits is shown after a rest', () => {
  const { publisher, state, say, rest, said } = setUp();
  say(['a.md', 'one', 1]);
  publisher.show(state, { path: 'a.md', line: 1 });
  expect(said()).toEqual([]);
  expect(rest()).toBe(true);
  expect(said()).toEqual(['a.md: one']);
});

test('what waited and was mended before the rest is never shown', () => {
  const { publisher, state, say, rest, said } = setUp();
  say(['a.md', 'one', 1]);
  publisher.show(state, { path: 'a.md', line: 1 });
  say();
  publisher.show(state, { path: 'a.md', line: 1 });
  rest();
  expect(said()).toEqual([]);
});

test('a review that is gone takes back everything said of it', () => {
  const { publisher, state, say, rest, said } = setUp();
  say(['a.md', 'one', 1], ['a.md', 'two', 2]);
  publisher.show(state, { path: 'a.md', line: 2 });
  publisher.forget('review');
  expect(rest()).toBe(false);
  expect(said()).toEqual(['a.md: one', 'a.md: ']);
});
