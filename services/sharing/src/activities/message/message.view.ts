import type { MessageView } from '@gongxiang/contracts/sharing/activities/message.contract';
import type { MessageRow } from './message.entity.js';

export function messageViewOf(row: MessageRow): MessageView {
  const { id, version, activityId, subject, text, filter, state, total, sent } = row;
  return {
    id,
    version,
    activityId,
    subject,
    text,
    filter,
    state,
    total,
    sent,
    // The service that keeps the inboxes knows; the gateway asks it.
    read: null,
    createdAt: row.createdAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  };
}
