/** The parts of the portal that an officer works in. */
export type Area = 'activities' | 'resources' | 'money' | 'evaluation' | 'members';

/**
 * The pages of each area, the first of which represents it in the main navigation. Where they are many, those with the
 * same purpose form a group, which has a name.
 */
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
    { to: '/cost-pools', key: 'costPools', group: 'settling' },
    { to: '/desk', key: 'desk', group: 'settling' },
    { to: '/confirmations', key: 'confirmations', group: 'settling' },
    { to: '/disputes', key: 'disputes', group: 'settling' },
    { to: '/netting-runs', key: 'nettingRuns', group: 'settling' },
    { to: '/payments', key: 'payments', group: 'settling' },
    { to: '/accounts', key: 'accounts', group: 'books' },
    { to: '/ledger/entries', key: 'entries', group: 'books' },
    { to: '/statements', key: 'statements', group: 'books' },
    { to: '/vouchers', key: 'vouchers', group: 'books' },
    { to: '/bookkeeping', key: 'bookkeeping', group: 'books' },
    { to: '/fact-checks', key: 'factChecks', group: 'books' },
    { to: '/ledger/periods', key: 'ledgerPeriods', group: 'books' },
    { to: '/budgets', key: 'budgets', group: 'plans' },
    { to: '/subsidies', key: 'subsidies', group: 'plans' },
    { to: '/fund-rule-sets', key: 'fundRules', group: 'plans' },
    { to: '/disclosures', key: 'disclosures', group: 'plans' },
  ],
  evaluation: [
    { to: '/efficacy', key: 'efficacy', group: 'results' },
    { to: '/scores', key: 'scores', group: 'results' },
    { to: '/rankings', key: 'rankings', group: 'results' },
    { to: '/recognitions', key: 'recognitions', group: 'results' },
    { to: '/reports', key: 'reports', group: 'results' },
    { to: '/surveys', key: 'surveys', group: 'asking' },
    { to: '/efficacy-surveys', key: 'efficacySurveys', group: 'asking' },
    { to: '/figures', key: 'figures', group: 'asking' },
    { to: '/indicator-systems', key: 'indicatorSystems', group: 'measuring' },
    { to: '/tuning-reports', key: 'tuning', group: 'measuring' },
  ],
  members: [
    { to: '/members', key: 'members' },
    { to: '/applications', key: 'applications' },
    { to: '/union-foundings', key: 'unionFoundings' },
    { to: '/invitations', key: 'joinInvitations' },
    { to: '/unions', key: 'unions' },
    { to: '/census', key: 'census' },
    { to: '/dues', key: 'dues' },
    { to: '/member-imports', key: 'imports' },
    { to: '/membership-transfers', key: 'transfers' },
    { to: '/corrections', key: 'corrections' },
    { to: '/member-merges', key: 'merges' },
    { to: '/parties', key: 'parties' },
    { to: '/pending-changes', key: 'pendingChanges' },
    { to: '/intake', key: 'intake' },
    { to: '/announcements', key: 'announcements' },
    { to: '/audit', key: 'audit' },
  ],
} as const;

interface AreaPage {
  readonly to: string;
  readonly key: (typeof areaPages)[Area][number]['key'];
  readonly group?: (typeof areaPages)['money' | 'evaluation'][number]['group'];
}

/** The pages of an area by group, in their order; one group without a name where there are no groups. */
export function areaGroups(area: Area): readonly (readonly AreaPage[])[] {
  const groups = new Map<string | undefined, AreaPage[]>();
  for (const page of areaPages[area] as readonly AreaPage[]) {
    groups.set(page.group, [...(groups.get(page.group) ?? []), page]);
  }
  return [...groups.values()];
}

/** Addresses that belong to an area but are none of its pages: a resource, for example, is found by the search. */
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
  members: ['/deliveries'],
};
const areas: readonly Area[] = ['activities', 'resources', 'money', 'evaluation', 'members'];

interface MainEntry {
  readonly to: string;
  readonly key: 'home' | 'mine' | Area;
  /** The beginnings of the addresses that belong to it. */
  readonly prefixes: readonly string[];
}

/** The entries of the main navigation: three for a worker, all areas for a person with a role. */
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

/** Does the address belong to this entry? */
export function isCurrent(entry: MainEntry, pathname: string): boolean {
  if (entry.to === pathname) return true;
  return entry.prefixes.some((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`));
}
