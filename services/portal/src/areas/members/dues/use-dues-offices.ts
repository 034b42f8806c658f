import { useReaches } from '../../../session/use-may-manage.js';
import type { RoleName } from '../../../session/use-offices.js';

export const duesReaders: readonly RoleName[] = ['officer', 'finance', 'auditor'];
export const duesKeepers: readonly RoleName[] = ['officer', 'finance'];

/** May the person set rules and record payments of this union? */
export function useKeepsDues(unionId: string | undefined): boolean {
  return useReaches(unionId, duesKeepers);
}
