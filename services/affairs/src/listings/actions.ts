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
} as const satisfies Readonly<Record<string, ActionRule>>;
