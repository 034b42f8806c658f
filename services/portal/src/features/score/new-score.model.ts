/** What the weights of the chosen system allow: without them nothing can be computed. */
export type Readiness = 'unchosen' | 'loading' | 'failed' | 'none' | 'ready';

interface Asked {
  /** Null where no version is in force, undefined where it is not known. */
  readonly data: object | null | undefined;
  readonly isError: boolean;
}

export function readinessOf(systemId: string | undefined, { data, isError }: Asked): Readiness {
  if (systemId === undefined) return 'unchosen';
  if (data === undefined) return isError ? 'failed' : 'loading';
  return data === null ? 'none' : 'ready';
}
