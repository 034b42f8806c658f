import type { ExportedByWord } from '@gongxiang/messaging/service';
import { sealed } from '@gongxiang/persistence';

/** What people are given of their rows in this service. */
export const personExport = {
  person_look: {
    day: 't.day',
    what: 't.what',
    viewer: '(SELECT m.masked_name FROM member_ref m WHERE m.person_id = t.viewer_id)',
  },
  matter: {
    number: 't.number',
    name: '(SELECT s.name FROM service_item s WHERE s.id = t.service_id)',
    state: 't.state',
    at: 't.sent_at',
    code: sealed('sealed_code'),
    answers: sealed('sealed_answers'),
    text: sealed('sealed_contact'),
    result: 't.outcome',
    reason: sealed('sealed_reasons'),
    decidedAt: 't.decided_at',
    answer: sealed('sealed_rating'),
    kind: 't.topic',
    note: sealed('sealed_topic_words'),
  },
  matter_paper: {
    name: sealed('sealed_name'),
    at: 't.added_at',
  },
  service_handler: {
    name: '(SELECT s.name FROM service_item s WHERE s.id = t.service_id)',
    title: 't.title',
    at: 't.named_at',
    endedAt: 't.ended_at',
    reason: 't.end_reason',
  },
  occasion: {
    kind: sealed('sealed_kind'),
    what: 't.source',
    day: 't.happened_on',
    state: 't.state',
    reason: sealed('sealed_reason'),
    at: 't.created_at',
    decidedAt: 't.done_at',
  },
  // Not whose matter it is: that stays with whoever brought it.
  household_person: {
    union: '(SELECT u.name FROM matter m JOIN union_ref u ON u.id = m.union_id WHERE m.id = t.matter_id)',
    at: 't.added_at',
  },
  matter_payment: {
    amountFen: 't.amount_fen',
    state: 't.state',
    at: 't.asked_at',
    day: 't.due_on',
  },
  bulletin_receipt: {
    title: '(SELECT b.title FROM bulletin b WHERE b.id = t.bulletin_id)',
    readAt: 't.confirmed_at',
  },
  bulletin_report: {
    title:
      '(SELECT b.title FROM bulletin b JOIN bulletin_review r ON r.bulletin_id = b.id WHERE r.id = t.review_id)',
    kind: 't.ground',
    text: sealed('sealed_words'),
    at: 't.reported_at',
  },
  bulletin_comment: {
    title: '(SELECT b.title FROM bulletin b WHERE b.id = t.bulletin_id)',
    text: sealed('sealed_text'),
    state: 't.state',
    reason: sealed('sealed_reason'),
    note: sealed('sealed_appeal'),
    refusal: sealed('sealed_refusal'),
    at: 't.written_at',
  },
  bulletin_comment_report: {
    title: '(SELECT b.title FROM bulletin b WHERE b.id = t.bulletin_id)',
    text: sealed('sealed_words'),
    state: 't.state',
    at: 't.reported_at',
  },
  bulletin_subscription: {
    union: '(SELECT u.name FROM union_ref u WHERE u.id = t.union_id)',
    kind: 't.kind',
    business: 't.business',
    resourceFunction: 't.function',
    from: 't.followed_at',
  },
  person_record: {
    kind: 't.kind',
    title: 't.title',
    // What was entered is called otherwise than an entry in a draw.
    state: `CASE t.state WHEN 'entered' THEN 'waiting' ELSE t.state END`,
    issuer: 't.issuer',
    day: 't.issued_on',
    until: 't.valid_until',
    facts: 't.details::text',
    number: sealed('sealed_number'),
    reason: sealed('sealed_reason'),
    enteredName: sealed('sealed_name'),
    at: 't.entered_at',
    decidedAt: 't.verified_at',
  },
  work: {
    name: '(SELECT c.title FROM works_call c WHERE c.id = t.call_id)',
    title: 't.title',
    text: sealed('sealed_text'),
    enteredName: sealed('sealed_name'),
    state: 't.state',
    reason: sealed('sealed_reason'),
    at: 't.sent_at',
    place: 't.place',
    result: 't.award',
  },
  work_file: {
    name: sealed('sealed_name'),
    at: 't.added_at',
  },
  works_juror: {
    name: '(SELECT c.title FROM works_call c WHERE c.id = t.call_id)',
  },
  works_ballot: {
    name: '(SELECT c.title FROM works_call c WHERE c.id = t.call_id)',
    answers: `(SELECT string_agg(w.title, '；' ORDER BY w.id) FROM work w WHERE w.id = ANY(t.work_ids))`,
    at: 't.cast_at',
  },
  vacancy_interest: {
    title: '(SELECT v.title FROM vacancy v WHERE v.id = t.vacancy_id)',
    employer: '(SELECT v.employer_name FROM vacancy v WHERE v.id = t.vacancy_id)',
    name: sealed('sealed_name'),
    phone: sealed('sealed_phone'),
    text: sealed('sealed_words'),
    state: 't.state',
    at: 't.sent_at',
    decidedAt: 't.answered_at',
  },
  listing_report: {
    title: `(SELECT coalesce(v.title, b.title) FROM listing_review r
      LEFT JOIN vacancy v ON v.id = r.listing_id LEFT JOIN benefit b ON b.id = r.listing_id WHERE r.id = t.review_id)`,
    kind: 't.ground',
    text: sealed('sealed_words'),
    state: 't.state',
    at: 't.reported_at',
  },
  circle_member: {
    name: '(SELECT c.name FROM circle c WHERE c.id = t.circle_id)',
    enteredName: sealed('sealed_name'),
    state: 't.state',
    reason: sealed('sealed_reason'),
    from: 't.since',
  },
  circle_post: {
    name: '(SELECT c.name FROM circle c WHERE c.id = t.circle_id)',
    title: sealed('sealed_title'),
    text: sealed('sealed_text'),
    state: 't.state',
    reason: sealed('sealed_reason'),
    note: sealed('sealed_appeal'),
    refusal: sealed('sealed_refusal'),
    at: 't.written_at',
  },
  circle_report: {
    name: '(SELECT c.name FROM circle c WHERE c.id = t.circle_id)',
    text: sealed('sealed_words'),
    state: 't.state',
    at: 't.reported_at',
  },
  visit: {
    union: '(SELECT u.name FROM union_ref u WHERE u.id = t.union_id)',
    day: 't.visited_on',
    state: 't.state',
    kind: sealed('sealed_reason'),
    what: sealed('sealed_brought'),
    amountFen: sealed('sealed_amount'),
    text: sealed('sealed_found'),
    note: sealed('sealed_promise'),
    answer: sealed('sealed_outcome'),
    reason: sealed('sealed_withdrawal'),
    at: 't.entered_at',
    decidedAt: 't.followed_up_at',
  },
  course_taking: {
    title: '(SELECT c.title FROM course c WHERE c.id = t.course_id)',
    at: 't.begun_at',
    state: 't.state',
    answers: 't.attempts::text',
    number: 't.certificate_number',
    name: sealed('sealed_name'),
  },
} satisfies ExportedByWord;

/** Erased with the person and not given to them, by the reason. */
export const withheldColumns = {
  'written by those who deal with it: steps are shown to the person by how far they are': [
    'matter_step_mark.sealed_words',
    'matter_step_mark.public_text',
  ],
  'names others and their accounts, too; the amount is given': ['matter_payment.sealed_payees'],
  'opens a file in the store; the file itself is given at its matter or work': [
    'matter_paper.sealed_opening',
    'work_file.sealed_opening',
    'work_file.sealed_preview_opening',
  ],
};

/** SQL of the name and the union of whoever has looked. */
export const viewer = `SELECT m.masked_name, u.name FROM member_ref m LEFT JOIN union_ref u ON u.id = m.union_id
  WHERE m.person_id = l.viewer_id`;
