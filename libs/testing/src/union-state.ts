import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { newId } from '@gongxiang/domain';

/** A new union as membership publishes it, for the tests of consuming services. */
export function unionState(path: string, change: Partial<UnionState> = {}): UnionState {
  return {
    id: newId(),
    version: 1,
    parentId: null,
    path,
    name: `工会 ${path}`,
    uscc: null,
    enterpriseId: null,
    sizeClass: 'small',
    active: true,
    ...change,
  };
}
