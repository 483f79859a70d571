/** A figure as it comes from this room: a file's text, and its size in CSS pixels. */
export interface Drawn {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}
