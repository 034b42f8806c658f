import type { ResourceBlockView, ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import type { BookingRow, ResourceRow } from './resource.entity.js';

export function resourceView(row: ResourceRow): ResourceView {
  const { ownerKind, ownerId, searchTerms: _terms, createdAt: _created, ...rest } = row;
  return { ...rest, owner: { kind: ownerKind, id: ownerId } };
}

export function blockView(row: BookingRow): ResourceBlockView {
  return {
    id: row.id,
    resourceId: row.resourceId,
    from: row.startsAt.toISOString(),
    to: row.occupiedUntil.toISOString(),
    reason: row.reason ?? '',
    quantity: row.quantity ?? 1,
    pieceId: row.pieceId,
  };
}
