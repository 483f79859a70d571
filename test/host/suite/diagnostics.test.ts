import assert from 'assert';
import * as vscode from 'vscode';
import {
  activated,
  closeAll,
  diagnosticsOf,
  fileOf,
  open,
  rangeOf,
  replace,
  studyFile,
  undo,
  until,
  untilGone,
  untilReported,
} from './support.js';

/**
 * How long after a keystroke a diagnostic may appear, in milliseconds, and what a machine that does much else at the time
 * may add to it on the way through the extension host. The waits themselves are held by tests with a clock of their own.
 */
const APPEARS_WITHIN = 400;
const ALLOWANCE = 2_000;

suite('diagnostics while writing', () => {
  suiteSetup(activated);
  teardown(closeAll);

  test('a study that loses its appraisal is reported at once, and no more when that is undone', async () => {
    const editor = await open(await studyFile('gillard2013'));
    const { document } = editor;
    await untilGone(document.uri, 'appraisal.missing');
    const casp = document.lineAt(rangeOf(document, '\ncasp:').end.line).rangeIncludingLineBreak;
    // The time runs from when the extension host hears of the keystroke: what the workbench does before is not ours.
    const typed = new Promise<number>(resolve => {
      const listening = vscode.workspace.onDidChangeTextDocument(event => {
        if (event.document !== document) return;
        listening.dispose();
        resolve(Date.now());
      });
    });
    const asked = Date.now();
    const edited = editor.edit(edit => edit.delete(casp));
    const { value: diagnostic } = await untilReported(document.uri, 'appraisal.missing');
    const seen = Date.now();
    assert.ok(await edited);
    const elapsed = seen - (await typed);
    assert.ok(elapsed <= APPEARS_WITHIN + ALLOWANCE, `it took ${elapsed} ms, and the edit ${(await typed) - asked} ms`);
    assertDocumented(diagnostic);

    await undo(editor);
    await untilGone(document.uri, 'appraisal.missing');
    assert.equal(document.isDirty, false);
  });

  test('a misspelt theme is underlined, that word alone, until it is mended', async () => {
    const editor = await open(await studyFile('gillard2013'));
    const { document } = editor;
    await untilGone(document.uri, 'theme.unknown');
    await replace(editor, 'giving-back', 'givng-back');
    const { value: diagnostic } = await untilReported(document.uri, 'theme.unknown');
    assert.equal(document.getText(diagnostic.range), 'givng-back');
    assert.match(diagnostic.message, /giving-back/, 'it should say which theme is meant');
    assertDocumented(diagnostic);

    await replace(editor, 'givng-back', 'giving-back');
    await untilGone(document.uri, 'theme.unknown');
  });

  test('broken YAML is reported in its file, and the rest of the file is still read', async () => {
    const editor = await open(await studyFile('gillard2013'));
    const { document } = editor;
    const before = document.getText();
    const line = document.lineAt(rangeOf(document, '\ncountry:').end.line);
    assert.ok(await editor.edit(edit => edit.replace(line.range, 'country: [UK')));
    const { value: diagnostic } = await untilReported(document.uri, 'yaml.');
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(diagnosticsOf(document.uri, 'theme.unknown').length, 0, 'its themes are known as ever');

    await undo(editor);
    assert.equal(document.getText(), before);
    await untilGone(document.uri, 'yaml.');
  });

  test('the setting metasynth.severities is followed at once, and forgotten at once', async () => {
    const manuscript = fileOf('synthesis.md');
    const { value: before } = await untilReported(manuscript, 'citation.not-included');
    assert.equal(before.severity, vscode.DiagnosticSeverity.Warning);
    const settings = vscode.workspace.getConfiguration('metasynth');
    try {
      await settings.update('severities', { 'citation.not-included': 'error' }, vscode.ConfigurationTarget.Global);
      await until('the citations are errors', () =>
        diagnosticsOf(manuscript, 'citation.not-included').every(
          ({ severity }) => severity === vscode.DiagnosticSeverity.Error,
        ),
      );
    } finally {
      await settings.update('severities', undefined, vscode.ConfigurationTarget.Global);
    }
    await until('the citations are warnings again', () =>
      diagnosticsOf(manuscript, 'citation.not-included').every(
        ({ severity }) => severity === vscode.DiagnosticSeverity.Warning,
      ),
    );
  });

  test('a closed editor leaves the diagnostics of the file as it is on disk', async () => {
    const uri = await studyFile('gillard2013');
    const editor = await open(uri);
    await replace(editor, 'giving-back', 'givng-back');
    await untilReported(uri, 'theme.unknown');
    await closeAll();
    await until('the unsaved mistake is forgotten', () => diagnosticsOf(uri, 'theme.unknown').length === 0);
  });
});

/** Each of our diagnostics names its rule and links to the page about it. */
function assertDocumented(diagnostic: vscode.Diagnostic): void {
  const { code } = diagnostic;
  assert.ok(typeof code === 'object', 'the code has no link');
  assert.match(String(code.value), /^[a-z-]+\.[a-z-]+$/);
  assert.ok(code.target.scheme.length > 0);
  assert.ok(diagnostic.source !== undefined && diagnostic.source.length > 0, 'it has no source');
}
