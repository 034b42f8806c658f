import type { SealedPlace } from '@gongxiang/persistence';

/** What of circles is sealed. */
export const sealedCirclePlaces: readonly SealedPlace[] = [
  {
    table: 'circle_member',
    contexts: {
      sealed_name: `'circle-member-name:' || t.id`,
      sealed_reason: `'circle-member-reason:' || t.id`,
    },
    key: { id: 'uuid' },
  },
  {
    table: 'circle_post',
    contexts: {
      sealed_title: `'circle-post-title:' || t.id`,
      sealed_text: `'circle-post-text:' || t.id`,
      sealed_reason: `'circle-post-reason:' || t.id`,
      sealed_appeal: `'circle-post-appeal:' || t.id`,
      sealed_refusal: `'circle-post-refusal:' || t.id`,
    },
    key: { id: 'uuid' },
  },
  {
    table: 'circle_report',
    contexts: { sealed_words: `'circle-report-words:' || t.id` },
    key: { id: 'uuid' },
  },
];
