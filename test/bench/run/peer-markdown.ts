// A process of its own that runs VS Code's Markdown service over a folder and prints its times as JSON. Arguments: folder, peers.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder = '', peers = ''] = process.argv.slice(2);
// The packages are no part of the project, so that nothing is known of their types here.
const load = createRequire(join(peers, 'node_modules', 'noop.js'));
const { createLanguageService, githubSlugifier, DiagnosticLevel, LogLevel } = load('vscode-markdown-languageservice');
const { TextDocument } = load('vscode-languageserver-textdocument');
const { URI } = load('vscode-uri');
const markdownIt = load('markdown-it')();

const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.md'))
  .map(name => join(folder, name));
type Document = ReturnType<typeof TextDocument.create> & { $uri: unknown };
const documents = new Map<string, Document>();
const open = (path: string): Document => {
  const uri = pathToFileURL(path).href;
  const known = documents.get(uri);
  if (known) return known;
  const document = Object.assign(TextDocument.create(uri, 'markdown', 1, readFileSync(path, 'utf8')), {
    $uri: URI.parse(uri),
  });
  documents.set(uri, document);
  return document;
};
const listeners = new Set<(document: Document) => void>();
const silent = () => ({ dispose() {} });
const token = { isCancellationRequested: false, onCancellationRequested: silent };
const workspace = {
  workspaceFolders: [URI.file(folder)],
  onDidChangeMarkdownDocument: (listener: (document: Document) => void, self?: unknown) => {
    const bound = listener.bind(self);
    listeners.add(bound);
    return { dispose: () => listeners.delete(bound) };
  },
  onDidCreateMarkdownDocument: silent,
  onDidDeleteMarkdownDocument: silent,
  getAllMarkdownDocuments: async () => paths.map(open),
  hasMarkdownDocument: (uri: { fsPath: string }) => paths.includes(uri.fsPath),
  openMarkdownDocument: async (uri: { fsPath: string }) => (paths.includes(uri.fsPath) ? open(uri.fsPath) : undefined),
  stat: async (uri: { fsPath: string }) => {
    const found = statSync(uri.fsPath, { throwIfNoEntry: false });
    return found && { isDirectory: found.isDirectory() };
  },
  readDirectory: async () => [],
};
const service = createLanguageService({
  workspace,
  parser: {
    slugifier: githubSlugifier,
    tokenize: async (document: Document) => markdownIt.parse(document.getText(), {}),
  },
  logger: { level: LogLevel?.Off ?? 0, log() {} },
});
const level = DiagnosticLevel.warning;
const options = {
  validateReferences: level,
  validateFragmentLinks: level,
  validateFileLinks: level,
  validateMarkdownFileLinkFragments: level,
  validateUnusedLinkDefinitions: level,
  validateDuplicateLinkDefinitions: level,
  ignoreLinks: [],
};
const manuscript = join(folder, 'synthesis.md');
const timed = async (task: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await task();
  return performance.now() - started;
};
const heading = { line: 0, character: 4 };
const references = () => service.getReferences(open(manuscript), heading, { includeDeclaration: true }, token);
const first = await timed(() => service.computeDiagnostics(open(manuscript), options, token));
const keystrokes: number[] = [];
for (let round = 0; round < 50; round++) {
  const before = open(manuscript);
  const text = round % 2 === 0 ? `q${before.getText()}` : before.getText().slice(1);
  const after = Object.assign(TextDocument.create(before.uri, 'markdown', round + 2, text), { $uri: before.$uri });
  documents.set(before.uri, after);
  keystrokes.push(
    await timed(async () => {
      for (const listener of listeners) listener(after);
      await service.computeDiagnostics(after, options, token);
    }),
  );
}
keystrokes.sort((a, b) => a - b);
const firstReferences = await timed(references);
const again = await timed(references);
console.log(
  JSON.stringify({
    'diagnostics of the manuscript, first': first,
    'keystroke in the manuscript p50': keystrokes[25],
    'references, the first': firstReferences,
    'references, again': again,
    'memory (RSS)': process.memoryUsage().rss / 1e6,
  }),
);
