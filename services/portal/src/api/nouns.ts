/**
 * Nouns whose answers a page caches, each with the others that a change of it makes the page read again. A live hint and a command
 * name the noun that changed; cached answers have it as the first part of their key.
 */
const readAgain = {
  // Whether a service can be used, and what its matters are called.
  service: ['matter'],
  // Whose turn it is depends on who is named.
  serviceHandler: ['matter'],
  // How many there are, and how many wait.
  bulletinComment: ['bulletin'],
  // By which bulletins something is disclosed, and what must be read.
  bulletin: ['disclosureItem', 'bulletinReview', 'waiting'],
  // Which of them are followed.
  bulletinSubscription: ['bulletin'],
  // A hidden one is not shown any more.
  bulletinReview: ['bulletin'],
  disclosureItem: [],
  // How the visits of the year stand, and by which row of the table of hardship somebody was judged.
  matter: ['publicNotice', 'occasion', 'coverage', 'hardshipKind'],
  publicNotice: [],
  // A matter is opened from the list.
  occasion: ['matter'],
  coverage: [],
  hardshipKind: [],
  assignment: ['assignmentCalendar'],
  assignmentCalendar: [],
  assignmentSet: [],
  // Whoever passes a course has it on record.
  course: ['personRecord'],
  courseCertificate: [],
  personRecord: [],
  visit: [],
  // Whether the reader is interested stands on its page.
  vacancy: ['vacancyInterest'],
  vacancyInterest: ['vacancy'],
  benefit: [],
  // A hidden one is not shown any more, and whoever has reported one does so once.
  listingReview: ['vacancy', 'benefit'],
  // Whether works can be judged, and which places they have.
  worksCall: ['work'],
  // How many wait to be admitted.
  work: ['worksCall'],
  // Whether the reader reads it, and who is in it.
  circle: ['circlePost', 'circlePerson'],
  // How many there are, and how many wait.
  circlePerson: ['circle'],
  circlePost: ['circle'],
  matterFigures: [],
  // What is spent by it stands against the budget.
  matterPayment: ['budget'],
  matterPayees: [],
  // By number and code: it is shown by the page that asked, and cached nowhere.
  matterStatus: [],
  account: [],
  // What is left on the account of a party that ended is posted.
  accountClosure: ['entry', 'account', 'statement'],
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
  announcement: [],
  apiKey: [],
  // Whoever is admitted is a member.
  application: ['member'],
  attendance: [],
  // A correction changes who came.
  attendanceCorrection: ['attendance', 'activity', 'noShow'],
  audit: [],
  // A line that is confirmed settles its payment; one that is dues is booked as such.
  bankStatement: ['payment', 'entry', 'account', 'statement', 'dues', 'duesPayment'],
  // An edition shows its brand.
  brand: ['activity'],
  bridge: [],
  budget: [],
  calendarFeed: [],
  card: [],
  cardBook: [],
  census: [],
  // A club is a party, and some activities are for its members alone.
  club: ['activity', 'party'],
  // A co-host that leaves returns seats and tasks.
  coHost: ['activity', 'agreement', 'activityTask', 'pool'],
  // Consent decides whether one takes part.
  consent: ['mutualInterest'],
  dataBreach: [],
  dataExport: [],
  deliveryReport: [],
  erasure: [],
  // The record of erasures has it as well.
  paperErasure: ['erasure'],
  ownData: [],
  ownLooks: [],
  // A confirmed share may be netted; a disputed one is not.
  confirmation: ['dispute'],
  contactPoint: [],
  // A change of the reader's phone ends sessions, and may follow from a correction.
  contacts: ['session', 'correction', 'me'],
  // An applied correction changes the record of a member, who may be the reader.
  correction: ['member', 'me', 'contacts'],
  // An approved, confirmed or paid pool is posted.
  // Whether a second factor is asked for is told with oneself.
  credential: ['me'],
  costPool: ['entry', 'account', 'statement'],
  coupon: ['giveAway'],
  delegation: ['waiting'],
  disclosure: [],
  // A dispute that ends settles its share; one that is upheld reverses the entry of the pool.
  dispute: ['confirmation', 'costPool'],
  doorLink: [],
  // A draw gives seats; the activity shows its draw.
  draw: ['activity', 'registration', 'pool'],
  drawProof: [],
  dues: [],
  duesPayment: ['dues', 'lapse'],
  duesRule: ['dues', 'lapse'],
  lapse: [],
  efficacy: [],
  efficacySurvey: [],
  // The membership shows the kind of the newest employment, and on what it rests.
  employment: ['member', 'me'],
  enterprise: ['party', 'union', 'pendingChange'],
  // An entry that is reversed reopens its pool.
  entry: ['account', 'statement', 'costPool'],
  factCheck: [],
  family: [],
  figure: [],
  fundRuleSet: [],
  // Its terms decide which coupons there are.
  giveAway: ['coupon'],
  givenAndReceived: [],
  // A right of use is read with its resource; without it loans end.
  grant: ['resource', 'loan'],
  group: [],
  identifier: [],
  indicatorSystem: [],
  indicatorTemplate: [],
  // Joining by an invitation leaves an application.
  joinInvitation: ['application'],
  joiningPolicy: [],
  judgementRound: [],
  keptDesk: [],
  keptRoster: [],
  keptSeats: [],
  ledgerPeriod: [],
  ledgerSeal: [],
  lendingGraph: [],
  letter: [],
  letterTemplate: [],
  letterVerification: [],
  // A loan takes a time of its resource, or frees it for those who wait; its fee and its deposit are posted.
  loan: ['resource', 'piece', 'need', 'loanSeries', 'loanWait', 'entry', 'statement'],
  loanSeries: ['loan', 'resource', 'loanWait'],
  loanSeriesPreview: [],
  // A time on offer is taken, or free again.
  loanWait: ['loan', 'resource'],
  // Once its union agrees, it is a loan.
  partyLoan: ['loan', 'resource', 'waiting'],
  // A task takes a time of its resource, and records the condition of a piece.
  maintenance: ['resource', 'piece'],
  mandate: [],
  // A match that was accepted answers its need.
  match: ['need'],
  me: [],
  // The end of a membership, or its standing, changes what its employments say and what it owes.
  member: ['employment', 'dues', 'lapse', 'me'],
  // A merge changes who is a member, and what waits for them.
  memberMerge: ['member'],
  memberImport: ['member'],
  message: [],
  mutualInterest: ['consent'],
  // The matches of a need follow it.
  need: ['match'],
  nettingPreview: [],
  nettingRun: ['payment', 'entry', 'account', 'statement'],
  // A decision can end a block on sign-up, which activities, pools and registrations show.
  noShow: ['activity', 'pool', 'registration'],
  notice: [],
  noticeAddress: [],
  noticePreference: [],
  offerSuggestion: [],
  organisation: ['party'],
  overdraftRule: [],
  overdueRule: [],
  ownImage: [],
  party: [],
  // Where the money goes is shown on each payment, and on each transfer of a run.
  payeeAccount: ['payment', 'nettingRun'],
  // A frozen party stays out of runs, and its payments wait.
  partyFreeze: ['nettingRun', 'payment'],
  payment: ['entry', 'account', 'statement'],
  // A confirmed change takes effect on its subject; it may be a role of the reader.
  pendingChange: ['role', 'union', 'enterprise', 'party', 'me'],
  piece: ['resource'],
  // Whether there are seats is part of the checklist, which is read with its activity.
  pool: ['registration', 'activity'],
  preview: [],
  proposal: [],
  publicActivity: [],
  publicErasure: [],
  publicPhoneChange: [],
  publicUnion: [],
  question: [],
  queue: [],
  queueProof: [],
  // An appeal counts in its ranking; a decision closes it.
  ranking: ['rankingAppeal'],
  rankingAppeal: [],
  recognition: [],
  recognitionVerification: [],
  reconciliation: [],
  redeeming: [],
  // How many seats are left; one with a seat has a coupon, and whoever came along is offered next time.
  registration: ['activity', 'pool', 'coupon', 'family'],
  report: [],
  resource: [],
  registrationForm: [],
  // A role may be proposed first, and it may be one of the reader.
  role: ['pendingChange', 'me', 'member'],
  roster: [],
  rosterFile: [],
  score: [],
  scoreBatch: ['score'],
  search: [],
  seasonToken: [],
  seriesPreview: [],
  session: [],
  signInPolicy: ['me', 'credential'],
  sizeClass: [],
  statement: [],
  subsidy: ['subsidyApplication', 'subsidyProgramme', 'entry', 'account', 'statement'],
  // An application that is decided makes or ends a subsidy, and takes of what the programme has left.
  subsidyApplication: ['subsidyProgramme', 'subsidy', 'entry', 'account', 'statement'],
  subsidyProgramme: ['subsidyApplication', 'subsidy', 'entry', 'account', 'statement'],
  supplyAndDemand: [],
  survey: [],
  surveyPlan: [],
  surveyToken: [],
  // A job that is done has a report.
  tuningJob: ['tuningReport'],
  tuningReport: [],
  // A transfer that is done changes two memberships, one of which may be the reader's.
  transfer: ['member', 'me', 'role'],
  // Many answers show the name of a union.
  union: ['member', 'enterprise', 'party', 'pendingChange'],
  vote: [],
  voteToken: [],
  committee: [],
  // An election that is approved fills the committee, and one that waits is listed with it.
  committeeElection: ['committee'],
  // A filing that is confirmed closes the union: its offices end, and its applications go up.
  unionClosing: ['union', 'enterprise', 'party', 'role', 'me', 'application', 'invitation', 'pendingChange'],
  // A filing that is confirmed is a union, with its enterprise, its first member, and an office to accept.
  unionFounding: ['union', 'enterprise', 'party', 'member', 'pendingChange', 'transfer'],
  // A transfer of all members changes the membership of each of them.
  unionTransfer: ['member', 'me', 'role', 'transfer'],
  voucher: [],
  waiting: [],
  weightPreview: [],
  weightVersion: [],
  // Other words find other offers.
  wordGroup: ['resource', 'match'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Noun = keyof typeof readAgain;

/** The nouns to read again after a change of this one, itself first. A noun that no page shows has no others. */
export function nounsToReadAgain(changed: string): readonly string[] {
  return [changed, ...(Object.hasOwn(readAgain, changed) ? readAgain[changed as Noun] : [])];
}

/** Nouns whose things show others of the same noun: an entry the one that reverses it, a pool its supplements, a version those before it. */
const shownInOthers = new Set<string>(['agreement', 'costPool', 'entry', 'indicatorSystem', 'weightVersion']);

/**
 * Does a cached answer have to be read again after a change of this one thing? An answer about another thing of the same noun need not: its key
 * holds, in its third part, the id of the thing that it is about, such as `activityId`.
 */
export function isAbout(queryKey: readonly unknown[], changed: string, id: string): boolean {
  const [noun, , params] = queryKey;
  if (noun !== changed || shownInOthers.has(changed) || typeof params !== 'object' || params === null)
    return true;
  const named = (params as Readonly<Record<string, unknown>>)[`${changed}Id`];
  return named === undefined || named === id;
}
