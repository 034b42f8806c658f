import { useQueries } from '@tanstack/react-query';
import { useOffices } from './use-offices.js';
import { useDelegated } from './use-delegated.js';
import { useMe } from './use-session.js';
import type { NamedParty } from './party-picker.js';
import { organisingRoles, unionQuery } from './use-may-manage.js';

interface OwnParties {
  readonly parties: readonly NamedParty[];
  readonly isReady: boolean;
  /** Some of them could not be read. */
  readonly isFailed: boolean;
  readonly readAgain: () => void;
}

/**
 * The unions where the person organises, the parties that they represent, and the person themself; ready once all of
 * their names are known.
 */
export function useOwnParties(): OwnParties {
  const { data: me } = useMe();
  const { unionIdsOf } = useOffices();
  const delegated = useDelegated();
  const unions = useQueries({ queries: unionIdsOf(...organisingRoles).map(unionQuery) });
  const found = unions.flatMap(({ data }): NamedParty[] =>
    data === undefined ? [] : [{ kind: 'union', id: data.id, name: data.name }],
  );
  const represented = delegated.held.flatMap(
    ({ matterKind: kind, matterId: id, matterName: name }): NamedParty[] =>
      kind === 'activity' ? [] : [{ kind, id, name }],
  );
  const self: NamedParty[] = me === undefined ? [] : [{ kind: 'person', id: me.personId, name: me.name }];
  const isReady = me !== undefined && unions.every(({ isPending }) => !isPending) && delegated.isReady;
  const failed = unions.filter(({ isError }) => isError);
  const readAgain = (): void => {
    for (const { refetch } of failed) void refetch();
    if (delegated.isFailed) delegated.readAgain();
  };
  const isFailed = failed.length > 0 || delegated.isFailed;
  return { parties: [...found, ...represented, ...self], isReady, isFailed, readAgain };
}
