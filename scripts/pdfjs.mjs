// How pdfjs-dist is changed on its way into our bundle, and into the unit tests, so that what is tested is what is shipped.
// Its version is exact, and a change that no longer fits stops the build.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A stream of a PDF that unpacks to more is not read. The largest fonts and drawings of a paper stay far below; a file made to
 * fill the memory, in which a kilobyte unpacks to a megabyte, does not. In bytes.
 */
const largestStream = 32 * 1024 * 1024;

/** @type {Record<string, readonly (readonly [find: string, put: string])[]>} */
const changes = {
  'pdf.mjs': [
    // We read words and draw nothing: no canvas is looked for, no file opened, no matrix of the browser's asked for.
    [
      'const isNodeJS = typeof process === "object" && process + "" === "[object process]" && !process.versions.nw && !(process.versions.electron && process.type && process.type !== "browser");',
      'const isNodeJS = false;',
    ],
    ['const SCALE_MATRIX = new DOMMatrix();', 'const SCALE_MATRIX = undefined;'],
  ],
  'pdf.worker.mjs': [
    [
      'const isNodeJS = typeof process === "object" && process + "" === "[object process]" && !process.versions.nw && !(process.versions.electron && process.type && process.type !== "browser");',
      'const isNodeJS = false;',
    ],
    // In a web worker it would take our messages for its own.
    ['if (typeof window === "undefined" && !isNodeJS && typeof self !== "undefined" &&', 'if (false &&'],
    [
      'totalLength += chunk.byteLength;',
      `totalLength += chunk.byteLength;\n        if (totalLength > ${largestStream}) throw new FormatError("The stream is too large to be read.");`,
    ],
    [
      'ensureBuffer(requested) {\n    const buffer = this.buffer;',
      `ensureBuffer(requested) {\n    if (requested > ${largestStream}) throw new FormatError("The stream is too large to be read.");\n    const buffer = this.buffer;`,
    ],
  ],
};

const file = /[\\/]pdfjs-dist[\\/]legacy[\\/]build[\\/](pdf(?:\.worker)?\.mjs)$/;

/**
 * The code of one of its files, changed.
 *
 * @param {string} path
 * @param {string} code
 */
function changed(path, code) {
  const name = file.exec(path)?.[1];
  if (name === undefined) return undefined;
  let text = code;
  for (const [find, put] of changes[name] ?? []) {
    const parts = text.split(find);
    if (parts.length !== 2) throw new Error(`pdfjs-dist has changed: ${name} has "${find}" ${parts.length - 1} times.`);
    text = parts.join(put);
  }
  return `/* Changed for Metasynth: see scripts/pdfjs.mjs. */\n${text}`;
}

/**
 * For esbuild.
 *
 * @returns {import('esbuild').Plugin}
 */
export function pdfjsForBuild() {
  return {
    name: 'pdfjs',
    setup(build) {
      build.onLoad({ filter: file }, ({ path }) => ({
        contents: changed(path, readFileSync(path, 'utf8')) ?? '',
        loader: 'js',
      }));
    },
  };
}

/**
 * For the unit tests: they import the changed code from a folder among the modules, so that nothing is compiled anew each time.
 *
 * @returns {import('vite').Plugin}
 */
export function pdfjsForTests() {
  const folder = fileURLToPath(new URL('../node_modules/.cache/metasynth/', import.meta.url));
  return {
    name: 'pdfjs',
    enforce: 'pre',
    resolveId(source) {
      const name = /^pdfjs-dist\/legacy\/build\/(.*)$/.exec(source)?.[1];
      if (name === undefined) return undefined;
      const path = fileURLToPath(import.meta.resolve(source));
      const code = changed(path, readFileSync(path, 'utf8')) ?? '';
      const copy = join(folder, name);
      mkdirSync(folder, { recursive: true });
      if (!existsSync(copy) || readFileSync(copy, 'utf8') !== code) writeFileSync(copy, code);
      return copy;
    },
  };
}
