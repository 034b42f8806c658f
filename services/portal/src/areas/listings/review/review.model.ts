import type { components } from '../../../api/schema.js';

export type Review = components['schemas']['ListingReviewView'];
export type ReviewLine = components['schemas']['ListingReviewLine'];
export type ReportGround = Review['grounds'][number];

export const reportGrounds = [
  'fee',
  'untrue',
  'expired',
  'discrimination',
  'other',
] as const satisfies readonly ReportGround[];

export const wordsMax = 500;

/** The page of what was reported. */
export function listingPath({ kind, listingId }: Pick<ReviewLine, 'kind' | 'listingId'>): string {
  return kind === 'vacancy' ? `/vacancies/${listingId}` : `/benefits/${listingId}`;
}
