import type { ErrorText } from '../../core/error-text.js';

/** What is refused about calls for works, see `../../error-codes.ts`. */
export const worksErrors = {
  WORKS_CALL_INVALID: {
    kind: 'rule',
    zh: '征集有不合规则的地方，请看标出的各项',
    en: 'Something about the call breaks a rule; see what is marked',
  },
  WORKS_CALL_TIMES: {
    kind: 'rule',
    zh: '时间要依次往后：投稿开始、投稿截止、评选开始、评选截止',
    en: 'The times have to follow each other: works from, works until, judging from, judging until',
  },
  WORKS_CALL_WEIGHTS: {
    kind: 'rule',
    zh: '各项评分标准的权重合计要是 100%',
    en: 'The weights of the criteria have to sum up to 100%',
  },
  WORKS_CALL_VOTE_SHARE: {
    kind: 'rule',
    zh: '没有评委评分时投票占 100%；没有投票时投票占 0；两样都有时按比例',
    en: 'Votes count 100% without a jury, 0 where nobody votes, and a share of it where there are both',
  },
  WORKS_CALL_STATE: {
    kind: 'conflict',
    zh: '这次征集现在的状态不能这样处理，请刷新后再看',
    en: 'The call is in a state in which this is not possible; read it again',
  },
  WORKS_CALL_OVER: {
    kind: 'conflict',
    zh: '投稿截止的时间已经过了，请先改时间',
    en: 'The time until which works are taken is over; change that first',
  },
  WORKS_JURORS_MISSING: {
    kind: 'conflict',
    zh: '有评分标准的征集要先指定评委',
    en: 'A call with criteria needs jurors first',
  },
  WORKS_JUROR_UNFIT: {
    kind: 'conflict',
    zh: '不能指定自己、已投稿的人或不是会员的人当评委',
    en: 'Nobody names themselves, somebody who has sent a work, or somebody who is no member',
  },
  WORKS_JUROR_SENDS: {
    kind: 'conflict',
    zh: '您是这次征集的评委，不能投稿',
    en: 'You are a juror of this call and cannot send a work',
  },
  WORKS_NOT_FOR_YOU: {
    kind: 'conflict',
    zh: '这次征集不面向您所在的工会',
    en: 'This call is not for members of your union',
  },
  WORKS_CLOSED: {
    kind: 'conflict',
    zh: '现在不在投稿的时间内',
    en: 'Works are not taken at this time',
  },
  WORKS_MAX: {
    kind: 'conflict',
    zh: '每人最多投 {max} 件作品',
    en: 'Each person sends at most {max} works',
  },
  WORKS_CALL_FULL: {
    kind: 'conflict',
    zh: '这次征集最多收 {max} 件作品，已经收满',
    en: 'The call takes {max} works at most and has them',
  },
  WORK_STATE: {
    kind: 'conflict',
    zh: '这件作品现在的状态不能这样处理，请刷新后再看',
    en: 'The work is in a state in which this is not possible; read it again',
  },
  WORK_FILE_MISSING: {
    kind: 'rule',
    zh: '文件没有上传成功或已经过期，请重新上传',
    en: 'The file was not uploaded, or is there no more; upload it again',
  },
  WORK_FILE_FORMAT: {
    kind: 'rule',
    zh: '这次征集不收这种文件，或文件超过 10 MB',
    en: 'The call does not take files of this kind, or the file is larger than 10 MB',
  },
  WORK_FILES_MAX: {
    kind: 'conflict',
    zh: '一件作品最多 {max} 个文件',
    en: 'A work has at most {max} files',
  },
  WORK_POINTS: {
    kind: 'rule',
    zh: '每一项标准都要打一次分',
    en: 'Each criterion is given points once',
  },
  WORKS_VOTE_CLOSED: {
    kind: 'conflict',
    zh: '现在不在投票的时间内',
    en: 'Votes are not taken at this time',
  },
  WORKS_VOTE_UNFIT: {
    kind: 'rule',
    zh: '只能投已入选的作品，不能投自己的，每件一票',
    en: 'Votes go to admitted works that are not your own, one for each',
  },
  WORKS_VOTES_MAX: {
    kind: 'rule',
    zh: '最多选 {max} 件',
    en: 'At most {max} works are chosen',
  },
  WORKS_UNDECIDED: {
    kind: 'conflict',
    zh: '还有作品没有审核，请先审核',
    en: 'Some works are neither admitted nor refused yet',
  },
  WORKS_UNSCORED: {
    kind: 'conflict',
    zh: '还有作品没有一位评委打分',
    en: 'Some works have no score of any juror yet',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
