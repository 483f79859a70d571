// What our bundles hold of others, with their licences: they ask to be named wherever their code goes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the package that a module of a bundle belongs to, the innermost one. */
const inPackage = /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/**
 * The text that names all packages in some bundles, by name and version, each with its licence.
 *
 * @param {string} root
 * @param {Iterable<string>} modules the bundled files, relative to the root, with `/`
 */
export function noticesOf(root, modules) {
  const folders = new Set([...modules].flatMap(path => inPackage.exec(path)?.[1] ?? []));
  const packages = new Map(
    [...folders].map(folder => {
      const {
        name,
        version,
        license = 'not stated',
        repository,
      } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const text = licenceIn(join(root, folder)) || withoutText(license, repository?.url ?? repository);
      return [`${name} ${version}`, { licence: license, text }];
    }),
  );
  const parts = [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, { licence, text }]) => {
      return `${title} (${licence})\n\n${text}\n`;
    });
  return `Metasynth holds code of these packages.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/**
 * For a package that holds no text of its licence: where the text is, and where the source, as some licences ask.
 *
 * @param {string} licence as SPDX names it
 * @param {string | undefined} repository
 */
function withoutText(licence, repository) {
  const text = /^[\w.-]+$/.test(licence) ? ` It is at https://spdx.org/licenses/${licence}.html.` : '';
  const source = repository === undefined ? '' : ` The source is at ${repository}.`;
  return `The package holds no text of its licence.${text}${source}`;
}

/**
 * The text of a package's licence and of its notice, if it has them.
 *
 * @param {string} folder
 */
function licenceIn(folder) {
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .filter(name => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(name) && !/\.[cm]?[jt]s$/.test(name))
    .sort()
    .map(name => readFileSync(join(folder, name), 'utf8').trim())
    .join('\n\n');
}
