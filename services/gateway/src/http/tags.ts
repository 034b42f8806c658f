/** The parts of the interface, as its description groups them. */
export const tags = {
  'sign-in': 'Sessions, first sign-ins, one’s own account, and the API keys of programs',
  unions: 'The tree of unions, and who holds which role at which of them',
  enterprises: 'Enterprises and organisations: whom unions belong to, and who takes part beside them',
  members: 'Members of a union, and the rosters by which they come',
  clubs: 'Clubs of members across unions',
  intake: 'Questions, suggestions and complaints of members, and what became of them',
  resources: 'Halls, equipment, trainers and know-how, and who may use them on which terms',
  loans: 'Resources asked for, approved, handed over and given back',
  needs: 'What a union looks for, and which resources match it',
  activities: 'Activities from draft to close',
  'co-hosting': 'Invitations to co-host, and the agreements that co-hosts sign',
  pools: 'Seats of an activity, and who may have them',
  registrations: 'Sign-ups, waiting lists and cancellations, also in one’s own calendar',
  'check-in': 'Who was there',
  costs: 'Cost pools: items, shares, confirmations and disputes',
  ledger: 'Accounts, postings and statements; nothing in them is ever changed',
  netting: 'What is left to pay between unions after all debts are set off, and the payments of it',
  indicators: 'Systems of indicators and their weights',
  surveys: 'Questions to those who took part; answers cannot be traced to a person',
  scores: 'Scores and rankings, each with its reasons',
  previews: 'Calculations on figures of the caller’s own; nothing is saved',
  reference: 'Checks of identifiers and size classes',
  public: 'What anybody may see without signing in',
  operations: 'Files, live hints, long work, audit trails and what operators need',
} as const;

export type Tag = keyof typeof tags;
