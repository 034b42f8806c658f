/** A request that the load sends as it stands. */
export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What is asked of a subject: so many people want so many seats, in four pools of equal size in each of so many activities. */
export interface Rush {
  readonly people: number;
  readonly seats: number;
  readonly activities: number;
}

export const poolsPerActivity = 4;

/** Somebody who answers a rush: the platform, or what it is compared with. */
export interface Subject {
  readonly kind: 'noop' | 'baseline' | 'platform';
  readonly name: string;
  readonly url: string;
  /** Makes what is signed up for. */
  prepare(rush: Rush): Promise<Prepared>;
  /** What is in the database in the end: heads with a seat, who waits, who is there twice. */
  count(): Promise<Counted>;
  /** The processes whose work is its work, by name. */
  pids(): Readonly<Record<string, number>>;
}

export interface Prepared {
  /** What people do in the half minute before: they look at the page. */
  readonly warmUp?: readonly LoadRequest[];
  /** In the order in which people press the button. */
  readonly requests: readonly LoadRequest[];
}

export interface Counted {
  readonly confirmed: number;
  readonly waitlisted: number;
  /** Heads beyond the capacity of a pool. */
  readonly oversold: number;
}
