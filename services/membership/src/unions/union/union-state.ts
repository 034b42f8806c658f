import type { SizeClassName, UnionState } from '@gongxiang/contracts/membership/membership-events';
import type { UnionRow } from './union.entity.js';
import { toldPlace } from './union.model.js';

/** What other services are told of a union; its size class is that of the firm it belongs to: see `sizeClassAt`. */
export function unionStateOf(
  row: UnionRow,
  sizeClass: SizeClassName | null,
): UnionState & Record<string, unknown> {
  const { id, version, parentId, path, name, uscc, enterpriseId, active, tier } = row;
  const place = toldPlace(row);
  return { id, version, parentId, path, name, uscc, enterpriseId, sizeClass, active, tier, place };
}
