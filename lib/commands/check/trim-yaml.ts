/** The head of a text that keeps its lines as they are (YAML 1.2.2 §8.1). */
const blockScalar = /(?:^|[\s:?-])[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$/m;

/**
 * Takes blanks from the ends of lines of YAML, where they mean nothing: they are folded away in plain
 * and quoted texts (YAML 1.2.2 §6.5). Where a block keeps them, all of it stays as it is.
 */
export function trimYaml(text: string): string {
  if (blockScalar.test(text)) return text;
  // A backslash before them keeps blanks of a quoted text (§5.7).
  return text.replace(/(?<![\\ \t])[ \t]+$/gm, '');
}
