import type { GrantView, ResourceBlockView, ResourceView } from '@gongxiang/contracts';
import type { BookingRow, GrantRow, ResourceRow } from './resource.entity.js';

export function resourceView(row: ResourceRow): ResourceView {
  const { ownerKind, ownerId, searchTerms: _terms, createdAt: _created, ...rest } = row;
  return { ...rest, owner: { kind: ownerKind, id: ownerId } };
}

export function grantView(row: GrantRow): GrantView {
  return {
    id: row.id,
    version: row.version,
    resourceId: row.resourceId,
    to: { kind: row.granteeKind, unionId: row.granteeUnionId, sizeClass: row.granteeSizeClass },
    from: row.validFrom.toISOString(),
    until: row.validUntil.toISOString(),
    approval: row.approval,
    price: { kind: row.priceKind, text: row.priceText },
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
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
