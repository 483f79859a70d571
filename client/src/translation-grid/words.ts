import * as vscode from 'vscode';

/** The words of the page in the user's language; `{0}` and the like are filled in there. */
export function gridWords() {
  const { t } = vscode.l10n;
  return {
    title: t('Translation of the studies into one another'),
    counted: t('{0} of {1} cells compared.'),
    keys: t('Arrows move between cells, Enter opens one, Escape leaves it.'),
    construct: t('Construct'),
    empty: t('There is nothing to translate yet: the table needs constructs in the codebook, and included studies.'),
    relation: t('How the study stands to the construct'),
    themes: t('Themes of the study that are translated here'),
    noThemes: t('The study carries no theme yet.'),
    note: t('Note: how the study was put into the terms of the others'),
    save: t('Save'),
    cancel: t('Cancel'),
    showText: t('Show in the file'),
    saved: t('Saved.'),
    unsaved: t('Written, and not saved: the file has other changes that are not saved.'),
    notWritten: t('Not written: {0}'),
    followed: t('The file has changed.'),
    notes: t('with a note'),
    relations: {
      '': t('not yet compared'),
      reciprocal: t('reciprocal'),
      refutational: t('refutational'),
      'line-of-argument': t('line of argument'),
      absent: t('absent'),
      unclear: t('unclear'),
      'to do': t('to do'),
    },
    meanings: {
      '': '',
      reciprocal: t('says the same in other words'),
      refutational: t('contradicts'),
      'line-of-argument': t('adds a part of the whole'),
      absent: t('we looked, and the study is silent'),
      unclear: t('says something, but not how it stands to it'),
      'to do': t('to be compared'),
    },
  };
}

export type Words = ReturnType<typeof gridWords>;
