/** An appraisal as data: what is settled, and nothing of what single raters said. */
export interface AppraisalDrawn {
  readonly title: string;
  readonly items: readonly { readonly number: number; readonly label: string }[];
  /** The answers that the checklist knows, in their order. */
  readonly answers: readonly { readonly id: string; readonly label: string }[];
  readonly studies: readonly {
    readonly name: string;
    /** The settled answers' ids, item by item; null where none is. */
    readonly answers: readonly (string | null)[];
    /** As printed; empty where totals are not shown. */
    readonly total: string;
  }[];
}
