import type { PersonFilesPlan } from '@gongxiang/persistence';

/** The files that people have uploaded themselves, which they are given with a copy of their data. */
export const personFiles: PersonFilesPlan = {
  files: [
    {
      kind: 'bills',
      table: 'cost_item',
      person: 't.payer_id',
      // A receipt that an officer has filed for whoever paid is the union's.
      beside: `JOIN cost_pool p ON p.id = t.cost_pool_id AND t.payer_kind = 'person' AND t.file_key IS NOT NULL
        AND (t.created_by = t.payer_id
          OR EXISTS (SELECT FROM person_alias x WHERE x.from_id = t.created_by AND x.into_id = t.payer_id))`,
      columns: {
        fileKey: 't.file_key',
        sha256: 't.sha256',
        name: 't.title',
        about: 't.invoice_number',
        at: 't.created_at',
      },
    },
  ],
  excepted: { bank_statement: 'of a union: whoever uploaded it did so in an office' },
};
