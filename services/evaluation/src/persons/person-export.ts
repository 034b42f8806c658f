import type { ExportedByWord } from '@gongxiang/messaging/service';

/** What people are given of their rows in this service; answers of surveys are nobody's. */
export const personExport = {
  person_look: {
    day: 't.day',
    what: 't.what',
    viewer: 'NULL',
  },
  survey_token_grant: { activity: '(SELECT s.activity_title FROM survey s WHERE s.id = t.survey_id)' },
  vote_voter: {
    title: '(SELECT v.title FROM vote v WHERE v.id = t.vote_id)',
    union: '(SELECT u.name FROM vote v JOIN union_ref u ON u.id = v.union_id WHERE v.id = t.vote_id)',
  },
  vote_candidate: {
    title: '(SELECT v.title FROM vote v WHERE v.id = t.vote_id)',
    union: '(SELECT u.name FROM vote v JOIN union_ref u ON u.id = v.union_id WHERE v.id = t.vote_id)',
    name: '(SELECT v.candidates ->> (t.number - 1) FROM vote v WHERE v.id = t.vote_id)',
  },
  efficacy_invitation: {
    title: '(SELECT s.name FROM efficacy_survey s WHERE s.id = t.survey_id)',
    kind: 't.kind',
    name: 't.party_name',
    union: 't.union_name',
  },
  attendance_ref: {
    activity: '(SELECT a.title FROM activity_ref a WHERE a.id = t.activity_id)',
    union: '(SELECT u.name FROM union_ref u WHERE u.id = t.union_id)',
    heads: 't.heads',
  },
  ranking_appeal: {
    title: '(SELECT r.title FROM ranking r WHERE r.id = t.ranking_id)',
    name: 't.subject_name',
    state: 't.state',
    at: 't.created_at',
    text: 't.text',
    answer: 't.answer',
    file: 't.file_name',
    decidedAt: 't.decided_at',
  },
} satisfies ExportedByWord;

/** Columns that an erasure empties and that say nothing to their person. */
export const withheldColumns = {
  'where the file is that is named': ['ranking_appeal.file_key', 'ranking_appeal.file_hash'],
};

/** SQL of the union of whoever has looked; names are not known here. */
export const viewer = `SELECT NULL::text, u.name FROM member_ref m LEFT JOIN union_ref u ON u.id = m.union_id
  WHERE m.person_id = l.viewer_id`;
