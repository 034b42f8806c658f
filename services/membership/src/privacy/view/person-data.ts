import { kept, lookData, type PersonDataPlan } from '@gongxiang/persistence';

const membership = { reason: 'membership', term: 'withRecord' } as const;
const byLaw = { reason: 'law', term: 'byLaw' } as const;
const security = { reason: 'security', term: 'whileUsed' } as const;
const ofMembership = 'JOIN union_membership m ON m.id = t.membership_id';
const ofEntry = 'JOIN intake_entry e ON e.id = t.entry_id';
const whose = 't.person_id';

/** What this service has of people and tells them, and what it does not, for which reason. */
export const personData: PersonDataPlan = {
  data: [
    ...kept('record', membership, { person: 't.id' }),
    ...kept('memberships', membership, { union_membership: whose, lapse_warning: whose }),
    ...kept('employments', membership, { employment: whose }),
    ...kept('groups', membership, { group_member: whose }),
    ...kept('clubs', { ...membership, reason: 'takingPart' }, { club_member: whose }),
    ...kept('offices', byLaw, { role_grant: whose, committee_seat: whose }),
    ...kept('dues', byLaw, { dues_amount: 'm.person_id', dues_payment: 'm.person_id' }, ofMembership),
    ...kept('cards', membership, { member_card: whose }),
    ...kept('intake', membership, { intake_entry: whose }),
    ...kept('intake', membership, { intake_answer: 'e.person_id', intake_follow_up: 'e.person_id' }, ofEntry),
    ...kept('consents', byLaw, { consent_decision: whose }),
    ...kept('notices', byLaw, { breach_person: whose }),
    ...kept('corrections', membership, { correction: whose, phone_change: whose }),
    ...kept('exports', { ...security, term: 'withRecord' }, { data_export: whose }),
    ...kept('erasures', byLaw, { person_erasure: whose }),
    ...kept('transfers', membership, { membership_transfer: whose }),
    ...kept('signIn', security, {
      sign_in_session: whose,
      api_key: whose,
      passkey: whose,
      totp_factor: whose,
      recovery_code: whose,
      linked_account: whose,
    }),
    ...lookData,
  ],
  excepted: {
    club_representative: 'a copy of what sharing tells',
    roster_entry: 'the key under which a program of their union knows them, and no value',
    union_group: 'the group is the union’s; that they are in it is told',
    pending_change: 'a proposal of the union; what came of it is told as an office',
    entry_code: 'a hash, gone a week later',
    entry_attempt: 'counts wrong codes of a day',
    union_transfer: 'of two unions: it names only who has filed it and who has decided',
    committee_election: 'of the union; that they were elected is told as an office',
    data_breach: 'of many: it names only who has recorded it and who has decided',
    breach_handover: 'of many: it names only who has recorded it',
    union_closing: 'of a union: it names only who has filed it and who has decided',
    member_import_row: 'of a load of their union, gone a week later',
    member_import_choice: 'of a load of their union, gone a week later',
    census_attendance: 'counted; sharing tells the attendance',
    census_participant: 'counted; sharing tells the attendance',
  },
};
