/** A figure as it comes from this room: a file's text, and its size in CSS pixels. */
export interface Drawn {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The bytes of a PNG of a figure, for print. It is handed to whoever writes documents; the core itself loads no code. */
export type DrawPng = (svg: string) => Promise<Uint8Array>;
