import type { ErrorText } from '../../core/error-text.js';

/** What evaluation refuses about secret votes of assemblies, beyond `error-codes.ts`. */
export const voteErrors = {
  VOTE_WINDOW: {
    kind: 'rule',
    zh: '表决的截止时间须在现在以后，并且在开始后 1 分钟至 30 天之内',
    en: 'A vote ends in the future, and one minute to 30 days after it opens',
  },
  VOTE_CANDIDATES: {
    kind: 'rule',
    zh: '选举须有 2 至 20 位不同的候选人，应选人数不超过候选人数；议题表决没有候选人',
    en: 'An election has 2 to 20 different candidates and no more seats than those; a motion has neither',
  },
  VOTE_CANDIDATE_STRANGER: {
    kind: 'rule',
    zh: '候选人须是本会或下级工会的会员',
    en: 'A candidate is a member of the union or of one below it',
  },
  VOTE_CANDIDATE_RETAINED: {
    kind: 'rule',
    zh: '保留会籍的会员没有被选举权，不能作候选人',
    en: 'A retained member has no candidacy: they stand in no election',
  },
  VOTE_ROLL_GIVEN: {
    kind: 'rule',
    zh: '指定表决人时须列出名单；由全体会员表决时不列名单',
    en: 'Named voters are listed; where all members vote, nobody is',
  },
  VOTE_ROLL_SMALL: {
    kind: 'rule',
    zh: '有权表决的人须有 {least} 人以上，现在是 {count} 人：人太少，无记名就做不到',
    en: 'At least {least} people may vote, and here are {count}: a vote of fewer cannot be secret',
  },
  VOTE_ROLL_LARGE: {
    kind: 'rule',
    zh: '有权表决的人最多 {most} 人，现在是 {count} 人，请由下级工会分别表决',
    en: 'At most {most} people may vote, and here are {count}: let the unions below vote for themselves',
  },
  VOTE_ROLL_STRANGERS: {
    kind: 'rule',
    zh: '名单里有 {count} 人不是本会及下级工会的会员，或者是没有表决权的保留会籍会员',
    en: '{count} of those who are listed are not active members of the union and those below it, or are retained members, who have no vote',
  },
  VOTE_NOT_OPEN: { kind: 'conflict', zh: '表决未开始或已截止', en: 'The vote is not open' },
  NOT_ON_ROLL: {
    kind: 'forbidden',
    zh: '您不在这次表决的名单里',
    en: 'You are not on the roll of this vote',
  },
  BALLOT_CHOICES: {
    kind: 'rule',
    zh: '选票无效：议题须在赞成、反对、弃权里选一项；选举不得超过应选人数',
    en: 'The ballot does not fit: a motion takes one of yes, no and abstain; an election no more than its seats',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
