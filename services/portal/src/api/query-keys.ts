/** The names under which answers are cached, each beginning with the noun that a live hint would name. */
export const queryKeys = {
  me: ['me'],
  activities: (filters: object) => ['activity', 'list', filters],
  activity: (id: string) => ['activity', id],
  pools: (activityId: string) => ['pool', activityId],
  myRegistration: (activityId: string) => ['registration', 'mine', activityId],
} as const;

/** Which cached nouns a change of the named noun touches: who signs up takes a seat. */
const touched: Readonly<Record<string, readonly string[]>> = {
  // What is put right shows in who came.
  attendanceCorrection: ['attendanceCorrection', 'attendance', 'activity', 'noShow'],
  // What one is signed up for tells of its activity: when and where it is.
  activity: ['activity', 'activitySeries', 'pool', 'registration', 'proposal'],
  // What is done to a series is done to its activities.
  activitySeries: ['activitySeries', 'activity', 'pool', 'registration'],
  // A version that comes into force makes its tasks live.
  agreement: ['agreement', 'activity', 'activityTask'],
  coHost: ['coHost', 'activity'],
  // An edition tells of its brand.
  brand: ['brand', 'activity'],
  // What is approved, confirmed or paid is posted.
  costPool: ['costPool', 'entry', 'account', 'statement'],
  // What is confirmed may be netted; what is disputed is not.
  confirmation: ['confirmation', 'dispute'],
  dispute: ['dispute', 'confirmation'],
  // What is given away, and the counters that redeem it.
  coupon: ['coupon', 'giveAway'],
  // What is drawn are seats; the activity knows its draw.
  draw: ['draw', 'activity', 'registration', 'pool'],
  // A loan takes a time of its resource, or gives it back.
  loan: ['loan', 'resource', 'piece'],
  // A time on offer is taken, or free again.
  loanWait: ['loanWait', 'loan', 'resource'],
  nettingRun: ['nettingRun', 'payment', 'entry', 'account', 'statement'],
  payment: ['payment', 'entry', 'account', 'statement'],
  // Whether there are seats is a question of the checklist, which stands with its activity.
  pool: ['pool', 'registration', 'activity'],
  // Who has a seat has a coupon for it.
  registration: ['registration', 'pool', 'coupon'],
  // What is given, drawn and returned is posted.
  subsidy: ['subsidy', 'subsidyApplication', 'entry', 'account', 'statement'],
};

export function nounsTouchedBy(resource: string): readonly string[] {
  return touched[resource] ?? [resource];
}
