import type { AwaitState } from '@gongxiang/contracts/notification/awaits';

/** What is kept of something that waits, to be found again. */
interface KnownAwait extends Pick<AwaitState, 'kind' | 'slot'> {
  readonly id: string;
}

export interface AwaitChanges {
  readonly begun: readonly AwaitState[];
  readonly lasting: readonly (AwaitState & { readonly id: string })[];
  /** Ids of what is done. */
  readonly done: readonly string[];
}

/** What has begun, lasts, and is done, of all that one thing waits for. */
export function awaitChanges(known: readonly KnownAwait[], told: readonly AwaitState[]): AwaitChanges {
  const ids = new Map(known.map((one) => [awaitKeyOf(one), one.id]));
  const present = new Set(told.map(awaitKeyOf));
  return {
    begun: told.filter((one) => !ids.has(awaitKeyOf(one))),
    lasting: told.flatMap((one) => {
      const id = ids.get(awaitKeyOf(one));
      return id === undefined ? [] : [{ ...one, id }];
    }),
    done: known.filter((one) => !present.has(awaitKeyOf(one))).map(({ id }) => id),
  };
}

/** Tells what one thing waits for apart. */
export function awaitKeyOf({ kind, slot }: Pick<AwaitState, 'kind' | 'slot'>): string {
  return `${kind}/${slot}`;
}
