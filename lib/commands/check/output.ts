/** Where a command writes to; a stream of the process, or what a test reads. */
export interface Output {
  readonly write: (text: string) => unknown;
  /** True for a terminal, which can be painted and written over. */
  readonly isTTY?: boolean | undefined;
}
