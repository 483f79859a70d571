/**
 * Text as XML can hold it: no control characters and no halves of characters, which no escape makes legal. They are shown as
 * what stands for a character that is none, so that the loss can be seen.
 */
export function xmlText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu, '\ufffd');
}

/** The same with what would be markup escaped, for elements and for attributes in double quotation marks. */
export function escapedXml(text: string): string {
  return xmlText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
