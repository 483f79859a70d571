import type { StudyFacts } from '../syntax/facts.js';
import { baseName } from '../syntax/read.js';
import { foldId } from '../text/words.js';
import type { Sourced } from './model.js';

/**
 * Studies in the order in which they may claim their keys: the one whose file bears the key's name owns it, whatever the
 * order of the files, and only then the others.
 */
export function byClaim<S extends Sourced<StudyFacts>>(files: readonly S[]): S[] {
  const owns = ({ file, facts }: S): boolean => foldId(baseName(file.path)) === foldId(facts.key);
  return [...files.filter(owns), ...files.filter(source => !owns(source))];
}
