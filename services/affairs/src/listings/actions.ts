import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  manageVacancies: { roles: ['officer'] },
  seeVacancies: { signedIn: true },
  /** Says that one is interested, or takes it back. */
  sendInterest: { signedIn: true },
  /** Of the very union that has published the vacancy, see `VacancyInterestService`. */
  answerInterests: { roles: ['officer'] },
  manageBenefits: { roles: ['officer'] },
  seeBenefits: { signedIn: true },
  /** What is for them, see `ListingReviewService`. */
  reportListing: { signedIn: true },
  /** Of the union that has published it, or above. */
  decideOnListings: { roles: ['officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
