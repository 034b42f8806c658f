import type { LinkedAccountView } from '@gongxiang/contracts/membership/access/bridge.contract';
import type { LinkedAccountRow } from './linked-account.entity.js';

export function linkedAccountView({
  id,
  bridge,
  createdAt,
  usedAt,
  origin,
}: LinkedAccountRow): LinkedAccountView {
  return {
    id,
    bridge,
    createdAt: createdAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
    from: origin,
  };
}
