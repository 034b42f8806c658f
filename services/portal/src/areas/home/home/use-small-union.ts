import { useRead } from '../../../api/use-read.js';
import { useOffices } from '../../../session/use-offices.js';

/** A union with so many members has no hall and no coach of its own, and seldom more than one officer. */
const membersMax = 60;

/** The union of an officer, where it is known to be a small one; null otherwise, undefined until it is said. */
export function useSmallUnion(): string | null | undefined {
  const { unionIdsOf } = useOffices();
  const [unionId = null] = unionIdsOf('officer');
  const params = unionId === null ? undefined : { unionId };
  const { data, isError } = useRead('census', '/unions/{unionId}/statistics', params);
  if (unionId === null || isError) return null;
  if (data === undefined) return undefined;
  // Of a handful of members the statistics hold back even how many there are.
  return data.members === null || data.members <= membersMax ? unionId : null;
}
