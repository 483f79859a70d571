import assert from 'assert';
import type * as vscode from 'vscode';
import { activated, closeAll, fileOf, hoverAt, open, rangeOf, studyFile } from './support.js';

suite('hovers', () => {
  suiteSetup(activated);
  teardown(closeAll);

  test('a theme in a study says who else carries it', async () => {
    const { document } = await open(await studyFile('gillard2013'));
    const text = await hoverAt(document.uri, inside(rangeOf(document, 'giving-back')));
    assert.match(text, /giving back/i);
    assert.match(text, /\d+ stud/i);
  });

  test('a construct’s heading in the manuscript says what supports it', async () => {
    const { document } = await open(fileOf('synthesis.md'));
    const text = await hoverAt(document.uri, inside(rangeOf(document, 'Reframing of identity')));
    assert.match(text, /\d+ of \d+ studies/i);
  });

  test('a citation in the manuscript says which study it is', async () => {
    const { document } = await open(fileOf('synthesis.md'));
    const citation = /@([a-z]+)\d{4}[a-z]?/i.exec(document.getText());
    assert.ok(citation, 'the manuscript cites nothing');
    const text = await hoverAt(document.uri, inside(rangeOf(document, citation[0])));
    assert.match(text, new RegExp(citation[1]!, 'i'));
  });
});

/** A place inside a word, as the pointer would be. */
const inside = (range: vscode.Range): vscode.Position => range.start.translate(0, 3);
