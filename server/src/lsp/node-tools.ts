import type { Tools } from '../documents/formats.js';

/** What writers of reports are lent in Node: code of some size, loaded when it is called for. */
export const nodeTools: Tools = {
  office: () => import('../office/office.js'),
};
