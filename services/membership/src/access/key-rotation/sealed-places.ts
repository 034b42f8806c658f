import type { SealedPlace } from '@gongxiang/persistence';
import { contextOf, type PersonalField } from '../../persons/crypto/personal-data.js';

/** All tables of this service with sealed values, besides the stored answers. */
export const sealedPlaces: readonly SealedPlace[] = [
  {
    table: 'person',
    contexts: {
      name: contextSql('t.id', 'name'),
      resident_number: contextSql('t.id', 'residentNumber'),
      phone: contextSql('t.id', 'phone'),
    },
    key: { id: 'uuid' },
  },
  {
    table: 'totp_factor',
    contexts: { secret: contextSql('t.person_id', 'totp') },
    key: { person_id: 'uuid' },
  },
  {
    table: 'intake_entry',
    contexts: {
      text: contextSql('t.person_id', 'intake'),
      close_reason: contextSql('t.person_id', 'intake'),
    },
    key: { id: 'uuid' },
    person: 't.person_id',
  },
  {
    table: 'intake_answer',
    beside: 'JOIN intake_entry e ON e.id = t.entry_id',
    contexts: { text: contextSql('e.person_id', 'intake') },
    key: { entry_id: 'uuid', number: 'integer' },
    person: 'e.person_id',
  },
  {
    table: 'intake_follow_up',
    beside: 'JOIN intake_entry e ON e.id = t.entry_id',
    contexts: { text: contextSql('e.person_id', 'intake') },
    key: { entry_id: 'uuid', number: 'integer' },
    person: 'e.person_id',
  },
  {
    table: 'club_member',
    contexts: { end_reason: contextSql('t.person_id', 'clubMember') },
    key: { id: 'uuid' },
    person: 't.person_id',
  },
  {
    table: 'pending_change',
    contexts: { reason: contextSql('t.proposed_by', 'pendingChange') },
    key: { id: 'uuid' },
    person: 't.proposed_by',
  },
  {
    table: 'member_merge',
    contexts: {
      sealed_reason: contextSql('t.survivor_id', 'memberMerge'),
      sealed_answer: contextSql('t.survivor_id', 'memberMerge'),
    },
    key: { id: 'uuid' },
  },
  {
    // Earlier numbers, for seconds.
    table: 'census_change',
    contexts: { number_before: contextSql('t.corrected_person', 'residentNumber') },
    key: { id: 'bigint' },
  },
  {
    table: 'membership_transfer',
    contexts: {
      entered_name: contextSql('t.id', 'transfer'),
      objection: contextSql('t.id', 'transfer'),
      reason: contextSql('t.id', 'transfer'),
    },
    key: { id: 'uuid' },
  },
  {
    table: 'lapse_warning',
    contexts: { answer: contextSql('t.id', 'lapse') },
    key: { id: 'uuid' },
  },
  {
    table: 'correction',
    contexts: {
      new_name: contextSql('t.person_id', 'name'),
      new_resident_number: contextSql('t.person_id', 'residentNumber'),
      new_phone: contextSql('t.person_id', 'phone'),
      old_name: contextSql('t.person_id', 'name'),
      old_resident_number: contextSql('t.person_id', 'residentNumber'),
      old_phone: contextSql('t.person_id', 'phone'),
      note: contextSql('t.person_id', 'correction'),
      reason: contextSql('t.person_id', 'correction'),
    },
    key: { id: 'uuid' },
  },
  {
    table: 'phone_change',
    contexts: {
      new_phone: contextSql('t.person_id', 'phone'),
      old_phone: contextSql('t.person_id', 'phone'),
    },
    key: { id: 'uuid' },
  },
  {
    table: 'person_erasure',
    contexts: {
      receipt: contextSql('t.id', 'erasure'),
      note: contextSql('t.id', 'erasure'),
      refusal: contextSql('t.id', 'erasure'),
    },
    key: { id: 'uuid' },
  },
  {
    table: 'card_issuer',
    contexts: { private_key: contextSql('t.id', 'cardIssuer') },
    key: { id: 'uuid' },
  },
  {
    table: 'application',
    contexts: {
      name: contextSql('t.id', 'name'),
      resident_number: contextSql('t.id', 'residentNumber'),
      phone: contextSql('t.id', 'phone'),
      workplace: contextSql('t.id', 'application'),
    },
    key: { id: 'uuid' },
  },
  {
    table: 'application_turn',
    contexts: { reason: contextSql('t.application_id', 'application') },
    key: { application_id: 'uuid', number: 'integer' },
  },
  {
    table: 'union_founding',
    contexts: {
      contact_name: contextSql('t.id', 'name'),
      phone: contextSql('t.id', 'phone'),
      candidates: contextSql('t.id', 'founding'),
      elected: contextSql('t.id', 'founding'),
    },
    key: { id: 'uuid' },
  },
  {
    table: 'union_founding_step',
    contexts: { reason: contextSql('t.founding_id', 'founding') },
    key: { founding_id: 'uuid', number: 'integer' },
  },
  {
    table: 'committee_seat',
    contexts: { name: contextSql('t.id', 'committee') },
    key: { id: 'uuid' },
  },
  {
    table: 'join_invitation',
    contexts: { token: contextSql('t.id', 'application') },
    key: { id: 'uuid' },
  },
];

/** The context of {@link contextOf} for a person, in SQL. @param personId SQL of the person's id */
function contextSql(personId: string, field: PersonalField): string {
  return `${personId}::text || '${contextOf('', field)}'`;
}
