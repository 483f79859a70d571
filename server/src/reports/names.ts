/** The reports that can fill a generated block of the manuscript, by the names that stand in its markers. */
export const reportNames: readonly string[] = ['synthesis-table', 'outline'];
