import { kept, lookData, personAmongParties, type PersonDataPlan } from '@gongxiang/persistence';

const takingPart = { reason: 'takingPart', term: 'withRecord' } as const;
const lending = { reason: 'lending', term: 'withRecord' } as const;
const byLaw = { reason: 'law', term: 'byLaw' } as const;
const whose = 't.person_id';
const aParty = personAmongParties('party_kind', 'party_id');

/** What this service has of people and tells them, and what it does not, for which reason. */
export const personData: PersonDataPlan = {
  data: [
    ...kept('registrations', takingPart, {
      registration: whose,
      registration_companion: whose,
      relative: whose,
      reminder_wish: whose,
      queue_place: whose,
    }),
    ...kept('draws', takingPart, { draw_entry: whose }),
    ...kept('coupons', takingPart, { coupon: whose }),
    ...kept('attendance', byLaw, {
      attendance_fact: whose,
      check_in_operation: whose,
      attendance_correction: whose,
    }),
    ...kept('noShows', takingPart, { no_show: whose, no_show_review: whose }),
    ...kept('letters', takingPart, { letter: whose }),
    ...kept('questions', takingPart, { question: whose }),
    ...kept('album', { reason: 'consent', term: 'withRecord' }, { album_picture: whose }),
    ...kept('loans', lending, {
      loan: 't.requested_by',
      loan_wait: 't.requested_by',
      party_loan: 't.requested_by',
      loan_series: 't.requested_by',
    }),
    ...kept('resources', lending, {
      resource: personAmongParties('owner_kind', 'owner_id'),
      right_of_use: personAmongParties('grantee_party_kind', 'grantee_party_id'),
    }),
    ...kept('needs', lending, { need: aParty }),
    ...kept('activities', takingPart, {
      activity: personAmongParties('organiser_kind', 'organiser_id'),
      co_host: aParty,
      activity_task: aParty,
    }),
    ...kept('notices', takingPart, { notice: whose }),
    ...kept('offices', takingPart, { delegation: whose }),
    ...kept('calendar', takingPart, { calendar_feed: whose }),
    ...lookData,
  ],
  excepted: {
    loan_hold: 'gone after minutes',
    activity_series: 'its activities are told',
    agreement_awaited: 'who has yet to sign; the activities that they co-host are told',
    need_match: 'computed from needs and resources, which are told',
    member_ref: 'a copy of what membership tells',
    reminder_reached: 'until the time has come of which they were reminded',
    role_ref: 'a copy of what membership tells',
    club_member_ref: 'a copy of what membership tells',
    group_member_ref: 'a copy of what membership tells',
    group_ref: 'a copy of what membership tells',
    person_consent: 'a copy of what membership tells',
  },
};
