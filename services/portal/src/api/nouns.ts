/**
 * Nouns whose answers a page caches, each with the others that a change of it makes the page read again. A live hint and a command
 * name the noun that changed; cached answers have it as the first part of their key.
 */
const readAgain = {
  account: [],
  accountClosure: [],
  activity: ['activitySeries', 'pool', 'registration', 'proposal'],
  activityAttachment: [],
  // The cover is part of the activity.
  activityPicture: ['activity'],
  // A change of a series changes its activities.
  activitySeries: ['activity', 'pool', 'registration'],
  // Whether a task is overdue is part of the checklist, which is read with its activity.
  activityTask: ['activity'],
  // A version that comes into force makes its tasks live.
  agreement: ['activity', 'activityTask'],
  albumPicture: [],
  amountLimit: [],
  apiKey: [],
  attendance: [],
  // A correction changes who came.
  attendanceCorrection: ['attendance', 'activity', 'noShow'],
  audit: [],
  bankStatement: [],
  // An edition shows its brand.
  brand: ['activity'],
  budget: [],
  calendarFeed: [],
  club: [],
  // A co-host that leaves returns seats and tasks.
  coHost: ['activity', 'agreement', 'activityTask', 'pool'],
  // A confirmed share may be netted; a disputed one is not.
  confirmation: ['dispute'],
  contactPoint: [],
  // An approved, confirmed or paid pool is posted.
  costPool: ['entry', 'account', 'statement'],
  coupon: ['giveAway'],
  disclosure: [],
  dispute: ['confirmation'],
  // A draw gives seats; the activity shows its draw.
  draw: ['activity', 'registration', 'pool'],
  drawProof: [],
  efficacy: [],
  efficacySurvey: [],
  enterprise: [],
  entry: [],
  factCheck: [],
  figure: [],
  fundRuleSet: [],
  // Its terms decide which coupons there are.
  giveAway: ['coupon'],
  grant: [],
  identifier: [],
  indicatorSystem: [],
  indicatorTemplate: [],
  intake: [],
  judgementRound: [],
  keptDesk: [],
  keptRoster: [],
  keptSeats: [],
  ledgerPeriod: [],
  ledgerSeal: [],
  letter: [],
  letterTemplate: [],
  letterVerification: [],
  // A loan takes a time of its resource, or frees it.
  loan: ['resource', 'piece', 'need'],
  loanSeries: [],
  loanSeriesPreview: [],
  // A time on offer is taken, or free again.
  loanWait: ['loan', 'resource'],
  maintenance: [],
  mandate: [],
  match: [],
  me: [],
  member: [],
  memberImport: [],
  message: [],
  mutualInterest: [],
  need: [],
  nettingPreview: [],
  nettingRun: ['payment', 'entry', 'account', 'statement'],
  // A decision can end a block on sign-up, which activities, pools and registrations show.
  noShow: ['activity', 'pool', 'registration'],
  notice: [],
  organisation: [],
  overdraftRule: [],
  overdueRule: [],
  ownImage: [],
  party: [],
  partyFreeze: [],
  payment: ['entry', 'account', 'statement'],
  pendingChange: [],
  piece: [],
  // Whether there are seats is part of the checklist, which is read with its activity.
  pool: ['registration', 'activity'],
  preview: [],
  proposal: [],
  publicActivity: [],
  publicUnion: [],
  question: [],
  queue: [],
  queueProof: [],
  ranking: [],
  rankingAppeal: [],
  recognition: [],
  recognitionVerification: [],
  reconciliation: [],
  redeeming: [],
  // A registration with a seat has a coupon.
  registration: ['pool', 'coupon'],
  report: [],
  resource: [],
  role: [],
  roster: [],
  rosterFile: [],
  score: [],
  scoreBatch: [],
  seasonToken: [],
  seriesPreview: [],
  session: [],
  sizeClass: [],
  statement: [],
  subsidy: ['subsidyApplication', 'entry', 'account', 'statement'],
  subsidyApplication: [],
  subsidyProgramme: [],
  survey: [],
  surveyPlan: [],
  surveyToken: [],
  tuningJob: [],
  tuningReport: [],
  union: [],
  voucher: [],
  weightPreview: [],
  weightVersion: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Noun = keyof typeof readAgain;

/** The nouns to read again after a change of this one, itself first. A noun that no page shows has no others. */
export function nounsToReadAgain(changed: string): readonly string[] {
  return [changed, ...(Object.hasOwn(readAgain, changed) ? readAgain[changed as Noun] : [])];
}

/**
 * Does a cached answer have to be read again after a change of this one thing? An answer about another thing of the same noun need not: its key
 * holds, in its third part, the id of the thing that it is about, such as `activityId`.
 */
export function isAbout(queryKey: readonly unknown[], changed: string, id: string): boolean {
  const [noun, , params] = queryKey;
  if (noun !== changed || typeof params !== 'object' || params === null) return true;
  const named = (params as Readonly<Record<string, unknown>>)[`${changed}Id`];
  return named === undefined || named === id;
}
