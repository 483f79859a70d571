/** Which room may know which: the order of ARCHITECTURE.md. A room imports only rooms above it. */
const rooms = [
  'text',
  'standards',
  'statistics',
  'quotes',
  'pdf',
  'host',
  'syntax',
  'review',
  'editing',
  'figures',
  'reports',
  'documents',
  'rules',
  'features',
  'exchange',
  'workspace',
];

const inward = rooms.map((room, index) => ({
  name: `${room}-imports-only-rooms-above-it`,
  severity: 'error',
  comment: 'The list of rooms in ARCHITECTURE.md is an order: each may import those above it alone.',
  from: { path: `^server/src/${room}/` },
  to: { path: `^server/src/(${[...rooms.slice(index + 1), 'lsp', 'cli'].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...inward,
    {
      name: 'core-knows-no-host',
      severity: 'error',
      comment: 'The same core runs in Node, in a web worker and on the command line.',
      from: { path: `^server/src/(${rooms.join('|')})/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-knows-no-editor',
      severity: 'error',
      comment: 'Only the protocol adapter and the client speak to VS Code.',
      from: { path: `^server/src/(${rooms.join('|')})/` },
      to: { path: '^(vscode|node_modules/vscode-)' },
    },
    {
      name: 'pdf-is-loaded-when-needed',
      severity: 'error',
      comment: 'It is larger than all the rest: a file of its own, which the host loads once there is a PDF to be read.',
      from: { path: '^server/src/', pathNot: '^server/src/pdf/' },
      to: { path: '^server/src/pdf/', dynamic: false },
    },
    {
      name: 'only-hosts-load-pdf',
      severity: 'error',
      comment: 'The core is handed what reads a PDF, and loads no code.',
      from: { path: '^server/src/', pathNot: '^server/src/(pdf|lsp)/' },
      to: { path: '^server/src/pdf/' },
    },
    {
      name: 'pdfjs-in-its-room',
      severity: 'error',
      from: { path: '^(server|client)/src/', pathNot: '^server/src/pdf/' },
      to: { path: 'node_modules/pdfjs-dist' },
    },
    {
      name: 'lsp-knows-no-command-line',
      severity: 'error',
      from: { path: '^server/src/lsp/' },
      to: { path: '^server/src/cli/' },
    },
    {
      name: 'browser-entry-knows-no-node',
      severity: 'error',
      comment: 'What runs in a web worker must not reach a module of Node, however far away.',
      from: { path: '^server/src/lsp/main-browser\\.ts$' },
      to: { reachable: true, path: '^server/src/lsp/node' },
    },
    {
      name: 'client-has-no-domain-logic',
      severity: 'error',
      comment: 'The client knows the messages alone.',
      from: { path: '^client/src/' },
      to: { path: '^server/src/', pathNot: '^server/src/lsp/protocol\\.ts$' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: '(main|extension)[^/]*\\.ts$' }, to: {} },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
