import type { PersonFilesPlan } from '@gongxiang/persistence';

/** The largest of the files that were made of a picture. */
const picture = {
  fileKey: `t.files->-1->>'key'`,
  sha256: `t.files->-1->>'sha256'`,
  size: `(t.files->-1->>'size')::int`,
  at: 't.created_at',
};

const attachment = {
  fileKey: 't.file_key',
  sha256: 't.sha256',
  size: 't.size',
  name: 't.file_name',
  at: 't.created_at',
};

const ofActivity = `JOIN activity a ON a.id = t.activity_id AND a.organiser_kind = 'person' AND t.removed_at IS NULL
  AND ${wasUploadedBy('a.organiser_id')}`;
const ofResource = `JOIN resource r ON r.id = t.resource_id AND r.owner_kind = 'person' AND t.removed_at IS NULL
  AND ${wasUploadedBy('r.owner_id')}`;

/**
 * The files that people have uploaded themselves, which they are given with a copy of their data: not what they have
 * uploaded in an office, and not what an officer has added to something of theirs.
 */
export const personFiles: PersonFilesPlan = {
  files: [
    {
      kind: 'album',
      table: 'album_picture',
      person: 't.person_id',
      beside: 'JOIN activity a ON a.id = t.activity_id',
      columns: { ...picture, name: 't.caption', about: 'a.title' },
    },
    {
      kind: 'activities',
      table: 'activity_picture',
      person: 'a.organiser_id',
      beside: ofActivity,
      columns: { ...picture, name: 't.caption', about: 'a.title' },
    },
    {
      kind: 'activities',
      table: 'activity_attachment',
      person: 'a.organiser_id',
      beside: ofActivity,
      columns: { ...attachment, about: 'a.title' },
    },
    {
      kind: 'resources',
      table: 'resource_picture',
      person: 'r.owner_id',
      beside: ofResource,
      columns: { ...picture, name: 't.caption', about: 'r.title' },
    },
    {
      kind: 'resources',
      table: 'resource_document',
      person: 'r.owner_id',
      beside: ofResource,
      columns: { ...attachment, about: 'r.title' },
    },
    {
      kind: 'loans',
      table: 'handover_picture',
      person: 'l.requested_by',
      beside: `JOIN loan l ON l.id = t.loan_id AND ${wasUploadedBy('l.requested_by')}
        JOIN resource r ON r.id = l.resource_id`,
      columns: { ...picture, about: 'r.title' },
    },
  ],
  excepted: { letter_template: 'of a union: whoever uploaded it did so in an office' },
};

/** SQL of whether a person has uploaded it, perhaps under an id that was merged into theirs. */
function wasUploadedBy(person: string): string {
  return `(t.created_by = ${person}
    OR EXISTS (SELECT FROM person_alias x WHERE x.from_id = t.created_by AND x.into_id = ${person}))`;
}
