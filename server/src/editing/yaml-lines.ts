import type { Path } from '../syntax/yaml/access.js';
import type { Located } from '../syntax/yaml/located.js';
import { done, type Outcome, type Piece } from './pieces.js';
import { setValue } from './yaml-edits.js';
import { targetAt, type YamlSource } from './yaml-source.js';
import type { Value } from './yaml-values.js';

/**
 * Takes what stands between brackets on the way to a path apart into lines of its own, so that prose may stand there. No pieces
 * where there are no brackets. What holds comments, and a file that is between brackets as a whole, is refused.
 *
 * @param isProse whether what stands below a key is prose
 */
export function onLines(source: YamlSource, path: Path, isProse: (key: string) => boolean): Outcome<readonly Piece[]> {
  for (let length = 1; length <= path.length; length++) {
    const outer = path.slice(0, length);
    const value = source.root && targetAt(source.root, outer)?.value;
    if (!value || value.kind === 'scalar') break;
    if (value.flow) return setValue(source, outer, asLines(value, isProse, isProse(String(outer.at(-1)))));
  }
  return done([]);
}

function asLines(value: Located, isProse: (key: string) => boolean, prose: boolean): Value {
  if (value.kind === 'scalar') return prose && value.value !== '' ? { prose: value.value } : value.value;
  if (value.kind === 'list') return { list: value.items.map(item => asLines(item, isProse, false)), flow: true };
  return { map: value.entries.map(each => [each.key, asLines(each.value, isProse, prose || isProse(each.key))]) };
}
