import { complaintServiceId } from '@gongxiang/domain/complaints';
import { Client } from '../demo/tools/client.js';
import { drawTitles } from '../demo/steps/draw.js';
import { neighbourTitles } from '../demo/steps/neighbours.js';
import { queuedTitle } from '../demo/steps/queue.js';
import { giveAwayTitle } from '../demo/steps/give-away.js';
import { askedTitles } from '../demo/steps/sign-up-form.js';
import { efficacySurveyPages } from './efficacy-survey-pages.js';
import { judgingPages } from './judging-pages.js';
import { bulletinPages } from './bulletin-pages.js';
import { assignmentPages } from './assignment-pages.js';
import { recordPages } from './record-pages.js';
import { listingPages } from './listing-pages.js';
import { coursePages } from './course-pages.js';
import { disclosureItemPages } from './disclosure-item-pages.js';
import { matterPages } from './matter-pages.js';
import { moneyPages } from './money-pages.js';
import { type FindFirst, pagesAs, type PortalPage, signInAs } from './portal-page.js';
import { poolLifePages } from './pool-life-pages.js';
import { resourcePages } from './resource-pages.js';
import { subsidyPages } from './subsidy-pages.js';
import { circlePages } from './circle-pages.js';
import { worksPages } from './works-pages.js';
import { votePages } from './vote-pages.js';

interface Editions {
  readonly items: readonly { readonly activityId: string }[];
}

interface Items {
  readonly items: readonly { readonly id: string }[];
}

/** Every page of the portal with something to show, found in a network that the demo has loaded. */
export async function portalPages(gatewayUrl: string): Promise<PortalPage[]> {
  const { accessToken } = await signInAs(gatewayUrl, 'officer');
  const officer = new Client(gatewayUrl).as({ accessToken });
  const first = async (path: string): Promise<string> => {
    const { items } = await officer.get<Items>(path);
    const [one] = items;
    if (one === undefined) throw new Error(`the demo network has nothing at ${path}`);
    return one.id;
  };
  const open = await first('/activities?state=published&limit=1');
  const closed = await first(`/activities?state=closed&limit=1&q=${encodeURIComponent('亲子工厂游')}`);
  const young = await first(`/activities?state=published&limit=1&q=${encodeURIComponent('青年')}`);
  const union = await first('/unions?limit=1');
  return [
    ...pagesAs('nobody', {
      front: '/',
      'sign-in': '/sign-in',
      'sign-in-return': '/sign-in/return/wecom',
      activation: '/activate',
      'password-reset': '/reset-password',
      'public-union': `/public/unions/${union}`,
      'public-activity': `/public/activities/${open}`,
      'public-album': `/public/activities/${closed}/album`,
      'verify-letter': '/verify',
      join: '/join',
      'join-status': '/join/status',
      found: '/found',
      'found-status': '/found/status',
      act: '/acts/q3Zt0S2yTq2v8yYw',
      'stop-notices': '/stop-notices/q3Zt0S2yTq2v8yYw',
      'wechat-return': `/notice-settings/wechat?code=071Abc&state=${'0'.repeat(96)}`,
      'stop-phone-change': '/stop-phone-change/q3Zt0S2yTq2v8yYw',
      'erasure-receipt': '/erasures/q3Zt0S2yTq2v8yYwAAbb',
      'join-invitation': `/join/${await tokenOf(officer)}`,
    }),
    ...workerPages(open),
    ...pagesAs('worker', {
      'worker-not-eligible': `/activities/${young}`,
      'worker-neighbours': `/activities/${await first(`/activities?state=published&limit=1&q=${encodeURIComponent(neighbourTitles.match)}`)}`,
      'worker-club': `/parties/clubs/${await first('/clubs?limit=1')}`,
      'worker-album': `/activities/${closed}/album`,
      'worker-data-breach': `/account/data-breaches/${await first('/data-breaches?limit=1')}`,
    }),
    ...(await activityPages(first, open, closed)),
    ...(await drawPages(first)),
    ...(await queuePages(first)),
    ...(await helperPages(open, officer)),
    ...(await giveAwayPages(first, officer)),
    ...(await askedPages(first)),
    ...(await brandPages(first, officer)),
    ...(await resourcePages(first, officer)),
    ...(await moneyPages(first, officer)),
    ...(await poolLifePages(officer)),
    ...(await subsidyPages(first)),
    ...(await evaluationPages(first)),
    ...(await judgingPages(first, officer)),
    ...(await efficacySurveyPages(first)),
    ...(await votePages(first)),
    ...(await memberPages(first, union)),
    ...(await matterPages(gatewayUrl, first)),
    ...(await bulletinPages(first)),
    ...disclosureItemPages,
    ...(await assignmentPages(first)),
    ...(await recordPages(first)),
    ...(await worksPages(first)),
    ...(await circlePages(first)),
    ...(await coursePages(first)),
    ...(await listingPages(first)),
  ];
}

function workerPages(open: string): PortalPage[] {
  return pagesAs('worker', {
    'worker-home': '/',
    'worker-activities': '/activities',
    'worker-activity': `/activities/${open}`,
    'worker-services': '/services',
    'worker-my': '/my',
    'worker-notices': '/notices',
    'worker-card': '/my/card',
    'worker-account': '/account',
    'worker-notice-settings': '/account/notices',
    'worker-family': '/account/family',
    'worker-data': '/account/data',
    'worker-erasure': '/account/erasure',
    'worker-complaint': `/services/${complaintServiceId}?page=/activities`,
  });
}

async function activityPages(first: FindFirst, open: string, closed: string): Promise<PortalPage[]> {
  return pagesAs('officer', {
    home: '/',
    waiting: '/waiting',
    account: '/account',
    'sign-in-policy': '/sign-in-policy',
    'consent-texts': '/consent-texts',
    'own-data': '/account/data',
    'own-erasure': '/account/erasure',
    erasures: '/erasures',
    'paper-erasures': '/paper-erasures',
    'paper-erasure': `/paper-erasures/${await first('/paper-erasures?limit=1')}`,
    'data-breaches': '/data-breaches',
    'new-data-breach': '/data-breaches/new',
    'data-breach': `/data-breaches/${await first('/data-breaches?limit=1')}`,
    activities: '/activities',
    activity: `/activities/${open}`,
    'new-activity': '/activities/new',
    'edit-activity': `/activities/${open}/edit`,
    organise: `/activities/${open}/organise`,
    'activity-life': `/activities/${open}/life`,
    'archived-life': `/activities/${await first('/activities?phase=archived&limit=1')}/life`,
    agreement: `/activities/${closed}/agreement`,
    registrations: `/activities/${open}/registrations`,
    rehearsal: `/activities/${open}/rehearsal`,
    'check-in': `/activities/${closed}/check-in`,
    'open-door': `/activities/${open}/check-in`,
    'door-links': `/activities/${open}/door-links`,
    delegations: `/activities/${open}/delegations`,
    attendance: `/activities/${closed}/attendance`,
    'no-shows': `/activities/${closed}/no-shows`,
    'attendance-corrections': `/activities/${closed}/attendance-corrections`,
    attachments: `/activities/${closed}/attachments`,
    album: `/activities/${closed}/album`,
    invitations: '/co-host-invitations',
    'letter-templates': '/letter-templates',
    telling: `/activities/${open}/telling`,
    'telling-letters': `/activities/${closed}/telling`,
    'series-list': '/activity-series',
    series: `/activity-series/${await first('/activity-series?limit=1')}`,
  });
}

/** Activities whose seats are drawn: one that is, and one that may still be entered. */
async function drawPages(first: FindFirst): Promise<PortalPage[]> {
  const named = (title: string): Promise<string> =>
    first(`/activities?state=published&limit=1&q=${encodeURIComponent(title)}`);
  const [drawn, open] = [await named(drawTitles.drawn), await named(drawTitles.open)];
  return [
    ...pagesAs('worker', {
      'drawn-activity': `/activities/${drawn}`,
      'draw-proof': `/draws/${await first(`/activities/${drawn}/draws`)}/proof`,
      'draw-to-enter': `/activities/${open}`,
    }),
    ...pagesAs('officer', { 'organise-draw': `/activities/${open}/organise` }),
  ];
}

/** An announced activity that people queue for before it opens. */
async function queuePages(first: FindFirst): Promise<PortalPage[]> {
  const queued = await first(`/activities?state=published&limit=1&q=${encodeURIComponent(queuedTitle)}`);
  return [
    ...pagesAs('worker', { 'queue-to-join': `/activities/${queued}`, queue: `/activities/${queued}/queue` }),
    ...pagesAs('officer', { 'queue-settings': `/activities/${queued}/queue/settings` }),
  ];
}

/** What a helper at a door opens; the address is shown once, so it is a new one. */
async function helperPages(open: string, officer: Client): Promise<PortalPage[]> {
  const path = `/activities/${open}/door-links`;
  const { address } = await officer.post<{ readonly address: string | null }>(path, { name: '北门' });
  return pagesAs('nobody', { 'door-helper': address ?? '' });
}

/** Tickets that are given away, and a counter of the merchant: its address is shown once, so it is a new one. */
async function giveAwayPages(first: FindFirst, officer: Client): Promise<PortalPage[]> {
  const id = await first(`/activities?state=published&limit=1&q=${encodeURIComponent(giveAwayTitle)}`);
  const path = `/activities/${id}/redeeming-points`;
  const { address } = await officer.post<{ readonly address: string | null }>(path, { name: '三号售票台' });
  return [
    ...pagesAs('nobody', { redeem: address ?? '' }),
    ...pagesAs('worker', { 'given-away': `/activities/${id}` }),
    ...pagesAs('officer', { 'give-away': `/activities/${id}/give-away` }),
  ];
}

/** An activity that asks questions at sign-up, and an evening after which people choose each other in secret. */
async function askedPages(first: FindFirst): Promise<PortalPage[]> {
  const named = (title: string): Promise<string> =>
    first(`/activities?state=published&limit=1&q=${encodeURIComponent(title)}`);
  const [hike, evening] = [await named(askedTitles.hike), await named(askedTitles.evening)];
  return [
    ...pagesAs('worker', {
      'asked-activity': `/activities/${hike}`,
      'mutual-interest': `/activities/${evening}/mutual-interest`,
    }),
    ...pagesAs('officer', {
      'organise-asked': `/activities/${hike}/organise`,
      answers: `/activities/${hike}/answers`,
    }),
  ];
}

/** A brand with its editions, one of these with its credit, and what a worker has proposed. */
async function brandPages(first: FindFirst, officer: Client): Promise<PortalPage[]> {
  const brand = await first('/brands?sort=editions&limit=1');
  const editions = await officer.get<Editions>(`/brands/${brand}/editions?limit=1`);
  const waiting = await officer.get<Editions>('/activity-proposals?waitingForMe=true&limit=1');
  const proposal = waiting.items[0]?.activityId ?? '';
  return [
    ...pagesAs('officer', {
      brands: '/brands',
      brand: `/brands/${brand}`,
      'edition-of-a-brand': `/activities/${editions.items[0]?.activityId ?? ''}`,
      proposals: '/activity-proposals',
      proposal: `/activities/${proposal}`,
    }),
    ...pagesAs('worker', { propose: '/activities/propose', 'own-proposal': `/activities/${proposal}` }),
  ];
}

async function evaluationPages(first: FindFirst): Promise<PortalPage[]> {
  const system = await first('/indicator-systems?state=published&limit=1');
  const nextName = encodeURIComponent('共建共享机制效能评价');
  const next = await first(`/indicator-systems?state=draft&limit=1&q=${nextName}`);
  return pagesAs('officer', {
    efficacy: '/efficacy',
    'indicator-systems': '/indicator-systems',
    'new-indicator-system': '/indicator-systems/new',
    'indicator-system': `/indicator-systems/${system}`,
    'indicator-system-draft': `/indicator-systems/${next}`,
    'indicator-system-comparison': `/indicator-systems/${next}/compare?against=${system}`,
    'new-indicator-system-from-template': '/indicator-systems/new?with=clubGrading',
    figures: '/figures',
    weights: `/indicator-systems/${system}/weights`,
    'weight-version': `/weight-versions/${await first(`/indicator-systems/${system}/weight-versions?limit=1`)}`,
    surveys: '/surveys',
    'survey-plans': '/survey-plans',
    survey: `/surveys/${await first('/surveys?state=closed&limit=1')}`,
    scores: '/scores',
    score: `/scores/${await first('/scores?limit=1')}`,
    'new-score': '/scores/new',
    'score-batches': '/score-batches',
    rankings: '/rankings',
    ranking: `/rankings/${await first('/rankings?limit=1')}`,
    'new-ranking': '/rankings/new',
    recognise: `/rankings/${await first('/rankings?limit=1')}/recognise`,
    recognitions: '/recognitions',
    'verify-recognition': '/recognitions/verify',
    reports: '/reports',
    reach: '/reports/reach',
    'tuning-job': `/tuning-jobs/${await first('/tuning-jobs?limit=1')}`,
    'tuning-reports': '/tuning-reports',
    'tuning-report': `/tuning-reports/${await first('/tuning-reports?limit=1')}`,
  });
}

async function memberPages(first: FindFirst, union: string): Promise<PortalPage[]> {
  const heavy = await first(`/unions?q=${encodeURIComponent('江城重工工会')}`);
  return pagesAs('officer', {
    members: '/members',
    applications: '/applications',
    application: `/applications/${await first('/applications?limit=1')}`,
    'union-foundings': '/union-foundings',
    'union-founding': `/union-foundings/${await first('/union-foundings?state=filed&limit=1')}`,
    'union-founded': `/union-foundings/${await first('/union-foundings?state=founded&limit=1')}`,
    invitations: '/invitations',
    member: `/members/${await first('/members?limit=1')}`,
    'registration-forms': `/registration-forms?member=${await first('/members?limit=1')}`,
    unions: '/unions',
    union: `/unions/${union}`,
    census: '/census',
    overview: '/overview',
    dues: '/dues',
    'dues-receipts': '/dues/receipts',
    'dues-lapses': '/dues/lapses',
    'member-dues': `/members/${await first('/members?limit=1')}/dues`,
    groups: `/groups?union=${union}`,
    group: `/groups/${await first(`/unions/${heavy}/groups?limit=1`)}`,
    'served-members': '/served-members',
    'verify-card': '/verify-card',
    'contact-points': '/contact-points',
    'contact-point': `/contact-points/${await first('/contact-points?limit=1')}`,
    'union-transfers': '/union-transfers',
    'union-transfer': `/union-transfers/${await first('/union-transfers?limit=1')}`,
    'union-merger': `/unions/${union}/merger`,
    committees: `/unions/${heavy}/committees`,
    'committee-elections': '/committee-elections',
    'committee-election': `/committee-elections/${await first('/committee-elections?limit=1')}`,
    'union-closings': '/union-closings',
    'union-closing': `/union-closings/${await first('/union-closings?limit=1')}`,
    'pending-changes': '/pending-changes',
    transfers: '/membership-transfers',
    transfer: `/membership-transfers/${await first('/membership-transfers?limit=1')}`,
    corrections: '/corrections',
    correction: `/corrections/${await first('/corrections?limit=1')}`,
    'member-merges': '/member-merges',
    'merge-candidates': '/member-merges/candidates',
    'new-merge': '/member-merges/new',
    'member-merge': `/member-merges/${await first('/member-merges?limit=1')}`,
    imports: '/member-imports',
    'new-import': '/member-imports/new',
    import: `/member-imports/${await first(`/member-imports?union=${heavy}&limit=1`)}`,
    parties: '/parties',
    clubs: '/parties?kind=club',
    enterprise: `/parties/enterprises/${await first('/enterprises?limit=1')}`,
    organisation: `/parties/organisations/${await first('/organisations?limit=1')}`,
    club: `/parties/clubs/${await first('/clubs?limit=1')}`,
    announcements: '/announcements',
    'new-announcement': '/announcements/new',
    announcement: `/announcements/${await first('/announcements?state=sent&limit=1')}`,
    deliveries: '/deliveries',
    audit: '/audit',
  });
}

/** Of an invitation that the demo has made. */
async function tokenOf(officer: Client): Promise<string> {
  const { items } = await officer.get<{ readonly items: readonly { readonly token: string }[] }>(
    '/invitations?limit=1',
  );
  return items[0]?.token ?? '';
}
