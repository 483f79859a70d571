import { isOdd, type YamlInfo } from './cut-yaml.js';
import type { Parts } from './parts.js';
import type { LooseReading } from './share.js';

/** Takes each entry at the left margin as a part of its own, or all in one where that cannot be done. */
export function takeEntries(
  file: Parts<YamlInfo, LooseReading>,
  read: (text: string, whole: boolean) => LooseReading,
): void {
  const { length } = file.segments;
  if (length > 0 && isOdd(file.segments)) file.take(length, 'whole', text => read(text, true));
  else {
    file.takeEach(
      () => 'entry',
      text => read(text, false),
    );
  }
}
