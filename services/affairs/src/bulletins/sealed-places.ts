import type { SealedPlace } from '@gongxiang/persistence';

/** What of reports on bulletins is sealed. */
export const sealedBulletinPlaces: readonly SealedPlace[] = [
  {
    table: 'bulletin_report',
    contexts: { sealed_words: `'bulletin-report:' || t.id` },
    key: { id: 'uuid' },
  },
];
