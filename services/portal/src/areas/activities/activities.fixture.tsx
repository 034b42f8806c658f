import { hoursFromNow } from '../../app/acts.fixture.js';
import type { components } from '../../api/schema.js';
import { meWith as meAt, union } from '../../app/officer.fixture.js';
import { personId } from '../../app/page.fixture.js';
import type { CoHost } from './hosts/use-co-hosts.js';
import type { Activity, RegistrationView } from './registration/registration.model.js';

type Schemas = components['schemas'];

export const mill: Schemas['UnionView'] = {
  ...union,
  id: 'union-mill',
  path: '/mill/',
  name: 'Mill union',
  tier: 'enterprise',
};

/** Who is signed in, with these roles at the Mill union. */
export function meWith(...roles: readonly Schemas['ActorRoleView']['role'][]): Schemas['MeView'] {
  return meAt(roles, mill);
}

export const activity: Activity = {
  id: 'activity-1',
  version: 7,
  title: 'Repairing bicycles',
  description: null,
  kind: 'diy',
  function: 'service',
  business: 'culture',
  state: 'published',
  phase: 'signUpOpen',
  seatsFree: 3,
  organiser: { kind: 'union', id: 'union-mill', name: 'Mill union' },
  unionId: 'union-mill',
  coHosts: [],
  venue: 'The yard',
  resourceId: null,
  loanId: null,
  startsAt: hoursFromNow(72),
  endsAt: hoursFromNow(74),
  timeZone: 'Asia/Shanghai',
  signUpOpensAt: hoursFromNow(-24),
  signUpClosesAt: hoursFromNow(48),
  companionsMax: 0,
  waitlistFairShareDays: null,
  agreementId: null,
  agreementRequired: false,
  leaveUntil: null,
  publishedAt: hoursFromNow(-48),
  closedAt: null,
  settledAt: null,
  archivedAt: null,
  cancelReason: null,
  seriesId: null,
  seriesDate: null,
  seriesNumber: null,
  seriesSize: null,
  hasConditions: false,
  formVersion: 0,
  brand: null,
  proposal: null,
  draw: null,
  queue: null,
  cover: null,
};

export const registration: RegistrationView = {
  id: 'registration-1',
  version: 3,
  activityId: 'activity-1',
  personId,
  state: 'confirmed',
  pool: 'everybody',
  poolName: 'Everybody',
  waitlistPlace: null,
  waitlistReason: null,
  waitlistCap: null,
  waitlistCame: null,
  offerExpiresAt: null,
  heads: 1,
  companions: [],
  guardianConsentAt: null,
  checkInCode: null,
  registeredAt: hoursFromNow(-2),
};

export const invitation: CoHost = {
  id: 'invitation-1',
  version: 2,
  activityId: 'activity-1',
  activityTitle: 'Repairing bicycles',
  activityStartsAt: hoursFromNow(72),
  organiser: { kind: 'union', id: 'union-harbour', name: 'Harbour union' },
  position: 1,
  party: { kind: 'union', id: 'union-mill', name: 'Mill union' },
  unionId: 'union-mill',
  state: 'invited',
  message: 'Let us do it together',
  invitedBy: 'person-1',
  invitedAt: hoursFromNow(-24),
  answeredBy: null,
  answeredAt: null,
  reason: null,
  counterNote: null,
};
