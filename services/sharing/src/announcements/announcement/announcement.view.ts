import type { AnnouncementView } from '@gongxiang/contracts/sharing/announcements/announcement.contract';
import type { AnnouncementRow } from './announcement.entity.js';

/** What the things that an announcement names are called. */
export type AnnouncementNames = Pick<AnnouncementView, 'unionName' | 'audienceName' | 'activityTitle'>;

export function audienceOf({
  audienceKind: kind,
  audienceId: id,
  audienceDays: days,
}: AnnouncementRow): AnnouncementView['audience'] {
  return { kind, id, days };
}

const unknown: AnnouncementNames = { unionName: '', audienceName: '', activityTitle: null };

export function announcementViewOf(row: AnnouncementRow, names = unknown): AnnouncementView {
  const { id, version, unionId, writer, title, text, urgency, activityId, state, recipients, sent } = row;
  return {
    id,
    version,
    unionId,
    writer,
    title,
    text,
    audience: audienceOf(row),
    urgency,
    activityId,
    ...names,
    state,
    sendAt: row.sendAt?.toISOString() ?? null,
    recipients,
    sent,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  };
}
