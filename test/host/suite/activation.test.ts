import assert from 'assert';
import * as vscode from 'vscode';
import { EXTENSION } from './support.js';

suite('activation', () => {
  test('starts in a folder with a review, and says when it is ready', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension, `${EXTENSION} is not installed`);
    // `isActive` is true even when activate() threw: only what it returns tells.
    const api: unknown = await extension.activate();
    assert.ok(typeof api === 'object' && api !== null && 'ready' in api, 'activate() returned no API');
    assert.ok(api.ready instanceof Promise, 'its ready is no promise');
    assert.equal(await api.ready, undefined);
  });
});
