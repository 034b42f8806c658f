import type { PersonFilesPlan } from '@gongxiang/persistence';

/** The files that people have uploaded themselves, which they are given with a copy of their data. */
export const personFiles: PersonFilesPlan = {
  files: [
    {
      kind: 'corrections',
      table: 'correction',
      person: 't.person_id',
      // A paper that an officer has scanned is the union's.
      beside: `JOIN person p ON p.id = t.person_id AND t.paper_key IS NOT NULL
        AND (t.proposed_by = p.id
          OR EXISTS (SELECT FROM person_alias x WHERE x.from_id = t.proposed_by AND x.into_id = p.id))`,
      columns: {
        fileKey: 't.paper_key',
        sha256: 't.paper_sha256',
        about: `to_char(t.proposed_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`,
        at: 't.proposed_at',
      },
    },
  ],
  excepted: { member_import: 'of a union: whoever uploaded it did so in an office' },
};
