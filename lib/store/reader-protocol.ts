import type { BodyToRender, FileToRead, ReadingContext } from './file-reading';

/** What a worker is asked. */
export type Task =
  | { readonly kind: 'read'; readonly file: FileToRead }
  | { readonly kind: 'render'; readonly body: BodyToRender; readonly siteUrl: string };

/** What a worker is told: by what to read from now on, or what to do. */
export type Order =
  | { readonly kind: 'context'; readonly context: ReadingContext }
  | { readonly kind: 'task'; readonly id: number; readonly task: Task };

/** What a worker is started with. `state` holds the number of its task, 0 when it has none. */
export interface WorkerSetup {
  readonly state: Int32Array<SharedArrayBuffer>;
}
