/** The command was used wrongly, or what it needs cannot be read. Its message is for the person at the terminal. */
export class WrongUse extends Error {}

/** Exit codes of the command line. */
export const exits = { fine: 0, found: 1, wrongUse: 2 } as const;
