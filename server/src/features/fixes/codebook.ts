import * as l10n from '@vscode/l10n';
import { addEntry, setValue } from '../../editing/yaml-edits.js';
import type { Theme } from '../../review/model.js';
import { foldId } from '../../text/words.js';
import type { Mender, Mending } from './fix.js';
import { codebookPath, wordsAt, yamlFix } from './fix.js';
import { labelOf } from './labels.js';
import { meantName } from './names.js';

/** No list of actions is read further than this. */
const mostConstructs = 6;

/** The themes that come near, and a theme of this name of its own. */
export const unknownTheme: Mender = {
  files: review => [codebookPath(review) ?? ''],
  fixes: mending => [...meantName('near').fixes(mending), ...addTheme(mending)],
};

/** Room for a definition, for a person to fill. */
export const undefinedTheme: Mender = {
  fixes: mending => {
    const theme = themeAt(mending);
    if (!theme) return [];
    const fix = { title: l10n.t('Add an empty definition'), preferred: false };
    return yamlFix(mending, mending.diagnosis.path, fix, source =>
      addEntry(source, ['themes', theme.facts.name], 'definition', '', { after: 'label' }),
    );
  },
};

/** Each of the first constructs in the line of argument, to choose from. */
export const unmappedTheme: Mender = {
  fixes: mending => {
    const theme = themeAt(mending);
    if (!theme) return [];
    return mending.review.constructs.slice(0, mostConstructs).flatMap(construct => {
      const fix = { title: l10n.t('Map the theme to "{0}"', construct.label), preferred: false };
      return yamlFix(mending, mending.diagnosis.path, fix, source =>
        setValue(source, ['themes', theme.facts.name, 'construct'], construct.facts.name),
      );
    });
  },
};

function addTheme(mending: Mending) {
  const path = codebookPath(mending.review);
  const name = String(mending.diagnosis.data.name ?? '').trim();
  const label = labelOf(name);
  if (path === undefined || label === '' || name.length > 100 || /[\r\n]/.test(name)) return [];
  const fix = { title: l10n.t('Add the theme "{0}" to the codebook', name), preferred: false };
  return yamlFix(mending, path, fix, source =>
    addEntry(source, ['themes'], name, { map: [['label', label]] }, 'sorted'),
  );
}

function themeAt(mending: Mending): Theme | undefined {
  return mending.review.themeById.get(foldId(wordsAt(mending)));
}
