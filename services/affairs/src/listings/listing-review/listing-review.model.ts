import type { ListingReportGround } from '@gongxiang/contracts/affairs/listings/listing-report';
import type {
  ListingReportState,
  ListingReviewDecision,
  ListingReviewState,
} from '@gongxiang/contracts/affairs/listings/listing-review.contract';
import { DomainError } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { ListingReviewRow } from './listing-review.entity.js';

/** So many different people hide a listing until an officer has looked at it. */
export const reportersToHide = 5;

/** What somebody is to a review. */
export interface ReviewRoles {
  /** Officer of the union that has published the listing or of one above, and not who has written it. */
  readonly isDecider: boolean;
  /** Officer of a union above, or of the same where there is none. */
  readonly isAbove: boolean;
}

/** To which state each decision leads, from those in which it is possible. */
const steps: Readonly<
  Record<ListingReviewDecision, Partial<Record<ListingReviewState, ListingReviewState>>>
> = {
  keep: { reported: 'kept' },
  hide: { reported: 'hidden', hiddenByReports: 'hidden' },
  show: { hiddenByReports: 'kept', hidden: 'kept' },
};

/** @throws DomainError `LISTING_REVIEW_STATE` */
export function stateAfter(state: ListingReviewState, decision: ListingReviewDecision): ListingReviewState {
  const to = steps[decision][state];
  if (to === undefined) throw new DomainError('LISTING_REVIEW_STATE');
  return to;
}

/** What a union above has hidden, only a union above shows again. */
export function isWhoDecides(
  decision: ListingReviewDecision,
  { hiddenAbove }: Pick<ListingReviewRow, 'hiddenAbove'>,
  { isDecider, isAbove }: ReviewRoles,
): boolean {
  return isDecider && (decision !== 'show' || !hiddenAbove || isAbove);
}

/** What somebody may decide now. */
export function decisionsOf(
  row: Pick<ListingReviewRow, 'state' | 'hiddenAbove'>,
  roles: ReviewRoles,
): ListingReviewDecision[] {
  return (Object.keys(steps) as ListingReviewDecision[]).filter(
    (decision) => steps[decision][row.state] !== undefined && isWhoDecides(decision, row, roles),
  );
}

/** What a decision makes of the reports that wait. */
export function reportStateAfter(state: ListingReviewState): ListingReportState {
  return state === 'hidden' ? 'upheld' : 'dismissed';
}

/** States in which an officer is waited for. */
export const openReviewStates = ['reported', 'hiddenByReports'] as const;

export function isOpen(state: ListingReviewState): boolean {
  return openReviewStates.some((one) => one === state);
}

/** @param reporters people whose reports wait: nobody counts twice, and none that were dismissed count again */
export function isHiddenBy(state: ListingReviewState, reporters: number): boolean {
  return state === 'reported' && reporters >= reportersToHide;
}

/** @throws DomainError `LISTING_REPORT_WORDS` */
export function requireWords(ground: ListingReportGround, words: string | null | undefined): void {
  if (ground === 'other' && !words?.trim())
    throw new DomainError('LISTING_REPORT_WORDS', { pointer: '/words' });
}

/** For whom a review waits. @param writtenBy who does not decide on their own */
export function awaitsOfReview(
  { id, state, unionId }: Pick<ListingReviewRow, 'id' | 'state' | 'unionId'>,
  { title, writtenBy }: { readonly title: string; readonly writtenBy: string },
): Await[] {
  if (!isOpen(state)) return [];
  return [
    {
      kind: 'listingReported',
      why: 'publishesListing',
      about: { reviewId: id },
      title,
      offices: { roles: ['officer'], unionIds: [unionId], isNearest: true, exceptIds: [writtenBy] },
    },
  ];
}
