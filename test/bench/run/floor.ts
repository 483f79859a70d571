// A process of its own that does to all files of a review what any reader must do at least. Arguments: kind, folder, module.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [kind = '', folder = '', peers = ''] = process.argv.slice(2);

/** Counts tags, citations, headings and quotes, as a scanner has to. */
function scan(text: string): number {
  let count = 0;
  for (const pattern of [/ #[\p{L}\p{N}_/-]+/gu, /@[\w:.-]+/g, /^#{1,6} .*$/gm, /^> .*$/gm]) {
    for (const _ of text.matchAll(pattern)) count++;
  }
  return count;
}

/** The YAML of a file: all of it, or its front matter. */
function yamlOf(path: string, text: string): string | undefined {
  if (path.endsWith('.yaml')) return text;
  if (!path.endsWith('.md')) return undefined;
  return /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1];
}

async function parser(): Promise<(yaml: string) => unknown> {
  if (kind === 'js-yaml') {
    const address = pathToFileURL(join(peers, 'node_modules', 'js-yaml', 'dist', 'js-yaml.mjs')).href;
    const { parseEvents } = (await import(address)) as { parseEvents: (text: string, options: object) => unknown };
    return yaml => parseEvents(yaml, {});
  }
  const { parseDocument } = await import('yaml');
  return yaml => parseDocument(yaml);
}

async function markdown(): Promise<(text: string) => unknown> {
  const { unified } = await import('unified');
  const { default: remarkParse } = await import('remark-parse');
  const { default: remarkFrontmatter } = await import('remark-frontmatter');
  const { default: remarkGfm } = await import('remark-gfm');
  const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);
  return text => processor.parse(text);
}

const parse = kind === 'read' || kind === 'scan' ? undefined : await parser();
const parseMarkdown = kind === 'full' ? await markdown() : undefined;
let [files, found] = [0, 0];
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(md|yaml|bib)$/.test(name)) continue;
  const text = readFileSync(join(folder, name), 'utf8');
  files++;
  if (kind !== 'read') found += scan(text);
  const yaml = yamlOf(name, text);
  if (parse && yaml !== undefined) parse(yaml);
  if (parseMarkdown && name.endsWith('.md')) parseMarkdown(text);
}
console.log(`${files} files, ${found} found`);
