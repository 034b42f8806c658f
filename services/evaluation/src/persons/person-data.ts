import { kept, lookData, personAmongParties, type PersonDataPlan } from '@gongxiang/persistence';

const takingPart = { reason: 'takingPart', term: 'withRecord' } as const;

/**
 * What this service has of people and tells them, and what it does not, for which reason. Of surveys that is who could
 * answer, and of elections who stood; answers are nobody's, as the platform cannot tell whose they are either.
 */
export const personData: PersonDataPlan = {
  data: [
    ...kept('surveys', takingPart, {
      survey_token_grant: 't.person_id',
      vote_voter: 't.person_id',
      vote_candidate: 't.person_id',
      efficacy_invitation: personAmongParties('party_kind', 'party_id'),
    }),
    ...kept('attendance', takingPart, { attendance_ref: 't.person_id' }),
    ...kept('appeals', takingPart, { ranking_appeal: 't.person_id' }),
    ...lookData,
  ],
  excepted: {
    activity_ref: 'a copy of what sharing tells',
    loan_ref: 'a copy of what sharing tells',
    member_ref: 'a copy of what membership tells',
    member_activation: 'a copy of what membership tells',
  },
};
