import type { ExportedByWord } from '@gongxiang/messaging/service';
import { sealed } from '@gongxiang/persistence';

const union = unionNamed('t.union_id');

/** What people are given of their rows in this service: everything that says something, and no secret or hash. */
export const personExport = {
  person_look: {
    day: 't.day',
    what: 't.what',
    viewer: '(SELECT p.masked_name FROM person p WHERE p.id = t.viewer_id)',
  },
  person: {
    name: sealed('name'),
    residentNumber: sealed('resident_number'),
    phone: sealed('phone'),
    account: 't.account',
    language: 't.locale',
    at: 't.created_at',
    erasedAt: 't.erased_at',
  },
  union_membership: {
    union,
    state: 't.state',
    from: 't.valid_from',
    until: 't.valid_to',
    employmentKind: 't.employment_kind',
    standing: 't.standing',
    retainedReason: 't.retained_reason',
    retainedFrom: 't.retained_from',
    endedReason: 't.ended_reason',
    decision: 't.end_decision',
  },
  lapse_warning: {
    union: unionNamed('(SELECT m.union_id FROM union_membership m WHERE m.id = t.membership_id)'),
    state: 't.state',
    at: 't.warned_at',
    from: 't.endable_from',
    answer: sealed('answer'),
    endedAt: 't.closed_at',
  },
  employment: {
    employmentKind: 't.kind',
    employer: enterpriseNamed('t.employer_name', 't.enterprise_id'),
    host: enterpriseNamed('t.host_name', 't.host_enterprise_id'),
    from: 't.valid_from',
    until: 't.valid_to',
  },
  group_member: {
    group: '(SELECT g.name FROM union_group g WHERE g.id = t.group_id)',
    from: 't.valid_from',
    until: 't.valid_to',
  },
  club_member: {
    club: '(SELECT c.name FROM organisation c WHERE c.id = t.club_id)',
    from: 't.valid_from',
    until: 't.valid_to',
    reason: sealed('end_reason'),
  },
  committee_seat: {
    union: `(SELECT u.name FROM labour_union u JOIN committee_election e ON e.union_id = u.id WHERE e.id = t.election_id)`,
    role: 't.office',
    from: 't.from_day',
    until: 't.until_day',
  },
  role_grant: { union, role: 't.role', at: 't.granted_at', until: 't.valid_to', endedAt: 't.revoked_at' },
  dues_amount: { month: 't.from_month', amountFen: 't.monthly_fen' },
  dues_payment: {
    union,
    day: 't.paid_on',
    amountFen: 't.amount_fen',
    number: `t.receipt_year || '-' || t.receipt_number`,
    note: 't.note',
  },
  member_card: { number: 't.serial', at: 't.issued_at', until: 't.valid_until', endedAt: 't.revoked_at' },
  intake_entry: {
    kind: 't.kind',
    state: 't.state',
    at: 't.created_at',
    text: sealed('text'),
    endedAt: 't.closed_at',
    reason: sealed('close_reason'),
  },
  intake_answer: { union, at: 't.answered_at', text: sealed('text') },
  intake_follow_up: { at: 't.asked_at', text: sealed('text') },
  consent_decision: { purpose: 't.purpose', version: 't.text_version', given: 't.given', at: 't.at' },
  breach_person: {
    at: 't.notified_at',
    text: `(SELECT b.cause FROM data_breach b WHERE b.id = t.breach_id AND t.notified_at IS NOT NULL)`,
  },
  correction: {
    state: 't.state',
    at: 't.proposed_at',
    newName: sealed('new_name'),
    newResidentNumber: sealed('new_resident_number'),
    newPhone: sealed('new_phone'),
    oldName: sealed('old_name'),
    oldResidentNumber: sealed('old_resident_number'),
    oldPhone: sealed('old_phone'),
    note: sealed('note'),
    decidedAt: 't.decided_at',
    reason: sealed('reason'),
    erasedAt: 't.erased_at',
  },
  phone_change: {
    state: 't.state',
    at: 't.asked_at',
    newPhone: sealed('new_phone'),
    oldPhone: sealed('old_phone'),
    endedAt: 't.ended_at',
  },
  data_export: { at: 't.asked_at', until: 't.until', usedAt: 't.downloaded_at' },
  person_erasure: {
    state: 't.state',
    at: 't.asked_at',
    from: 't.effective_at',
    endedAt: 't.ended_at',
    origin: 't.paper_kind',
    day: 't.paper_date',
    note: sealed('note'),
    refusal: sealed('refusal'),
  },
  membership_transfer: {
    state: 't.state',
    askedBy: 't.asked_by',
    fromUnion: unionNamed('t.from_union_id'),
    union: unionNamed('t.to_union_id'),
    at: 't.asked_at',
    enteredName: sealed('entered_name'),
    objection: sealed('objection'),
    reason: sealed('reason'),
    endedAt: 't.ended_at',
  },
  sign_in_session: {
    origin: 't.origin',
    device: 't.device',
    at: 't.created_at',
    renewedAt: 't.renewed_at',
    until: 't.expires_at',
    endedAt: 't.revoked_at',
  },
  api_key: {
    name: 't.name',
    rights: 't.scopes',
    at: 't.created_at',
    until: 't.expires_at',
    usedAt: 't.last_used_at',
    endedAt: 't.revoked_at',
  },
  linked_account: { kind: 't.bridge', at: 't.created_at', usedAt: 't.used_at', origin: 't.origin' },
  passkey: { name: 't.name', at: 't.created_at', usedAt: 't.used_at' },
  totp_factor: { at: 't.begun_at', decidedAt: 't.confirmed_at' },
  recovery_code: { at: 't.created_at', usedAt: 't.used_at' },
} satisfies ExportedByWord;

/** Columns that an erasure empties and that say nothing to their person. */
export const withheldColumns = {
  'hashes and keys of what is given': ['correction.paper_key', 'correction.paper_sha256'],
  'the same as the values beside it': ['correction.changes'],
  'an id of somebody in an office': ['correction.decided_by'],
};

function unionNamed(id: string): string {
  return `(SELECT u.name FROM labour_union u WHERE u.id = ${id})`;
}

function enterpriseNamed(name: string, id: string): string {
  return `coalesce(${name}, (SELECT e.name FROM enterprise e WHERE e.id = ${id}))`;
}

/** SQL of the masked name and the union of whoever has looked. */
export const viewer = `SELECT p.masked_name, (SELECT u.name FROM union_membership m JOIN labour_union u ON u.id = m.union_id
    WHERE m.person_id = p.id ORDER BY m.state = 'ended', m.id DESC LIMIT 1)
  FROM person p WHERE p.id = l.viewer_id`;
