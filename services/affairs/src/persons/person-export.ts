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
  matter_payment: {
    amountFen: 't.amount_fen',
    state: 't.state',
    at: 't.asked_at',
  },
  bulletin_receipt: {
    title: '(SELECT b.title FROM bulletin b WHERE b.id = t.bulletin_id)',
    readAt: 't.confirmed_at',
  },
} satisfies ExportedByWord;

/** Erased with the person and not given to them, by the reason. */
export const withheldColumns = {
  'names others and their accounts, too; the amount is given': ['matter_payment.sealed_payees'],
  'opens a file in the store; the file itself is given at its matter': ['matter_paper.sealed_opening'],
};

/** SQL of the name and the union of whoever has looked. */
export const viewer = `SELECT m.masked_name, u.name FROM member_ref m LEFT JOIN union_ref u ON u.id = m.union_id
  WHERE m.person_id = l.viewer_id`;
