import * as l10n from '@vscode/l10n';
import { editing } from '../../editing/change.js';
import { toEdits } from '../../editing/pieces.js';
import { sourceOf } from '../../editing/places.js';
import { addEntry, setValue, type Where } from '../../editing/yaml-edits.js';
import type { YamlSource } from '../../editing/yaml-source.js';
import type { Review } from '../../review/model.js';
import { reviewFile } from '../../review/paths.js';
import type { CharacteristicType } from '../../syntax/facts.js';
import { readFrontMatter } from '../../syntax/markdown/front-matter.js';
import { child, entriesOf, isEmpty, scalarText } from '../../syntax/yaml/access.js';
import type { Mender } from './fix.js';
import { yamlFix } from './fix.js';
import { meantName } from './names.js';

/** The field with the words that say that somebody still has to look. */
export const missingCharacteristic: Mender = {
  sure: true,
  fixes: mending => {
    const field = String(mending.diagnosis.data.field ?? '');
    if (field === '') return [];
    const fix = { title: l10n.t('Add "{0}" as "to do"', field), preferred: true };
    return yamlFix(mending, mending.diagnosis.path, fix, source => {
      const found = child(source.root, field);
      if (found) return setValue(source, [field], 'to do');
      return addEntry(source, [], field, 'to do', placeOf(mending.review, source, field));
    });
  },
};

/** The field that was meant, or a column of its own. */
export const undeclaredField: Mender = {
  files: () => [reviewFile],
  fixes: mending => {
    const field = String(mending.diagnosis.data.field ?? '');
    const { path } = mending.diagnosis;
    const type = typeOf(field, sourceOf(path, 'study', mending.texts(path) ?? ''));
    const fix = { title: l10n.t('Declare "{0}" as a characteristic', field), preferred: false };
    return [
      ...meantName('near').fixes(mending),
      ...yamlFix(mending, reviewFile, fix, source =>
        addEntry(source, ['characteristics'], field, { map: [['type', type]], flow: true }),
      ),
    ];
  },
};

/** The line that ends the characteristics, below the last of them. */
export const openFrontMatter: Mender = {
  sure: true,
  fixes: ({ diagnosis: { path }, texts }) => {
    const text = texts(path) ?? '';
    const front = readFrontMatter(text);
    if (!front || front.closed) return [];
    const at = front.whole[1];
    const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
    const before = /[\r\n]$/.test(text.slice(0, at)) ? '' : eol;
    const change = editing(toEdits(path, text, [{ span: [at, at], text: `${before}---${eol}` }]));
    return [{ title: l10n.t('Add the line "---" below the last characteristic'), preferred: true, change }];
  },
};

/** Behind the last characteristic that is declared before it; behind the last of all where none is. */
function placeOf({ settings }: Review, source: YamlSource, field: string): Where {
  const names = settings.characteristics.map(each => each.name);
  const present = new Set(entriesOf(source.root).map(each => each.key));
  const before = names.slice(0, Math.max(0, names.indexOf(field))).findLast(each => present.has(each));
  const after = before ?? names.findLast(each => present.has(each));
  return after === undefined ? 'end' : { after };
}

/** What a column holds, as far as the one value that is there can tell. */
function typeOf(field: string, source: YamlSource | undefined): CharacteristicType {
  const value = child(source?.root, field);
  if (!value || isEmpty(value)) return 'text';
  return /^\d+$/.test(scalarText(value) ?? '') ? 'count' : 'text';
}
