export function noticesOf(root: string, modules: Iterable<string>): string;
