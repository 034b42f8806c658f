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
  const keyOf = ({ kind, slot }: Pick<AwaitState, 'kind' | 'slot'>): string => `${kind}/${slot}`;
  const ids = new Map(known.map((one) => [keyOf(one), one.id]));
  const present = new Set(told.map(keyOf));
  return {
    begun: told.filter((one) => !ids.has(keyOf(one))),
    lasting: told.flatMap((one) => {
      const id = ids.get(keyOf(one));
      return id === undefined ? [] : [{ ...one, id }];
    }),
    done: known.filter((one) => !present.has(keyOf(one))).map(({ id }) => id),
  };
}
