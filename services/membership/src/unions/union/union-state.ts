import type { SizeClassName, UnionState } from '@gongxiang/contracts/membership/membership-events';
import type { UnionRow } from './union.entity.js';
import { placeOf } from './union.model.js';

/** The published state of a union; its size class is that of its firm: see `sizeClassAt`. */
export function unionStateOf(
  row: UnionRow,
  sizeClass: SizeClassName | null,
): UnionState & Record<string, unknown> {
  const { id, version, parentId, path, name, uscc, enterpriseId, active, tier } = row;
  const place = placeOf(row);
  return { id, version, parentId, path, name, uscc, enterpriseId, sizeClass, active, tier, place };
}
