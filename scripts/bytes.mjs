// Fonts and WebAssembly as bytes in a module: esbuild has a loader for it, and this is the same for the unit tests.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * For the unit tests: such a file is imported by way of a module that reads it, in a folder among the modules.
 *
 * @returns {import('vite').Plugin}
 */
export function bytesForTests() {
  const folder = fileURLToPath(new URL('../node_modules/.cache/metasynth/', import.meta.url));
  return {
    name: 'bytes',
    enforce: 'pre',
    resolveId(source) {
      if (!/\.(?:ttf|wasm)$/.test(source)) return undefined;
      const path = fileURLToPath(import.meta.resolve(source));
      const code = `import { readFileSync } from 'node:fs';\nexport default new Uint8Array(readFileSync(${JSON.stringify(path)}));\n`;
      const module = join(folder, `${basename(path)}.mjs`);
      mkdirSync(folder, { recursive: true });
      if (!existsSync(module) || readFileSync(module, 'utf8') !== code) writeFileSync(module, code);
      return module;
    },
  };
}
