// The process behind `web-server.mjs`: serves until it is stopped. Its one argument is test-web's options, as JSON.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { web } from './paths.mjs';

const { open } = createRequire(join(web.modules, 'here.js'))('@vscode/test-web');

await open(JSON.parse(process.argv[2] ?? '{}'));
