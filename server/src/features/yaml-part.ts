import { knownKeys, type Part } from '../syntax/definitions/validate.js';
import type { FileKind } from '../syntax/facts.js';
import { readFrontMatter } from '../syntax/markdown/front-matter.js';
import type { Located } from '../syntax/yaml/located.js';
import { readYaml } from '../syntax/yaml/read.js';
import type { Span } from '../text/span.js';

/** The YAML of a file: the whole of a YAML file, the head of a Markdown study. */
export interface YamlPart {
  readonly root: Located | undefined;
  /** The YAML itself; the spans of `root` count from its start. */
  readonly yaml: string;
  /** What to add to a span of `root` to make it one of the file. */
  readonly offset: number;
  /** True where all of it could be read without a complaint. */
  readonly sound: boolean;
}

const parts: Readonly<Partial<Record<FileKind, Part>>> = {
  review: 'review',
  study: 'study',
  codebook: 'codebook',
  rater: 'rater',
  coding: 'coding',
  translation: 'translation',
  confidence: 'confidence',
  checklist: 'checklist',
};

export function isMarkdown(path: string): boolean {
  return /\.(md|markdown|qmd)$/i.test(path);
}

export function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

/** Where the YAML of a file stands; undefined where it has none. */
export function yamlSpan(path: string, text: string): Span | undefined {
  if (isYaml(path)) return [0, text.length];
  return isMarkdown(path) ? readFrontMatter(text)?.yaml : undefined;
}

/** Reads the YAML of a file; undefined where it has none. */
export function yamlPart(path: string, kind: FileKind | undefined, text: string): YamlPart | undefined {
  const span = yamlSpan(path, text);
  if (!span) return undefined;
  const yaml = text.slice(span[0], span[1]);
  const part = kind && parts[kind];
  const { root, problems } = readYaml(yaml, part ? { knownKeys: knownKeys(part) } : {});
  return { root, yaml, offset: span[0], sound: problems.length === 0 };
}
