import type { ErrorText } from '../../core/error-text.js';

/** What is refused about bulletins, see `../../error-codes.ts`. */
export const bulletinErrors = {
  BULLETIN_STATE: {
    kind: 'conflict',
    zh: '这条信息现在的状态不能这样处理，请刷新后再看',
    en: 'The bulletin is in a state in which this is not possible; read it again',
  },
  BULLETIN_PERIOD_REVERSED: {
    kind: 'rule',
    zh: '结束展示的时间要晚于开始展示的时间',
    en: 'It has to be shown until later than it is shown from',
  },
  BULLETIN_PERIOD_OVER: {
    kind: 'conflict',
    zh: '展示的时间已经过了，请先改“展示到”',
    en: 'The time until which it is shown is over; change that first',
  },
  BULLETIN_NOT_TO_CONFIRM: {
    kind: 'conflict',
    zh: '这条信息不用您确认已读',
    en: 'You are not asked to confirm that you have read this bulletin',
  },
  BULLETIN_NOT_MUST_READ: {
    kind: 'conflict',
    zh: '这条信息不是必读，没有阅读回执',
    en: 'This bulletin is not to be confirmed by anybody',
  },
  BULLETIN_REMINDED: {
    kind: 'conflict',
    zh: '一天之内已经提醒过，请明天再提醒',
    en: 'A reminder went out within the last day',
  },
  BULLETIN_REVISIONS_MAX: {
    kind: 'conflict',
    zh: '一条信息最多更正 {max} 次，请撤回后另发一条',
    en: 'A bulletin is corrected at most {max} times; withdraw it and publish another',
  },
  BULLETIN_SUBSCRIPTIONS_MAX: {
    kind: 'conflict',
    zh: '最多关注 {max} 家工会，请先取消关注其他工会',
    en: 'You can follow at most {max} unions; please stop following another first',
  },
  BULLETIN_RECORDING_MISSING: {
    kind: 'rule',
    zh: '文件没有上传成功或已经过期，请重新上传',
    en: 'The file was not uploaded, or is there no more; upload it again',
  },
  BULLETIN_RECORDING_FORMAT: {
    kind: 'rule',
    zh: '视频请使用 MP4 或 MOV，录音请使用 MP3 或 M4A，每个不超过 20 MB；读不出来的文件请另存后再上传',
    en: 'Please use MP4 or MOV for videos, MP3 or M4A for recordings, up to 20 MB each; save a file that cannot be read anew',
  },
  BULLETIN_FILE_UNKNOWN: {
    kind: 'rule',
    zh: '找不到这个文件：上传后一天内没有用到会被清理，请重新上传',
    en: 'The file is not there: what no bulletin shows is deleted after a day; please upload it again',
  },
  BULLETIN_NOT_OUTSIDE: {
    kind: 'conflict',
    zh: '只有给所有人看、已经展示的信息才登记站外阅读',
    en: 'Only a bulletin that is for anybody and has been shown is counted outside the platform',
  },
  BULLETIN_OUTSIDE_DAY_AHEAD: {
    kind: 'rule',
    zh: '统计的日期不能晚于今天',
    en: 'The day of the count has not come yet',
  },
  BULLETIN_OUTSIDE_COUNTS_MAX: {
    kind: 'conflict',
    zh: '一条信息最多登记 {max} 次站外阅读，请先删去以前的',
    en: 'A bulletin has at most {max} counts of outside channels; please remove earlier ones first',
  },
  BULLETIN_AUDIENCE_UNSAID: {
    kind: 'rule',
    zh: '请说明给哪种规模的企业或多远以内的工会看',
    en: 'Say of which size the enterprises are, or within which distance the unions lie',
  },
  BULLETIN_UNION_UNPLACED: {
    kind: 'rule',
    zh: '本会还没有填写位置，不能发给附近的工会',
    en: 'The union has no place on record, so that nothing is near it',
  },
  BULLETIN_COMMENTING_OFF: {
    kind: 'conflict',
    zh: '这条信息现在不能评论',
    en: 'This bulletin takes no comments now',
  },
  BULLETIN_COMMENT_STATE: {
    kind: 'conflict',
    zh: '这条评论现在的状态不能这样处理，请刷新后再看',
    en: 'This comment is in a state in which this is not possible; read it again',
  },
  BULLETIN_COMMENTS_MAX: {
    kind: 'conflict',
    zh: '24 小时内最多发 {max} 条评论，请过些时候再发',
    en: 'Within 24 hours {max} comments at most are written; please try later',
  },
  BULLETIN_COMMENT_REPORTED_BEFORE: {
    kind: 'conflict',
    zh: '您已经举报过这条评论，正在处理',
    en: 'You have reported this comment already; it is being dealt with',
  },
  BULLETIN_CITED_UNFIT: {
    kind: 'rule',
    zh: '只能引用正在展示、本会看得到的信息',
    en: 'Only a published bulletin that this union may read can be cited',
  },
  BULLETIN_CITED_NARROWER: {
    kind: 'rule',
    zh: '被引用的信息有些读者看不到，请缩小“给谁看”或不引用',
    en: 'Some for whom this is may not read what it cites; choose a narrower audience, or do not cite it',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
