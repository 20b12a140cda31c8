import { createInterface } from 'node:readline/promises';

/** Someone who can be asked. */
export interface Terminal {
  /** The line that was answered; undefined after Ctrl+C and at the end of the input. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly close: () => void;
}

/** Opens a terminal for questions; lines that come before their question wait for it. */
export function openTerminal(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Terminal {
  const lines = createInterface({ input, output });
  const answers = lines[Symbol.asyncIterator]();
  let isOpen = true;
  lines.once('close', () => {
    isOpen = false;
  });
  return {
    ask: async (question) => {
      if (isOpen) {
        lines.setPrompt(question);
        lines.prompt();
      }
      const { value, done } = await answers.next();
      return done ? undefined : value;
    },
    close: () => lines.close(),
  };
}
