import type { SealedPlace } from '@gongxiang/persistence';

/** What people say about themselves when they are interested in a vacancy, and what they report. */
export const sealedListingPlaces: readonly SealedPlace[] = [
  {
    table: 'vacancy_interest',
    contexts: {
      sealed_name: `'vacancy-interest-name:' || t.id`,
      sealed_words: `'vacancy-interest-words:' || t.id`,
      sealed_phone: `'vacancy-interest-phone:' || t.id`,
    },
    key: { id: 'uuid' },
  },
  {
    table: 'listing_report',
    contexts: { sealed_words: `'listing-report:' || t.id` },
    key: { id: 'uuid' },
  },
];
