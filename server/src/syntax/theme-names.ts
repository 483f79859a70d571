import type { Told } from './facts.js';
import { idOf, kept, type Notes } from './notes.js';
import { asList } from './yaml/access.js';
import type { Located } from './yaml/located.js';

/** A theme as a list names it, with the authors' wording where one stands behind it. */
export interface NamedTheme {
  readonly id: string;
  readonly name: Told;
  readonly wording?: string;
}

/** Reads themes with or without a wording, `[a, b]` or `- a: wording`, noting each as a use of its name. */
export function themeNames(value: Located | undefined, notes: Notes): NamedTheme[] {
  const found: NamedTheme[] = [];
  for (const item of value ? asList(value) : []) {
    if (item.kind === 'map') {
      for (const each of item.entries) {
        const use = notes.use('theme', 'codes', each.key, each.keyAt);
        const wording = notes.told(each.value)?.value;
        found.push({
          id: use.id,
          name: { value: use.name, at: use.at },
          ...(wording !== undefined && { wording: kept(wording) }),
        });
      }
    } else {
      for (const told of notes.names('theme', 'codes', item)) found.push({ id: idOf(told.value), name: told });
    }
  }
  return found;
}
