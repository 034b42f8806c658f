import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  decideConsent: { signedIn: true },
  exportOwnData: { signedIn: true },
  eraseOwnData: { signedIn: true },
  /** That somebody was erased, and not who. */
  seeErasures: { roles: ['officer', 'auditor'] },
  /** For a member of one's unions, on paper. */
  filePaperErasure: { roles: ['officer'] },
  seePaperErasures: { roles: ['officer'] },
  /** Never by whoever has filed it, nor by its person. */
  decidePaperErasure: { roles: ['officer'] },
  withdrawPaperErasure: { roles: ['officer'] },
  /** At the root. */
  publishConsentText: { roles: ['officer', 'operator'] },
  /** At the root, by whoever answers for the platform. */
  keepDataBreaches: { roles: ['officer', 'operator'] },
  withdrawDataBreach: { self: true },
  seeOwnDataBreaches: { signedIn: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
