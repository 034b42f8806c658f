import { type ErasurePlan, rowsOf } from '@gongxiang/persistence';

const own = '(SELECT id FROM own)';
const whose = 't.person_id';

/**
 * What becomes of everything that this service has of a person once they are erased. Values that are sealed are
 * replaced in `ErasureSteps`, as only the cipher can.
 */
export const erasurePlan: ErasurePlan = {
  obstacles: [
    {
      obstacle: 'member',
      count: `(SELECT count(*) FROM union_membership m WHERE m.person_id IN ${own} AND m.state <> 'ended')`,
    },
    {
      obstacle: 'office',
      count: `(SELECT count(*) FROM role_grant g WHERE g.person_id IN ${own} AND g.revoked_at IS NULL)`,
    },
    {
      obstacle: 'merge',
      count: `(SELECT count(*) FROM member_merge m WHERE (m.survivor_id IN ${own} OR m.merged_id IN ${own})
        AND m.state IN ('proposed', 'applying', 'undoing'))`,
    },
    {
      obstacle: 'transfer',
      count: `(SELECT count(*) FROM membership_transfer m WHERE m.person_id IN ${own} AND m.state IN ('asked', 'disputed'))`,
    },
  ],
  emptied: [
    { table: 'union_membership', person: whose, values: { employment_kind: 'NULL', end_decision: 'NULL' } },
    { table: 'club_member', person: whose, values: { end_reason: 'NULL' } },
    {
      table: 'correction',
      person: whose,
      values: {
        state: `CASE WHEN state IN ('waiting', 'delayed') THEN 'withdrawn' ELSE state END`,
        decided_by: 'coalesce(decided_by, person_id)',
        decided_at: 'coalesce(decided_at, present.now)',
        changes: `'[]'`,
        new_name: 'NULL',
        new_resident_number: 'NULL',
        new_phone: 'NULL',
        old_name: 'NULL',
        old_resident_number: 'NULL',
        old_phone: 'NULL',
        note: 'NULL',
        reason: 'NULL',
        paper_key: 'NULL',
        paper_sha256: 'NULL',
        erased_at: 'present.now',
      },
    },
    {
      table: 'membership_transfer',
      person: whose,
      values: { entered_name: 'NULL', objection: 'NULL', reason: 'NULL' },
    },
    { table: 'lapse_warning', person: whose, values: { answer: 'NULL' } },
    {
      table: 'member_import_row',
      person: whose,
      values: {
        identity_hash: 'NULL',
        phone_hash: 'NULL',
        number_hash: 'NULL',
        field: 'NULL',
        hint: 'NULL',
        warnings: `'[]'`,
        more: `'[]'`,
        changes: `'[]'`,
        candidates: `'[]'`,
        before: 'NULL',
      },
    },
    { table: 'person_erasure', person: whose, values: { note: 'NULL', refusal: 'NULL' } },
    // Nothing is left to move back.
    {
      table: 'member_merge',
      person: 't.survivor_id',
      values: { undo_until: 'least(undo_until, present.now)' },
    },
  ],
  emptiedWholly: ['person', 'correction', 'intake_entry'],
  removed: [
    ...rowsOf({
      person_look: whose,
      data_export: whose,
      phone_change: whose,
      member_card: whose,
      sign_in_session: whose,
      api_key: whose,
      passkey: whose,
      totp_factor: whose,
      recovery_code: whose,
      linked_account: whose,
      entry_code: whose,
      entry_attempt: whose,
      member_refusal: whose,
      roster_entry: whose,
      group_member: whose,
      club_representative: whose,
      employment: whose,
      census_participant: whose,
    }),
  ],
  stays: {
    'that somebody was a member from when to when, without saying who': [
      'union_membership.valid_from',
      'union_membership.valid_to',
      'union_membership.retained_from',
      'lapse_warning.endable_from',
      'lapse_warning.last_paid_on',
      'lapse_warning.last_part_on',
      'census_attendance.attended_on',
      'club_member.valid_from',
      'club_member.valid_to',
      'union_group.name',
      'member_import_row.code',
    ],
    'until when somebody held an office, without saying who': [
      'role_grant.valid_to',
      'pending_change.valid_to',
    ],
    'books of the union, for the period of the law': [
      'dues_amount.from_month',
      'dues_payment.paid_on',
      'dues_payment.note',
    ],
    'sealed: replaced with the cipher': [
      'person.name',
      'person.name_hash',
      'person.masked_name',
      'person.account',
      'person.password_hash',
      'person.resident_number',
      'person.resident_number_hash',
      'person.phone',
      'person.phone_hash',
      'intake_entry.text',
      'intake_entry.close_reason',
      'intake_answer.text',
      'intake_follow_up.text',
      'pending_change.reason',
    ],
    'about two unions: whoever writes it is asked to name no person': [
      'union_closing.document_number',
      'union_closing.document_date',
      'union_closing.reason',
      'union_closing.refusal',
      'union_closing.reopen_reason',
      'union_transfer.reason',
      'union_transfer.refusal',
    ],
    'about many: whoever writes it is asked to name no person': [
      'data_breach.cause',
      'data_breach.harm',
      'data_breach.measures',
      'data_breach.advice',
      'data_breach.contact_name',
      'data_breach.contact_phone',
      'data_breach.not_told_reason',
      'data_breach.changes',
      'data_breach.refusal',
      'breach_handover.authority',
      'breach_handover.handed_over_by',
      'breach_handover.reference',
      'breach_handover.changes',
    ],
    'the receipt of the erasure itself': [
      'person_erasure.receipt',
      'person_erasure.receipt_hash',
      'person_erasure.paper_date',
      'person_erasure.obstacles',
    ],
    'words of the platform': [
      'intake_entry.page',
      'intake_entry.subject_noun',
      'pending_change.role',
      'pending_change.changes',
      'data_breach.kinds',
    ],
  },
};
