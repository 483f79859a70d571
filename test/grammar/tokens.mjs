// Tokens of a text under VS Code's grammars, with ours injected as package.json says, or without them.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { repository } from '../host/vscode/paths.mjs';

const { createRegistryFromGrammars } = createRequire(import.meta.url)('vscode-tmgrammar-test/dist/common/index.js');

/** What package.json contributes. */
export function contributed() {
  const text = readFileSync(join(repository, 'package.json'), 'utf8');
  return JSON.parse(text).contributes.grammars;
}

/** What package.json should contribute, from the files in `syntaxes/`: by the host that their selector is meant for. */
export function expectedContributions() {
  const folder = join(repository, 'syntaxes');
  return readdirSync(folder)
    .filter(name => name.endsWith('.tmLanguage.json'))
    .sort()
    .map(name => {
      const { scopeName } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const grammar = { scopeName, path: `./syntaxes/${name}` };
      if (scopeName.startsWith('text.html.markdown.')) return { ...grammar, injectTo: ['text.html.markdown'] };
      // The front matter of Markdown is tokenized under Markdown's own root, so YAML's injections go there too.
      if (scopeName.startsWith('source.yaml.')) return { ...grammar, injectTo: ['source.yaml', 'text.html.markdown'] };
      return grammar;
    });
}

/** @param {{ path: string, content: string }[]} hosts @param {boolean} ours whether our grammars take part */
export function createRegistry(hosts, ours) {
  const grammars = hosts.map(({ path, content }) => ({
    grammar: { path, scopeName: JSON.parse(content).scopeName },
    content,
  }));
  if (ours) {
    for (const grammar of expectedContributions()) {
      const path = join(repository, grammar.path);
      grammars.push({ grammar: { ...grammar, path }, content: readFileSync(path, 'utf8') });
    }
  }
  return createRegistryFromGrammars([...grammars, ...emptyGrammars(grammars)]);
}

/** Stand-ins for the languages of code fences, which play no part here. */
function emptyGrammars(grammars) {
  const known = new Set(grammars.map(({ grammar }) => grammar.scopeName));
  const named = grammars.flatMap(({ content }) => content.match(/"include":\s*"(?:source|text)\.[^"#]+/g) ?? []);
  const missing = new Set(named.map(include => include.replace(/^.*"/, '')).filter(scope => !known.has(scope)));
  return [...missing].map(scopeName => {
    const path = `${scopeName}.json`;
    return { grammar: { scopeName, path }, content: JSON.stringify({ scopeName, patterns: [] }) };
  });
}

/**
 * Tokens line by line.
 *
 * @returns {Promise<{ line: string, tokens: { startIndex: number, endIndex: number, scopes: string[] }[] }[]>}
 */
export async function tokenize(registry, path, text) {
  const grammar = await registry.loadGrammar(/\.ya?ml$/.test(path) ? 'source.yaml' : 'text.html.markdown');
  let stack = null;
  return text.split(/\r\n|\n/).map(line => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return { line, tokens };
  });
}
