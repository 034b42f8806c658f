import type { SealedPlace } from '@gongxiang/persistence';

/** What of reports on bulletins, and of comments on them, is sealed. */
export const sealedBulletinPlaces: readonly SealedPlace[] = [
  {
    table: 'bulletin_report',
    contexts: { sealed_words: `'bulletin-report:' || t.id` },
    key: { id: 'uuid' },
  },
  {
    table: 'bulletin_comment',
    contexts: {
      sealed_text: `'bulletin-comment-text:' || t.id`,
      sealed_reason: `'bulletin-comment-reason:' || t.id`,
      sealed_appeal: `'bulletin-comment-appeal:' || t.id`,
      sealed_refusal: `'bulletin-comment-refusal:' || t.id`,
    },
    key: { id: 'uuid' },
  },
  {
    table: 'bulletin_comment_report',
    contexts: { sealed_words: `'bulletin-comment-report:' || t.id` },
    key: { id: 'uuid' },
  },
];
