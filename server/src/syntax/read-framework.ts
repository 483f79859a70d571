import type { Framework, FrameworkAxis } from './facts.js';
import { isFilled, kept, type Notes } from './notes.js';
import { child, entriesOf, entry } from './yaml/access.js';
import type { Located, LocatedMap } from './yaml/located.js';

/** Reads `framework:` of `metasynth.yaml`. An axis that is not there, or a place without two numbers, is left out. */
export function readFramework(map: LocatedMap | undefined, notes: Notes): { framework?: Framework } {
  if (!map) return {};
  const axes = entry(map, 'axes')?.value;
  const [x, y] = [readAxis(child(axes, 'x'), notes), readAxis(child(axes, 'y'), notes)];
  const says = notes.told(entry(map, 'says')?.value);
  return {
    framework: {
      ...(x && y && { axes: { x, y } }),
      ...(says && { says }),
      themes: isYes(entry(map, 'themes')?.value),
      places: entriesOf(entry(map, 'places')?.value).flatMap(({ key, keyAt, value }) => {
        notes.use('construct', 'names', key, keyAt);
        const [across, up] = [percent(child(value, 'x')), percent(child(value, 'y'))];
        if (across === undefined || up === undefined) return [];
        return [{ construct: { value: kept(key), at: notes.place(keyAt) }, x: across, y: up }];
      }),
    },
  };
}

function readAxis(value: Located | undefined, notes: Notes): FrameworkAxis | undefined {
  const short = notes.told(value);
  if (short) return { label: short, bothWays: false };
  if (value?.kind !== 'map') return undefined;
  const [construct] = notes.names('construct', 'names', entry(value, 'construct')?.value);
  const told = (key: string) => notes.told(entry(value, key)?.value);
  const [label, from, to] = [told('label'), told('from'), told('to')];
  return {
    ...(construct && { construct }),
    ...(label && { label }),
    ...(from && { from }),
    ...(to && { to }),
    bothWays: isYes(entry(value, 'both-ways')?.value),
  };
}

function isYes(value: Located | undefined): boolean {
  return isFilled(value) && /^(?:true|yes|y|on)$/i.test(value.value.trim());
}

function percent(value: Located | undefined): number | undefined {
  const number = isFilled(value) && /^\d{1,3}$/.test(value.value.trim()) ? Number(value.value) : undefined;
  return number !== undefined && number <= 100 ? number : undefined;
}
