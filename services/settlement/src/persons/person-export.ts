import type { ExportedByWord } from '@gongxiang/messaging/service';

const activityOfPool = `(SELECT coalesce(p.title, a.title) FROM cost_pool p LEFT JOIN activity_ref a ON a.id = p.activity_id
  WHERE p.id = t.cost_pool_id)`;

/** What people are given of their rows in this service. */
export const personExport = {
  person_look: {
    day: 't.day',
    what: 't.what',
    viewer: '(SELECT m.masked_name FROM member_ref m WHERE m.person_id = t.viewer_id)',
  },
  cost_share: {
    activity: activityOfPool,
    heads: 't.headcount',
    amountFen: 't.amount_fen',
    returnedFen: 't.returned_fen',
  },
  cost_item: {
    activity: activityOfPool,
    title: 't.title',
    amountFen: 't.amount_fen',
    returnedFen: 't.returned_fen',
    number: 't.invoice_number',
  },
  account: { purpose: 't.purpose', at: 't.created_at', endedAt: 't.closed_at' },
  attendance_fact: {
    activity: '(SELECT a.title FROM activity_ref a WHERE a.id = t.activity_id)',
    union: '(SELECT u.name FROM union_ref u WHERE u.id = t.union_id)',
    heads: 't.heads',
  },
  subsidy_objection: {
    title: '(SELECT p.title FROM subsidy_programme p WHERE p.id = t.programme_id)',
    at: 't.created_at',
    text: 't.reason',
    answer: 't.answer',
    upheld: 't.upheld',
    decidedAt: 't.answered_at',
  },
} satisfies ExportedByWord;

/** Columns that an erasure empties and that say nothing to their person. */
export const withheldColumns = {};

/** SQL of the masked name and the union of whoever has looked. */
export const viewer = `SELECT m.masked_name, u.name FROM member_ref m LEFT JOIN union_ref u ON u.id = m.union_id
  WHERE m.person_id = l.viewer_id`;
