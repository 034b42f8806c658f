import type { NoticeAddressView } from '@gongxiang/contracts/notification/notice-address.contract';
import type { NoticeAddressRow } from './notice-address.entity.js';

export function noticeAddressViewOf(row: NoticeAddressRow): NoticeAddressView {
  const { id, channel, label, state } = row;
  return {
    id,
    channel,
    label,
    state,
    createdAt: row.createdAt.toISOString(),
    reachedAt: row.reachedAt?.toISOString() ?? null,
    failingSince: row.failingSince?.toISOString() ?? null,
  };
}
