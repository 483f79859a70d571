import { chunksRead } from '../../syntax/chunks/parts.js';
import { type WorkDone, workRequest } from '../protocol.js';
import type { Requests, Session } from '../session.js';

/** What an edit costs, for whoever measures the server. */
export const workRequests: Requests = {
  capabilities: () => ({}),
  register(session) {
    let last = workOf(session);
    session.connection.onRequest(workRequest, async (): Promise<WorkDone> => {
      await session.workspace.settled();
      const now = workOf(session);
      const done = {
        chunksRead: now.chunksRead - last.chunksRead,
        symbolsChanged: now.symbolsChanged - last.symbolsChanged,
        subjectsJudged: now.subjectsJudged - last.subjectsJudged,
        filesPublished: now.filesPublished - last.filesPublished,
      };
      last = now;
      return done;
    });
  },
};

/** All that has been done so far. */
function workOf({ workspace, published }: Session): WorkDone {
  let symbolsChanged = 0;
  let subjectsJudged = 0;
  for (const { work } of workspace.reviews) {
    symbolsChanged += work.symbolsChanged;
    subjectsJudged += work.subjectsJudged;
  }
  return { chunksRead: chunksRead(), symbolsChanged, subjectsJudged, filesPublished: published };
}
