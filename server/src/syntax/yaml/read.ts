import { bytesIn } from '../../text/text.js';
import type { SyntaxProblem, YamlReading } from './located.js';
import { problem, sizeLimit, yamlCodes } from './problems.js';
import { Reading } from './reading.js';
import { readSubset } from './subset.js';

/** What a reader may know about the text beforehand. */
export interface ReadOptions {
  /**
   * The keys that the format has at any level of this file. They tell prose from keys where a mistake made the text
   * ambiguous; no key is refused because it is not among them.
   */
  readonly knownKeys?: ReadonlySet<string>;
  /** Longer texts (in bytes of UTF-8) are not read: `yaml.too-large`. Default: `sizeLimit`. */
  readonly maxBytes?: number;
}

/** How many texts were read since the process began, and how many of them needed the parser: for measuring alone. */
export const yamlReadings = { texts: 0, parsed: 0 };

/**
 * Reads a YAML text: values with their places, every scalar as the text that it is, and all that can be read of a text
 * with mistakes in it, each mistake told once. The one entrance to YAML; never throws. Codes: `./problems.ts`.
 */
export function readYaml(text: string, options: ReadOptions = {}): YamlReading {
  const most = options.maxBytes ?? sizeLimit;
  const bytes = text.length > most / 3 ? bytesIn(text, 0, text.length) : text.length;
  if (bytes > most) {
    return { root: undefined, problems: [problem(yamlCodes.tooLarge, [0, Math.min(1, text.length)], { bytes, most })] };
  }
  yamlReadings.texts++;
  return readSubset(text) ?? readFully(text, options.knownKeys);
}

/** The same by the parser alone, which `readSubset` has to agree with wherever it answers. */
export function readFully(text: string, knownKeys: ReadonlySet<string> | undefined): YamlReading {
  yamlReadings.parsed++;
  try {
    return new Reading(text, knownKeys).read();
  } catch {
    // The parser recurses; a text made to break it must not stop the reading of the other files.
    const problems: SyntaxProblem[] = [
      problem(yamlCodes.unreadable, [0, text.length], { line: 1, detail: 'unexpected', text: '' }),
    ];
    return { root: undefined, problems };
  }
}
