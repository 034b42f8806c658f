import type { ErrorText } from '../../core/error-text.js';

/** What is refused about committees and their elections, see `../../error-codes.ts`. */
export const committeeErrors = {
  COMMITTEE_OFFICES: {
    kind: 'rule',
    zh: '工会委员会须有且只有一名主席，或只设一名组织员；其他委员会至多一名主任；每人只能当选一次',
    en: 'A trade union committee has exactly one chair, or consists of one organiser; another one has at most one chair, and nobody is elected twice',
  },
  COMMITTEE_MEMBER: {
    kind: 'rule',
    zh: '当选人须是本工会或其下级工会的会员，保留会籍的会员没有被选举权',
    en: 'Whoever is elected has to be a full member of this union or of one below it; retained members cannot be elected',
  },
  COMMITTEE_HELD_ON: {
    kind: 'rule',
    zh: '选举日期不能晚于今天，也不能早于本届任期的第一天',
    en: 'The election cannot be in the future, nor before the first day of the present term',
  },
  COMMITTEE_PRESENT: {
    kind: 'rule',
    zh: '到会人数须大于零，且不超过应到会人数',
    en: 'At least one and at most all who were entitled were present',
  },
  COMMITTEE_ELECTION_UNDER_WAY: {
    kind: 'conflict',
    zh: '该委员会已有一项选举结果在等上级审批，请先等候结果或撤回',
    en: 'A result for this committee waits for the union above already; please wait for it, or withdraw it',
  },
  COMMITTEE_ENDED: {
    kind: 'conflict',
    zh: '该届委员会已换届，不能再补选',
    en: 'This committee has been succeeded by another one; nobody can be elected to it any more',
  },
  COMMITTEE_SEAT: {
    kind: 'conflict',
    zh: '该席位已由他人补选，请刷新后再试',
    en: 'Somebody else has been elected to this seat already; please look again',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
