import { erasedName, type ErasurePlan, rowsOf } from '@gongxiang/persistence';

const own = '(SELECT id FROM own)';

/**
 * What becomes of everything that this service has of a person once they are erased. The books stay for as long as the
 * law says (vouchers and books 30 years), under an id that then says nothing any more.
 */
export const erasurePlan: ErasurePlan = {
  obstacles: [
    {
      obstacle: 'bill',
      count: `(SELECT count(*) FROM cost_item i JOIN cost_pool p ON p.id = i.cost_pool_id
        WHERE i.payer_kind = 'person' AND i.payer_id IN ${own} AND p.state IN ('open', 'submitted'))`,
    },
    {
      obstacle: 'balance',
      count: `(SELECT count(*) FROM account a WHERE a.party_kind = 'person' AND a.party_id IN ${own}
        AND (SELECT coalesce(sum(p.amount_fen), 0) FROM posting p WHERE p.debit_account = a.id)
         <> (SELECT coalesce(sum(p.amount_fen), 0) FROM posting p WHERE p.credit_account = a.id))`,
    },
  ],
  emptied: [
    { table: 'member_ref', person: 't.person_id', values: { masked_name: `'${erasedName}'` } },
    {
      table: 'subsidy_objection',
      person: 't.person_id',
      values: {
        reason: `'${erasedName}'`,
        answer: `CASE WHEN answer IS NOT NULL THEN '${erasedName}' END`,
      },
    },
  ],
  removed: rowsOf({ person_look: 't.person_id' }),
  stays: {
    'books, vouchers and what they rest on, for the period of the law': [
      'account',
      'account_closure',
      'amount_limit',
      'closed_party',
      'confirmation',
      'cost_item',
      'cost_share',
      'disclosure',
      'entry',
      'ledger_period_act',
      'overdraft_rule',
      'pool_step',
      'subsidy_move',
    ],
    'words of the platform': ['member_ref.state', 'role_ref.role'],
  },
};
