import type { SealedPlace } from '@gongxiang/persistence';

/** What of matters is sealed. */
export const sealedMatterPlaces: readonly SealedPlace[] = [
  {
    table: 'matter',
    contexts: {
      sealed_code: `'matter-code:' || t.id`,
      sealed_answers: `'matter-answers:' || t.id`,
      sealed_contact: `'matter-contact:' || t.id`,
      sealed_reasons: `'matter-reasons:' || t.id`,
      sealed_rating: `'matter-rating:' || t.id`,
      sealed_topic_words: `'matter-topic-words:' || t.id`,
    },
    key: { id: 'uuid' },
  },
  {
    table: 'matter_entry',
    contexts: { sealed_text: `'matter-entry:' || t.matter_id || ' ' || t.sequence` },
    key: { matter_id: 'uuid', sequence: 'integer' },
  },
  {
    table: 'matter_paper',
    contexts: {
      sealed_name: `'matter-paper-name:' || t.id`,
      sealed_opening: `'matter-paper-opening:' || t.id`,
    },
    key: { id: 'uuid' },
  },
  {
    table: 'matter_step_mark',
    contexts: { sealed_words: `'matter-step:' || t.id` },
    key: { id: 'uuid' },
  },
  {
    table: 'matter_payment',
    contexts: { sealed_payees: `'matter-payees:' || t.id` },
    key: { id: 'uuid' },
  },
  {
    table: 'occasion',
    contexts: {
      sealed_kind: `'occasion-kind:' || t.id`,
      sealed_reason: `'occasion-reason:' || t.id`,
    },
    key: { id: 'uuid' },
  },
  {
    table: 'topic_key',
    contexts: { sealed_key: `'topic-key:' || t.service_id` },
    key: { service_id: 'uuid' },
  },
];
