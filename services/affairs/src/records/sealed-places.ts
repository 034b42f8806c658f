import type { SealedPlace } from '@gongxiang/persistence';

/** What of a record is sealed. */
export const sealedRecordPlaces: readonly SealedPlace[] = [
  {
    table: 'person_record',
    contexts: {
      sealed_number: `'record-number:' || t.id`,
      sealed_reason: `'record-reason:' || t.id`,
      sealed_name: `'record-name:' || t.id`,
    },
    key: { id: 'uuid' },
  },
  {
    table: 'visit',
    contexts: {
      sealed_reason: `'visit-reason:' || t.id`,
      sealed_brought: `'visit-brought:' || t.id`,
      sealed_amount: `'visit-amount:' || t.id`,
      sealed_found: `'visit-found:' || t.id`,
      sealed_promise: `'visit-promise:' || t.id`,
      sealed_outcome: `'visit-outcome:' || t.id`,
      sealed_withdrawal: `'visit-withdrawal:' || t.id`,
    },
    key: { id: 'uuid' },
  },
  { table: 'course_taking', contexts: { sealed_name: `'course-name:' || t.id` }, key: { id: 'uuid' } },
];
