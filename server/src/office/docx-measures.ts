/** A4 and what is left of it, in twentieths of a point, which is how Word measures. */
export const a4 = { width: 11_906, height: 16_838 } as const;
export const margin = 1134;

/** The width of the text on a page that stands, or lies on its side. */
export function textWidth(wide: boolean): number {
  return (wide ? a4.height : a4.width) - 2 * margin;
}

/** The height of the text, likewise. */
export function textHeight(wide: boolean): number {
  return (wide ? a4.width : a4.height) - 2 * margin;
}

/** Sizes of letters in half points. */
export const sizes = { text: 22, table: 18, note: 18 } as const;
