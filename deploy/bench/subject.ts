import type { Counted } from './exactness.js';
import type { Rush } from './rush.js';

/** A request that the load sends as it stands. */
export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Somebody who answers a rush: the platform, or what it is compared with. */
export interface Subject {
  readonly kind: 'noop' | 'baseline' | 'platform';
  readonly name: string;
  /** Of each of its doors; who comes is sent to each in turn. */
  readonly urls: readonly string[];
  /** Makes what is signed up for. */
  prepare(rush: Rush): Promise<Prepared>;
  /** What is in the database in the end, of each activity. */
  count(): Promise<readonly Counted[]>;
  /** The processes whose work is its work, by name. */
  pids(): Readonly<Record<string, number>>;
}

export interface Prepared {
  /** What people do in the half minute before: they look at the page. */
  readonly warmUp?: readonly LoadRequest[];
  /** In the order in which people press the button. */
  readonly requests: readonly LoadRequest[];
}
