import assert from 'assert';
import * as vscode from 'vscode';
import { column, pdfOf } from '../../unit/support/pdf.js';
import { activated, closeAll, fileOf, open, studyFile, undo, untilGone, untilReported } from './support.js';

suite('quotes in full texts', () => {
  suiteSetup(activated);
  teardown(closeAll);
  suiteTeardown(async () => vscode.workspace.fs.delete(fileOf('fulltext'), { recursive: true }));

  test('a quote is looked up in a PDF, which is read only then', async () => {
    const pages = [
      column(['All of the workers had been patients themselves, in the same hospital or in another.']),
      column(['"I had been where they were, and I could say so," one of them told us in the first year.']),
    ];
    await vscode.workspace.fs.writeFile(
      fileOf('fulltext/gillard2013.pdf'),
      pdfOf(pages, { labels: '0 << /S /D /St 11 >>' }),
    );
    const editor = await open(await studyFile('gillard2013'));
    const { document } = editor;
    const quote = '\n## Findings\n\n> I had been where they are, and I could say so. (P3, p. 12)\n';
    assert.ok(await editor.edit(edit => edit.insert(document.lineAt(document.lineCount - 1).range.end, quote)));
    const { value: diagnostic } = await untilReported(document.uri, 'quote.not-found');
    assert.match(diagnostic.message, /on page 12: it has "were", not "are"/);
    await undo(editor);
    await untilGone(document.uri, 'quote.not-found');
  });
});
