import type { Activity } from '../activity/activity-form.js';
import type { NamedParty } from '../../../session/party-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { type CoHost, useCoHosts } from './use-co-hosts.js';

/** Whether the person speaks for the party of an invitation, as far as the page knows. */
export function useSpeaksFor(): (coHost: Pick<CoHost, 'party' | 'unionId'>) => boolean {
  const { data: me } = useMe();
  const { unionIdsOf } = useOffices();
  const own = unionIdsOf('officer', 'organiser');
  return ({ party, unionId }) =>
    own.includes(unionId) || (party.kind === 'person' && party.id === me?.personId);
}

/** The hosts of an activity for which the person acts, the organiser first. */
export function useOwnHosts({ id, organiser }: Activity, mayManage: boolean): readonly NamedParty[] {
  const coHosts = useCoHosts(id);
  const speaksFor = useSpeaksFor();
  const joined = (coHosts.data?.items ?? []).filter(({ state }) => state === 'accepted');
  return [...(mayManage ? [organiser] : []), ...joined.filter(speaksFor).map(({ party }) => party)];
}
