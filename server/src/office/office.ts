/** What writes office files: the one door to this room, which a host loads when such a file is asked for. */
export { docx } from './docx.js';
export { xlsx } from './xlsx.js';
