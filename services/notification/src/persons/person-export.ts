import type { ExportedByWord } from '@gongxiang/messaging/service';

/** What people are given of their rows in this service. */
export const personExport = {
  person_look: { day: 't.day', what: 't.what', viewer: 'NULL' },
  notice: { kind: 't.kind', title: 't.title', at: 't.created_at', readAt: 't.read_at' },
  notice_address: { kind: 't.channel', name: 't.label', at: 't.created_at', usedOn: 't.reached_at' },
} satisfies ExportedByWord;

/** SQL of the union of whoever has looked; neither is known here. */
export const viewer = 'SELECT NULL::text, NULL::text WHERE l.viewer_id IS NOT NULL';
