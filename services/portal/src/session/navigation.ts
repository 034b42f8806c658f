/** A page of the navigation. Its title is that of the page itself. */
interface Entry {
  readonly to: string;
  readonly key: string;
  /** Pages of the same kind, which stand beside it as tabs. */
  readonly beside?: readonly { readonly to: string; readonly key: string }[];
  /** The beginnings of other addresses that belong to it: they are reached from its things. */
  readonly under?: readonly string[];
}

interface Group {
  readonly key: string;
  readonly pages: readonly Entry[];
}

/**
 * What an officer works with, in groups: at most nine, each of at most seven pages, so that each can be taken in at a
 * glance. Whatever else there is, is reached from the thing to which it belongs.
 */
export const groups = [
  {
    key: 'work',
    pages: [
      { to: '/', key: 'home' },
      { to: '/waiting', key: 'waiting' },
      { to: '/overview', key: 'overview' },
      { to: '/notices', key: 'notices', under: ['/notice-settings'] },
      {
        to: '/matters',
        key: 'matters',
        under: [
          '/service-items',
          '/service-handlers',
          '/my-matters',
          '/occasions',
          '/my-occasions',
          '/coverage',
          '/hardship-kinds',
        ],
      },
      {
        to: '/assignments',
        key: 'assignments',
        beside: [
          { to: '/assignments/given', key: 'assignmentsGiven' },
          { to: '/assignments/calendar', key: 'assignmentCalendar' },
        ],
        under: ['/assignment-parts'],
      },
      {
        to: '/bulletins',
        key: 'bulletins',
        beside: [
          { to: '/announcements', key: 'announcements' },
          { to: '/disclosure-items', key: 'disclosureItems' },
          { to: '/works-calls', key: 'worksCalls' },
          { to: '/vacancies', key: 'vacancies' },
          { to: '/benefits', key: 'benefits' },
          { to: '/circles', key: 'circles' },
        ],
        under: [
          '/deliveries',
          '/disclosure-board',
          '/my-disclosures',
          '/bulletin-reviews',
          '/works',
          '/my-works',
          '/judging',
          '/my-vacancy-interests',
          '/listing-reviews',
          '/circle-posts',
        ],
      },
    ],
  },
  {
    key: 'activities',
    pages: [
      { to: '/activities', key: 'activities' },
      { to: '/activity-series', key: 'series' },
      { to: '/co-host-invitations', key: 'invitations' },
      { to: '/activity-proposals', key: 'proposals' },
      { to: '/brands', key: 'brands' },
      { to: '/letter-templates', key: 'letterTemplates' },
      { to: '/fact-checks', key: 'factChecks' },
    ],
  },
  {
    key: 'resources',
    pages: [
      { to: '/offers', key: 'offers', under: ['/resources'] },
      { to: '/needs', key: 'needs' },
      { to: '/loans', key: 'loans', under: ['/party-loans'] },
      { to: '/loans/desk', key: 'handovers' },
      { to: '/loans/rule', key: 'lendingRule' },
      { to: '/mandates', key: 'mandates' },
      { to: '/supply-and-demand', key: 'supplyAndDemand', under: ['/given-and-received'] },
    ],
  },
  {
    key: 'settling',
    pages: [
      { to: '/cost-pools', key: 'costPools' },
      { to: '/desk', key: 'desk' },
      { to: '/confirmations', key: 'confirmations' },
      { to: '/disputes', key: 'disputes' },
      { to: '/netting-runs', key: 'nettingRuns', under: ['/party-freezes'] },
      {
        to: '/payments',
        key: 'payments',
        beside: [{ to: '/matter-payments', key: 'matterPayments' }],
        under: ['/bank-statements', '/payee-accounts'],
      },
      { to: '/statements', key: 'statements' },
    ],
  },
  {
    key: 'books',
    pages: [
      { to: '/accounts', key: 'accounts' },
      { to: '/ledger/entries', key: 'entries' },
      { to: '/vouchers', key: 'vouchers' },
      { to: '/bookkeeping', key: 'bookkeeping' },
      { to: '/ledger/periods', key: 'ledgerPeriods', under: ['/ledger', '/account-closures'] },
    ],
  },
  {
    key: 'plans',
    pages: [
      { to: '/budgets', key: 'budgets' },
      { to: '/subsidy-programmes', key: 'subsidies', under: ['/subsidies', '/subsidy-applications'] },
      { to: '/fund-rule-sets', key: 'fundRules' },
      { to: '/disclosures', key: 'disclosures' },
    ],
  },
  {
    key: 'evaluation',
    pages: [
      { to: '/efficacy', key: 'efficacy' },
      { to: '/scores', key: 'scores', under: ['/score-batches'] },
      { to: '/rankings', key: 'rankings', beside: [{ to: '/recognitions', key: 'recognitions' }] },
      {
        to: '/surveys',
        key: 'surveys',
        beside: [
          { to: '/efficacy-surveys', key: 'efficacySurveys' },
          { to: '/votes', key: 'votes' },
        ],
        under: ['/survey-plans'],
      },
      { to: '/figures', key: 'figures' },
      {
        to: '/indicator-systems',
        key: 'indicatorSystems',
        beside: [{ to: '/tuning-reports', key: 'tuning' }],
        under: ['/tuning-jobs'],
      },
      { to: '/reports', key: 'reports' },
    ],
  },
  {
    key: 'members',
    pages: [
      {
        to: '/members',
        key: 'members',
        beside: [
          { to: '/records', key: 'records' },
          { to: '/visits', key: 'visits' },
          { to: '/talents', key: 'talents' },
          { to: '/courses', key: 'courses' },
          { to: '/member-merges', key: 'merges' },
        ],
        under: ['/served-members', '/erasures', '/paper-erasures', '/data-breaches'],
      },
      { to: '/applications', key: 'applications' },
      { to: '/invitations', key: 'joinInvitations' },
      { to: '/member-imports', key: 'imports' },
      { to: '/membership-transfers', key: 'transfers' },
      { to: '/corrections', key: 'corrections' },
      { to: '/dues', key: 'dues' },
    ],
  },
  {
    key: 'unions',
    pages: [
      {
        to: '/unions',
        key: 'unions',
        under: ['/groups', '/contact-points', '/union-transfers', '/union-closings', '/committee-elections'],
      },
      { to: '/parties', key: 'parties' },
      { to: '/union-foundings', key: 'unionFoundings' },
      { to: '/pending-changes', key: 'pendingChanges' },
      { to: '/census', key: 'census' },
      { to: '/audit', key: 'audit' },
    ],
  },
] as const satisfies readonly Group[];

export type GroupKey = (typeof groups)[number]['key'];
type MainPage = (typeof groups)[number]['pages'][number];
type PageBeside = Extract<MainPage, { readonly beside: unknown }>['beside'][number];
export type PageKey = MainPage['key'] | PageBeside['key'];

export interface NavigationPage {
  readonly to: string;
  readonly key: PageKey;
}

export interface NavigationGroup {
  readonly key: GroupKey;
  readonly pages: readonly (NavigationPage &
    Pick<Entry, 'under'> & { readonly beside?: readonly NavigationPage[] })[];
}

const navigation: readonly NavigationGroup[] = groups;

/** Where an address belongs. */
interface Standing {
  readonly group: NavigationGroup;
  /** The page of the navigation that is marked. */
  readonly page: NavigationGroup['pages'][number];
}

/** The group and the page to which an address belongs; null for pages that are everybody's own, like the account. */
export function standingOf(pathname: string): Standing | null {
  const found = navigation.flatMap((group) =>
    group.pages.map((page) => ({ group, page, length: matchLength(page, pathname) })),
  );
  const best = found.reduce((one, other) => (other.length > one.length ? other : one));
  return best.length === 0 ? null : best;
}

/** How much of the address the best beginning covers: `/ledger/entries/1` is an entry's, though `/ledger` is another's. */
function matchLength(
  { to, beside = [], under = [] }: NavigationGroup['pages'][number],
  pathname: string,
): number {
  const beginnings = [to, ...beside.map((page) => page.to), ...under];
  return Math.max(...beginnings.map((beginning) => (isWithin(pathname, beginning) ? beginning.length : 0)));
}

function isWithin(pathname: string, beginning: string): boolean {
  return pathname === beginning || (beginning !== '/' && pathname.startsWith(`${beginning}/`));
}

/** All pages of the navigation, those beside others too. */
export const navigationPages: readonly (NavigationPage & { readonly group: GroupKey })[] = navigation.flatMap(
  ({ key: group, pages }) =>
    pages.flatMap(({ to, key, beside = [] }) => [{ to, key }, ...beside].map((page) => ({ ...page, group }))),
);

interface Place {
  readonly to: string;
  readonly key: 'home' | 'activities' | 'services' | 'notices' | 'mine';
  /** The beginnings of the addresses that belong to it. */
  readonly prefixes: readonly string[];
}

const servicePrefixes = [
  '/talents',
  '/courses',
  '/vacancies',
  '/my-vacancy-interests',
  '/benefits',
  '/bulletins',
  '/my-disclosures',
  '/works-calls',
  '/works',
  '/my-works',
  '/judging',
  '/circles',
  '/circle-posts',
  '/offers',
  '/resources',
  '/needs',
  '/loans',
  '/parties',
  '/disclosures',
];

/** The places of a worker, along the bottom of a phone. */
export const workerPlaces: readonly Place[] = [
  { to: '/', key: 'home', prefixes: [] },
  { to: '/activities', key: 'activities', prefixes: ['/activities'] },
  { to: '/services', key: 'services', prefixes: ['/services', ...servicePrefixes] },
  { to: '/notices', key: 'notices', prefixes: ['/notices', '/notice-settings'] },
  { to: '/my', key: 'mine', prefixes: ['/my', '/my-records', '/records', '/my-visits', '/account'] },
];

/** Those of an officer on a phone, who has the whole navigation beside them instead of the services. */
export const officerPlaces: readonly Place[] = workerPlaces.filter(({ key }) => key !== 'services');

/** Does the address belong to this place? */
export function isAt({ to, prefixes }: Place, pathname: string): boolean {
  return to === pathname || prefixes.some((prefix) => isWithin(pathname, prefix));
}
