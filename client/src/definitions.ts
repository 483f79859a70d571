import * as vscode from 'vscode';

/** How definitions of numbers show: in full, or folded into a mark where the cursor is not. */
const setting = 'numbers.foldDefinitions';

/** A comment that defines the number before it. One over several lines is left in full. */
const definition = /<!--\s*=[^\r\n]*?-->/g;

const manuscripts = ['markdown', 'quarto'];

/** The stretches of a text in which a number's definition stands: line, first character, and the one after the last. */
export function definitionsIn(lines: readonly string[]): { line: number; from: number; to: number }[] {
  return lines.flatMap((text, line) =>
    Array.from(text.matchAll(definition), ({ 0: found, index }) => ({ line, from: index, to: index + found.length })),
  );
}

/**
 * Folds the definitions of checked numbers away, so that prose reads as prose: each shows as a small mark, and in full on the lines
 * that the cursor is on. Nothing of the text changes. It is off until somebody asks for it, by the command or the setting.
 */
export function foldDefinitions(): vscode.Disposable {
  const folded = vscode.window.createTextEditorDecorationType({
    // VS Code has no way of hiding part of a line; this is what extensions that fold attributes or links away do.
    textDecoration: 'none; display: none',
    after: { contentText: '·', color: new vscode.ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 1px' },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const isOn = (): boolean => vscode.workspace.getConfiguration('metasynth').get<boolean>(setting, false);

  const show = (editor: vscode.TextEditor): void => {
    const { document, selections, visibleRanges } = editor;
    if (!manuscripts.includes(document.languageId)) return;
    if (!isOn()) {
      editor.setDecorations(folded, []);
      return;
    }
    // What is out of sight is folded once it comes into view: a manuscript may be long.
    const ranges = visibleRanges.flatMap(({ start, end }) => {
      const last = Math.min(end.line + 1, document.lineCount - 1);
      const lines = Array.from({ length: last - start.line + 1 }, (_, at) => document.lineAt(start.line + at).text);
      return definitionsIn(lines).map(each => ({ ...each, line: each.line + start.line }));
    });
    const isWrittenAt = (line: number): boolean =>
      selections.some(each => each.start.line <= line && line <= each.end.line);
    editor.setDecorations(
      folded,
      ranges
        .filter(({ line }) => !isWrittenAt(line))
        .map(({ line, from, to }) => new vscode.Range(line, from, line, to)),
    );
  };
  const showAll = (): void => vscode.window.visibleTextEditors.forEach(show);
  showAll();
  return vscode.Disposable.from(
    folded,
    vscode.commands.registerCommand('metasynth.foldDefinitions', () => toggle(!isOn())),
    vscode.window.onDidChangeVisibleTextEditors(showAll),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => show(textEditor)),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => show(textEditor)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) show(editor);
    }),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration(`metasynth.${setting}`)) showAll();
    }),
  );
}

/** Somebody's own way of reading, for all of their reviews. */
async function toggle(on: boolean): Promise<void> {
  await vscode.workspace.getConfiguration('metasynth').update(setting, on, vscode.ConfigurationTarget.Global);
}
