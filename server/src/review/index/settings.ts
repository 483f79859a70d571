import type { Settings } from '../../syntax/facts.js';

/** What of `metasynth.yaml` nothing but itself is judged by. */
const ownMatters: ReadonlySet<string> = new Set(['title', 'question', 'approach']);

/** True when two states of `metasynth.yaml` mean the same for the rest of the review, wherever their words stand in the file. */
export function isSameForOthers(a: Settings, b: Settings): boolean {
  return relevant(a) === relevant(b);
}

function relevant(settings: Settings): string {
  return JSON.stringify(settings, (key, value: unknown) =>
    ownMatters.has(key) || key === 'at' || key.endsWith('At') || key === 'head' ? undefined : value,
  );
}
