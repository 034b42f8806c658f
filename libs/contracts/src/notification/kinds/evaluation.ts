import type { NoticeRule } from './notice-rule.js';

export const evaluationNotices = {
  systemToReview: {
    urgency: 'whenever',
    link: '/indicator-systems/{systemId}',
    act: { zh: '审核', en: 'Review' },
    zh: {
      title: '指标体系待审核',
      lines: ['第 {versionNumber} 版写好以后，要由起草人以外的一位评价员审核，才能发布。'],
    },
    en: {
      title: 'An indicator system to review',
      lines: ['Once version {versionNumber} is written, somebody other than its editor has to review it.'],
    },
  },
  systemReturned: {
    urgency: 'soon',
    link: '/indicator-systems/{systemId}',
    act: { zh: '修改', en: 'Change it' },
    zh: { title: '指标体系被退回', lines: ['第 {versionNumber} 版审核后退回修改。', '原因：{reason}'] },
    en: {
      title: 'An indicator system was sent back',
      lines: ['Version {versionNumber} was sent back to be changed.', 'Reason: {reason}'],
    },
  },
  systemToPublish: {
    urgency: 'soon',
    link: '/indicator-systems/{systemId}',
    act: { zh: '发布或退回', en: 'Publish or send back' },
    zh: { title: '指标体系待发布', lines: ['第 {versionNumber} 版已经审核，请发布，或退回修改。'] },
    en: {
      title: 'An indicator system to publish',
      lines: ['Version {versionNumber} has been reviewed. Please publish it, or send it back.'],
    },
  },
  roundToWeigh: {
    urgency: 'soon',
    link: '/judgement-rounds/{judgementRoundId}',
    act: { zh: '计算权重', en: 'Compute the weights' },
    zh: { title: '专家评判已结束', lines: ['“{roundName}”已经结束，请按专家的评判计算权重。'] },
    en: {
      title: 'The judges have judged',
      lines: ['“{roundName}” is over. Please compute the weights from what the judges said.'],
    },
  },
  weightsToActivate: {
    urgency: 'whenever',
    link: '/weight-versions/{weightVersionId}',
    act: { zh: '启用', en: 'Put in force' },
    zh: { title: '权重待启用', lines: ['第 {versionNumber} 版权重已经算出，启用以后才按它评分。'] },
    en: {
      title: 'Weights to put in force',
      lines: ['Version {versionNumber} of the weights is computed. Scores go by it once it is in force.'],
    },
  },
  surveyOpened: {
    urgency: 'whenever',
    link: '/surveys',
    zh: {
      title: '想听听您的看法',
      lines: [
        '您参加的活动有一份匿名问卷，不到一分钟，{at} 前都可以填。',
        '密钥指纹 {fingerprint}，每个人收到的都应当相同。',
      ],
    },
    en: {
      title: 'What did you think?',
      lines: [
        'There is an anonymous survey of an activity that you came to. It takes less than a minute, until {at}.',
        'Fingerprint of its keys: {fingerprint}, the same for everybody.',
      ],
    },
  },
  surveyReminded: {
    urgency: 'whenever',
    link: '/surveys',
    zh: {
      title: '问卷快截止了',
      lines: [
        '匿名问卷{at}截止。谁填过没人知道，所以提醒了每一位；填过的请不用理会。',
        '密钥指纹 {fingerprint}，每个人收到的都应当相同。',
      ],
    },
    en: {
      title: 'A survey ends soon',
      lines: [
        'The anonymous survey ends on {at}. Nobody knows who has answered, so everybody is reminded; if you have, there is nothing to do.',
        'Fingerprint of its keys: {fingerprint}, the same for everybody.',
      ],
    },
  },
  voteOpen: {
    urgency: 'soon',
    link: '/votes/{voteId}',
    zh: {
      title: '请投票：无记名表决',
      lines: [
        '您有一次无记名表决，{at} 前都可以投。谁投了什么，工会和平台都查不出。',
        '密钥指纹 {fingerprint}，每个人收到的都应当相同。',
      ],
    },
    en: {
      title: 'Please vote: a secret vote',
      lines: [
        'You may vote until {at}. Neither the union nor the platform can find out how anybody voted.',
        'Fingerprint of its keys: {fingerprint}, the same for everybody.',
      ],
    },
  },
  voteReminded: {
    urgency: 'soon',
    link: '/votes/{voteId}',
    zh: {
      title: '表决快截止了',
      lines: [
        '无记名表决{at}截止。谁投过没人知道，所以提醒了每一位；投过的请不用理会。',
        '密钥指纹 {fingerprint}，每个人收到的都应当相同。',
      ],
    },
    en: {
      title: 'A vote ends soon',
      lines: [
        'The secret vote ends on {at}. Nobody knows who has voted, so everybody is reminded; if you have, there is nothing to do.',
        'Fingerprint of its keys: {fingerprint}, the same for everybody.',
      ],
    },
  },
  voteClosed: {
    urgency: 'whenever',
    link: '/votes/{voteId}',
    zh: { title: '表决有结果了', lines: ['无记名表决已经计票，结果已公布，请打开查看。'] },
    en: { title: 'A vote has its result', lines: ['The secret vote is counted: open it to see the result.'] },
  },
  seasonOpened: {
    urgency: 'soon',
    link: '/efficacy-surveys/{efficacySurveyId}/answer',
    zh: { title: '请评价共建共享', lines: ['请评价这一季的共建共享：是否认同，是否满意。{at}截止。'] },
    en: {
      title: 'Please judge the sharing',
      lines: [
        'What do you think of the sharing this season: do you stand behind it, are you satisfied? Until {at}.',
      ],
    },
  },
  seasonReminded: {
    urgency: 'whenever',
    link: '/efficacy-surveys/{efficacySurveyId}/answer',
    zh: { title: '机制测评快截止了', lines: ['您还有没作答的，{at}截止。'] },
    en: {
      title: 'The survey of the season ends soon',
      lines: ['Something is left for you to answer, until {at}.'],
    },
  },
  seasonClosed: {
    urgency: 'whenever',
    link: '/efficacy-surveys/{efficacySurveyId}',
    zh: { title: '机制测评有结果了', lines: ['各类参与方的评价已经公布，请打开查看。'] },
    en: {
      title: 'The season has results',
      lines: ['What every kind of party thinks is published: open it to see.'],
    },
  },
  rankingDrafted: {
    urgency: 'whenever',
    link: '/rankings/{rankingId}',
    act: { zh: '公示或撤回', en: 'Put on notice or withdraw' },
    zh: { title: '排名待公示', lines: ['排名已经算出，还没有公示；公示期满才生效。'] },
    en: {
      title: 'A ranking to put on notice',
      lines: ['The ranking is computed and not on notice yet. It counts once its notice is over.'],
    },
  },
  rankingToRevise: {
    urgency: 'soon',
    link: '/rankings/{rankingId}',
    act: { zh: '重新计算', en: 'Compute it anew' },
    zh: { title: '排名要更正', lines: ['有申诉成立，或公示期间得分有修订；请重新计算，再公示。'] },
    en: {
      title: 'A ranking to correct',
      lines: [
        'An appeal was right, or scores were revised during the notice. Please compute the ranking anew and put it on notice.',
      ],
    },
  },
  rankingOnNotice: {
    urgency: 'soon',
    link: '/rankings/{rankingId}',
    zh: {
      title: '排名公示中',
      lines: [
        '您代表的参评方列入了这份排名，或在未参加排名的名单里，请核对名次和理由；{at} 前可以申诉，之后排名生效。',
      ],
    },
    en: {
      title: 'A ranking is on notice',
      lines: [
        'Something that you act for is ranked, or left out. Please look at its place and the reasons: you can appeal until {at}; then the ranking counts.',
      ],
    },
  },
  rankingCorrected: {
    urgency: 'whenever',
    link: '/rankings/{rankingId}',
    zh: { title: '排名已更正', lines: ['排名已重新计算，取代原来的结果；{at} 前可以申诉，之后生效。'] },
    en: {
      title: 'A ranking is corrected',
      lines: [
        'The ranking was computed anew and takes the place of the earlier one. You can appeal until {at}; then it counts.',
      ],
    },
  },
  rankingFinal: {
    urgency: 'whenever',
    link: '/rankings/{rankingId}',
    zh: { title: '排名生效', lines: ['申诉期已过，申诉均已答复，排名生效。'] },
    en: {
      title: 'A ranking counts',
      lines: ['The time for appeals is over, and each is decided: the ranking counts.'],
    },
  },
  rankingWithdrawn: {
    urgency: 'whenever',
    link: '/rankings/{rankingId}',
    zh: { title: '排名已撤回', lines: ['这份排名不再算数，仍可查看。', '原因：{reason}'] },
    en: {
      title: 'A ranking is withdrawn',
      lines: ['The ranking does not count; it can still be read.', 'Reason: {reason}'],
    },
  },
  rankingOutdated: {
    urgency: 'soon',
    link: '/rankings/{rankingId}',
    zh: { title: '排名待更正', lines: ['公示期间有得分被修订，已公示的名次不生效；排名更正后将重新公示。'] },
    en: {
      title: 'A ranking will be corrected',
      lines: [
        'Scores were revised during the notice: the places that were shown do not count. A corrected ranking will be put on notice anew.',
      ],
    },
  },
  appealMade: {
    urgency: 'soon',
    link: '/rankings/{rankingId}',
    act: { zh: '答复申诉', en: 'Answer the appeal' },
    zh: { title: '申诉待答复', lines: ['有参评方对名次提出申诉。申诉都有答复，排名才生效，请打开办理。'] },
    en: {
      title: 'An appeal waits for you',
      lines: [
        'Somebody appeals against their place. The ranking counts once each appeal is decided: please answer it.',
      ],
    },
  },
  appealUpheld: {
    urgency: 'whenever',
    link: '/rankings/{rankingId}',
    zh: { title: '申诉成立', lines: ['申诉成立，排名更正之前不算数。答复写在申诉旁边。'] },
    en: {
      title: 'An appeal was right',
      lines: [
        'The appeal was right: the ranking does not count until it is corrected. The answer stands beside the appeal.',
      ],
    },
  },
  appealRejected: {
    urgency: 'whenever',
    link: '/rankings/{rankingId}',
    zh: { title: '申诉未成立', lines: ['名次不变。答复写在申诉旁边。'] },
    en: {
      title: 'An appeal is rejected',
      lines: ['The place stays as it is. The answer stands beside the appeal.'],
    },
  },
} as const satisfies Readonly<Record<string, NoticeRule>>;
