import type { BodyToRender, FileToRead, ReadingContext } from './file-reading';

/** What a worker is asked. */
export type Task =
  | { readonly id: number; readonly kind: 'read'; readonly file: FileToRead }
  | { readonly id: number; readonly kind: 'render'; readonly body: BodyToRender };

/** What a worker is told: by what to read from now on, or what to do. */
export type Order = { readonly kind: 'context'; readonly context: ReadingContext } | Task;

/**
 * What a worker is started with. `state` holds the number of its task and when that began
 * (monotonic, nanoseconds); 0 when it has none.
 */
export interface WorkerSetup {
  readonly state: BigInt64Array<SharedArrayBuffer>;
}

/** Where in the state what stands. */
export const stateOf = { task: 0, begun: 1 } as const;
