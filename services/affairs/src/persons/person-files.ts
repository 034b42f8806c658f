import { type PersonFilesPlan, sealed } from '@gongxiang/persistence';

const file = {
  fileKey: 't.file_key',
  sha256: 't.sha256',
  size: 't.size',
  opening: sealed('sealed_opening'),
  name: sealed('sealed_name'),
  at: 't.added_at',
};

/** The files that people have uploaded themselves, which they are given with a copy of their data. */
export const personFiles: PersonFilesPlan = {
  files: [
    {
      kind: 'matters',
      table: 'matter_paper',
      person: 'm.person_id',
      // A paper of whoever deals with the matter names who added it; it is not the person's.
      beside: `JOIN matter m ON m.id = t.matter_id AND t.added_by IS NULL AND t.removed_at IS NULL
        AND t.sealed_opening IS NOT NULL`,
      columns: { ...file, about: 'm.number' },
    },
    {
      kind: 'works',
      table: 'work_file',
      person: 'w.person_id',
      beside: 'JOIN work w ON w.id = t.work_id AND t.sealed_opening IS NOT NULL',
      columns: { ...file, about: 'w.title' },
    },
  ],
  excepted: { bulletin_file: 'of a union: whoever uploaded it did so in an office' },
};
