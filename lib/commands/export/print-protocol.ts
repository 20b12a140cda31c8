import type { Configuration } from '../../site/configuration';
import type { Job } from './jobs';
import type { Printed, PrinterOptions } from './printer';

/** What a process that prints beside others is told. */
export type PrintRequest =
  | { readonly kind: 'start'; readonly start: PrintStart }
  | { readonly kind: 'print'; readonly jobs: readonly Job[] };

/** What it prints, from which store, into which folder. */
export interface PrintStart extends PrinterOptions {
  readonly configuration: Configuration;
  /** Of the process that started it: files read by other rules would all be read again. */
  readonly rulesVersion: string;
  /** Absolute. */
  readonly out: string;
  /** Tells it apart from the others. */
  readonly writer: string;
}

/** What it answers: that it is ready, or what became of the pages. */
export type PrintAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'printed'; readonly printed: Printed };
