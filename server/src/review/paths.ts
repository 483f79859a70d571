import type { FileKind, Settings, Told } from '../syntax/facts.js';

/** The name of the file that marks the root of a review. */
export const reviewFile = 'metasynth.yaml';

/**
 * A path as written in `metasynth.yaml`, relative to its folder with `/`; undefined when it leads out of the review,
 * which is never followed.
 */
export function insidePath(written: string): string | undefined {
  const slashed = written.trim().replace(/\\/g, '/');
  if (slashed === '' || slashed.startsWith('/') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(slashed)) return undefined;
  const parts: string[] = [];
  for (const part of slashed.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else {
      parts.push(part);
    }
  }
  return parts.join('/');
}

/** What a file is to the review; undefined for a file that is none of its parts. `path` is relative with `/`. */
export function kindOf(path: string, settings: Settings): FileKind | undefined {
  if (path === reviewFile) return 'review';
  if (names(settings.codebook, path)) return 'codebook';
  if (settings.bibliography.some(told => names(told, path))) return 'bibliography';
  if (settings.manuscript.some(told => names(told, path))) return 'manuscript';
  if (/\.ya?ml$/i.test(path) && names(settings.checklist, path)) return 'checklist';
  if (/^appraisals\/[^/_][^/]*\.ya?ml$/.test(path)) return 'rater';
  if (/^coding\/[^/_][^/]*\.ya?ml$/.test(path)) return 'coding';
  if (/^screening\/[^/_][^/]*\.csv$/.test(path)) return 'screening';
  if (/^translation\.ya?ml$/.test(path)) return 'translation';
  if (/^confidence\.ya?ml$/.test(path)) return 'confidence';
  const folder = insidePath(settings.studies.value);
  if (folder !== undefined && isStudyFile(path, folder)) return 'study';
  return undefined;
}

function names(told: Told, path: string): boolean {
  return insidePath(told.value) === path;
}

/** A README and files that start with `_` are not studies. */
function isStudyFile(path: string, folder: string): boolean {
  if (folder !== '' && !path.startsWith(`${folder}/`)) return false;
  // Hidden folders hold what editors keep for themselves, copies of studies among it.
  if (/(^|\/)[.~][^/]*\//.test(path)) return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    /\.(md|markdown|qmd|ya?ml)$/i.test(name) && !name.startsWith('_') && !/^[.~]/.test(name) && !/^readme\./i.test(name)
  );
}
