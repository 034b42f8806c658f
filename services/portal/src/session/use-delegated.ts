import { useRead } from '../api/use-read.js';
import type { components } from '../api/schema.js';
import { useReaches } from './use-may-manage.js';
import { useMe } from './use-session.js';

export type Delegation = components['schemas']['DelegationView'];
export type MatterKind = Delegation['matterKind'];

const listMax = 200;

interface Party {
  readonly kind: string;
  readonly id: string;
}

/** What is delegated to the person now; it decides what is shown, the platform decides what is allowed. */
export function useDelegated() {
  const { data: me } = useMe();
  const mine = useRead('delegation', '/me/delegations', me && { limit: listMax }, { staleTime: 60_000 });
  const held = (mine.data?.items ?? []).filter(({ state }) => state === 'active');
  return {
    held,
    isReady: !mine.isPending,
    isFailed: mine.isError,
    readAgain: (): void => void mine.refetch(),
    holds: ({ kind, id }: Party): boolean =>
      held.some(({ matterKind, matterId }) => matterKind === kind && matterId === id),
  };
}

/** Does the person organise this activity, by a role, or because it or the name of its organiser is delegated to them? */
export function useOrganises(activity: {
  readonly id: string;
  readonly unionId: string;
  readonly organiser: Party;
}): boolean {
  const reaches = useReaches(activity.unionId);
  const { holds } = useDelegated();
  return reaches || holds({ kind: 'activity', id: activity.id }) || holds(activity.organiser);
}
