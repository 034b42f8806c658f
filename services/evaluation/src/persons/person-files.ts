import type { PersonFilesPlan } from '@gongxiang/persistence';

/** The files that people have uploaded themselves, which they are given with a copy of their data. */
export const personFiles: PersonFilesPlan = {
  files: [
    {
      kind: 'appeals',
      table: 'ranking_appeal',
      person: 't.person_id',
      beside: 'JOIN ranking r ON r.id = t.ranking_id AND t.file_key IS NOT NULL',
      columns: {
        fileKey: 't.file_key',
        sha256: 't.file_hash',
        name: 't.file_name',
        about: 'r.title',
        at: 't.created_at',
      },
    },
  ],
  excepted: {},
};
