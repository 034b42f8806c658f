import { kept, lookData, personAmongParties, type PersonDataPlan } from '@gongxiang/persistence';

const byLaw = { reason: 'law', term: 'byLaw' } as const;

/** What this service has of people and tells them, and what it does not, for which reason. */
export const personData: PersonDataPlan = {
  data: [
    ...kept('bills', byLaw, {
      cost_share: personAmongParties('party_kind', 'party_id'),
      cost_item: personAmongParties('payer_kind', 'payer_id'),
    }),
    ...kept('accounts', byLaw, { account: personAmongParties('party_kind', 'party_id') }),
    ...kept('attendance', byLaw, { attendance_fact: 't.person_id' }),
    ...kept('objections', byLaw, { subsidy_objection: 't.person_id' }),
    ...lookData,
  ],
  excepted: {
    member_ref: 'a copy of what membership tells',
    role_ref: 'a copy of what membership tells',
    confirmation: 'asks the officers of a party about its share, which is told',
    account_closure: 'of parties that are unions and clubs',
    closed_party: 'of parties that are unions and clubs',
    amount_limit: 'set in an office',
    disclosure: 'published in an office',
    entry: 'posted in an office; accounts are told',
    ledger_period_act: 'done in an office',
    overdraft_rule: 'set in an office',
    pool_step: 'done in an office',
    subsidy_move: 'done in an office',
  },
};
