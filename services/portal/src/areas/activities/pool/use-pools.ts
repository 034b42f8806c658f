import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';

export type Pool = components['schemas']['PoolView'];
export type PoolChange = components['schemas']['ChangePoolBody'];

export function usePools(activityId: string) {
  return useRead('pool', '/activities/{activityId}/pools', { activityId });
}
