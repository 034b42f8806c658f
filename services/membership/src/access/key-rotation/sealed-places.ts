import type { SealedPlace } from '@gongxiang/persistence';
import { contextOf, type PersonalField } from '../../persons/crypto/personal-data.js';

/** Every table of this service with sealed values, beside the answers that are kept for a replay. */
export const sealedPlaces: readonly SealedPlace[] = [
  {
    table: 'person',
    contexts: {
      name: boundTo('t.id', 'name'),
      resident_number: boundTo('t.id', 'residentNumber'),
      phone: boundTo('t.id', 'phone'),
    },
    key: { id: 'uuid' },
  },
  {
    table: 'intake_entry',
    contexts: { text: boundTo('t.person_id', 'intake'), close_reason: boundTo('t.person_id', 'intake') },
    key: { id: 'uuid' },
  },
  {
    table: 'intake_answer',
    beside: 'JOIN intake_entry e ON e.id = t.entry_id',
    contexts: { text: boundTo('e.person_id', 'intake') },
    key: { entry_id: 'uuid', number: 'integer' },
  },
  {
    table: 'intake_follow_up',
    beside: 'JOIN intake_entry e ON e.id = t.entry_id',
    contexts: { text: boundTo('e.person_id', 'intake') },
    key: { entry_id: 'uuid', number: 'integer' },
  },
  {
    table: 'club_member',
    contexts: { end_reason: boundTo('t.person_id', 'clubMember') },
    key: { id: 'uuid' },
  },
  {
    table: 'pending_change',
    contexts: { reason: boundTo('t.proposed_by', 'pendingChange') },
    key: { id: 'uuid' },
  },
];

/** @param personId in SQL @returns what {@link contextOf} says of that person, in SQL */
function boundTo(personId: string, field: PersonalField): string {
  return `${personId}::text || '${contextOf('', field)}'`;
}
