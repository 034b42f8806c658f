/** The parts of the portal that an officer works in. */
export type Area = 'activities' | 'resources' | 'money' | 'evaluation' | 'members';

/** The pages of each area, the first of which stands for it in the main navigation. */
export const areaPages = {
  activities: [
    { to: '/activities', key: 'activities' },
    { to: '/activity-series', key: 'series' },
    { to: '/co-host-invitations', key: 'invitations' },
    { to: '/letter-templates', key: 'letterTemplates' },
    { to: '/brands', key: 'brands' },
    { to: '/activity-proposals', key: 'proposals' },
  ],
  resources: [
    { to: '/offers', key: 'offers' },
    { to: '/loans', key: 'loans' },
    { to: '/needs', key: 'needs' },
    { to: '/supply-and-demand', key: 'supplyAndDemand' },
  ],
  money: [
    { to: '/cost-pools', key: 'costPools' },
    { to: '/desk', key: 'desk' },
    { to: '/confirmations', key: 'confirmations' },
    { to: '/disputes', key: 'disputes' },
    { to: '/netting-runs', key: 'nettingRuns' },
    { to: '/payments', key: 'payments' },
    { to: '/subsidies', key: 'subsidies' },
    { to: '/accounts', key: 'accounts' },
    { to: '/ledger/entries', key: 'entries' },
    { to: '/statements', key: 'statements' },
    { to: '/bookkeeping', key: 'bookkeeping' },
    { to: '/fact-checks', key: 'factChecks' },
    { to: '/budgets', key: 'budgets' },
    { to: '/disclosures', key: 'disclosures' },
    { to: '/vouchers', key: 'vouchers' },
    { to: '/fund-rule-sets', key: 'fundRules' },
    { to: '/ledger/periods', key: 'ledgerPeriods' },
  ],
  evaluation: [
    { to: '/efficacy', key: 'efficacy' },
    { to: '/efficacy-surveys', key: 'efficacySurveys' },
    { to: '/surveys', key: 'surveys' },
    { to: '/indicator-systems', key: 'indicatorSystems' },
    { to: '/figures', key: 'figures' },
    { to: '/scores', key: 'scores' },
    { to: '/rankings', key: 'rankings' },
    { to: '/recognitions', key: 'recognitions' },
    { to: '/reports', key: 'reports' },
    { to: '/tuning-reports', key: 'tuning' },
  ],
  members: [
    { to: '/members', key: 'members' },
    { to: '/unions', key: 'unions' },
    { to: '/member-imports', key: 'imports' },
    { to: '/parties', key: 'parties' },
    { to: '/intake', key: 'intake' },
    { to: '/audit', key: 'audit' },
  ],
} as const;

/** What belongs to an area beside its pages: a resource is found by the search. */
const alsoUnder: Readonly<Partial<Record<Area, readonly string[]>>> = {
  resources: ['/resources'],
  money: [
    '/subsidy-programmes',
    '/subsidy-applications',
    '/bank-statements',
    '/party-freezes',
    '/ledger',
    '/account-closures',
  ],
  evaluation: ['/survey-plans'],
};
const areas: readonly Area[] = ['activities', 'resources', 'money', 'evaluation', 'members'];

export interface MainEntry {
  readonly to: string;
  readonly key: 'home' | 'mine' | Area;
  /** The beginnings of the addresses that belong to it. */
  readonly prefixes: readonly string[];
}

/** What the main navigation holds: a worker finds three things, whoever holds an office all areas. */
export function mainEntries(holdsOffice: boolean): readonly MainEntry[] {
  const shown = holdsOffice ? areas : areas.slice(0, 1);
  return [
    { to: '/', key: 'home', prefixes: [] },
    ...shown.map((area) => ({
      to: areaPages[area][0].to,
      key: area,
      prefixes: [...areaPages[area].map(({ to }) => to), ...(alsoUnder[area] ?? [])],
    })),
    { to: '/my', key: 'mine', prefixes: ['/my', '/account'] },
  ];
}

/** Is this the entry under which the address stands? */
export function isCurrent(entry: MainEntry, pathname: string): boolean {
  if (entry.to === pathname) return true;
  return entry.prefixes.some((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`));
}
