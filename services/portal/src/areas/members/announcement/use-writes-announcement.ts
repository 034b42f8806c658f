import { useRead } from '../../../api/use-read.js';
import { useDelegated } from '../../../session/use-delegated.js';
import { useReaches } from '../../../session/use-may-manage.js';
import type { Announcement } from './announcement.model.js';

const listMax = 200;

/** Officers of the union, whoever acts for the club that writes, and the leader of the group that does. */
export function useWritesAnnouncement({
  unionId,
  writer,
  audience,
}: Pick<Announcement, 'unionId' | 'writer' | 'audience'>): boolean {
  const reaches = useReaches(unionId, ['officer']);
  const { holds } = useDelegated();
  const led = useRead('group', '/me/groups', writer === 'group' ? { limit: listMax } : undefined);
  if (reaches || writer === 'union') return reaches;
  return writer === 'club' ? holds(audience) : (led.data?.items ?? []).some(({ id }) => id === audience.id);
}
