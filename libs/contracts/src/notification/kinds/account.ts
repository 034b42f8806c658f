import type { NoticeRule } from './notice-rule.js';

/** About the reader's account, and what has become of their membership and their record. */
export const accountNotices = {
  passwordWasReset: {
    urgency: 'now',
    link: '/account#password',
    always: 'atOnce',
    zh: {
      title: '登录密码已重设',
      lines: [
        '您的登录密码刚用验证码或打印码重设，所有设备都已退出登录。',
        '若非本人操作，请马上用手机验证码再重设一次密码，并联系所在工会或上级工会。',
      ],
    },
    en: {
      title: 'Your password was set anew',
      lines: [
        'Your password was set anew by a code, and every device is signed out.',
        'If this was not you, set it again now by a code to your phone, and tell your union or the one above.',
      ],
    },
  },
  passwordChanged: {
    urgency: 'now',
    link: '/account#password',
    always: 'atOnce',
    zh: {
      title: '登录密码已修改',
      lines: [
        '您的登录密码刚被修改，所有设备都已退出登录。',
        '若非本人操作，请马上用手机验证码重设密码，并联系所在工会。',
      ],
    },
    en: {
      title: 'Your password was changed',
      lines: [
        'Your password was changed, and every device is signed out.',
        'If this was not you, set it anew now by a code to your phone, and tell your union.',
      ],
    },
  },
  resetCodeAsked: {
    urgency: 'now',
    link: '/account#password',
    always: 'atOnce',
    zh: {
      title: '有人为您申请重设密码',
      lines: [
        '工会干部为您打印了重设密码的码，须由另一名干部确认后才有效。',
        '若非您本人要求，请马上联系所在工会或上级工会，请他们拒绝。',
      ],
    },
    en: {
      title: 'A code for a new password was printed for you',
      lines: [
        'A union officer has printed a code that sets your password anew. It works once another officer has confirmed it.',
        'If you have not asked for it, tell your union or the one above now, so that they refuse it.',
      ],
    },
  },
  resetCodeReady: {
    urgency: 'now',
    link: '/account#password',
    always: 'atOnce',
    zh: {
      title: '重设密码的码已生效',
      lines: [
        '为您打印的重设密码的码已经生效，拿到它的人可以重设您的密码。',
        '若非您本人要求，请马上联系所在工会或上级工会。',
      ],
    },
    en: {
      title: 'The code for a new password works now',
      lines: [
        'The code that was printed for you works now: whoever has it can set your password anew.',
        'If you have not asked for it, tell your union or the one above now.',
      ],
    },
  },
  applicationAdmitted: {
    urgency: 'soon',
    link: '/account#membership',
    zh: { title: '入会申请已通过', lines: ['{partyName}同意您入会，您已是工会会员。'] },
    en: { title: 'You are admitted', lines: ['{partyName} has admitted you. You are a member now.'] },
  },
  membershipEnded: {
    urgency: 'soon',
    link: '/account#membership',
    zh: {
      title: '会籍已终止',
      lines: [
        '{end, select, left {您已退出该工会。如果不是您本人办的，请马上修改密码并联系该工会。} expelled {该工会已决定开除您的会籍。不同意的，可以向上级工会申诉。} lapsed {您长期没有交会费、没有参加工会活动，该工会已决定按自动退会办理。不同意的，可以向上级工会提出。} other {该工会已终止您的会籍。有疑问请联系该工会。}}',
        '想留下，{at} 前可以自己撤回。',
      ],
    },
    en: {
      title: 'Your membership has ended',
      lines: [
        '{end, select, left {You have left this union. If it was not you, change your password now and tell the union.} expelled {The union has decided to expel you. If you do not agree, you may appeal to the union above.} lapsed {You have not paid dues or taken part for long, and the union has decided that your membership has lapsed. If you do not agree, you may turn to the union above.} other {The union has ended your membership. Please ask the union if you have questions.}}',
        'You can take it back by yourself until {at}.',
      ],
    },
  },
  lapseWarned: {
    urgency: 'soon',
    link: '/account#membership',
    zh: {
      title: '会籍提醒：长期未交会费、未参加活动',
      lines: [
        '您已连续 {count} 个月没有交会费，也没有参加工会活动。请在 {day} 前补交会费、参加活动，或在“我的账号”里说明情况。',
        '到期仍然没有的，工会可以决定按自动退会办理。不同意的，可以向上级工会提出。',
      ],
    },
    en: {
      title: 'A warning about your membership',
      lines: [
        'For {count} months in a row you have paid no dues and taken no part. Please pay, take part or say why at “My account” before {day}.',
        'After that the union may decide that your membership has lapsed. If you do not agree, you may turn to the union above.',
      ],
    },
  },
  lapseWithdrawn: {
    urgency: 'soon',
    link: '/account#membership',
    zh: {
      title: '会籍提醒已撤回',
      lines: ['工会已撤回之前的提醒，您的会籍照常。'],
    },
    en: {
      title: 'The warning about your membership is withdrawn',
      lines: ['Your union has withdrawn its warning; your membership goes on as before.'],
    },
  },
  lapseAnswered: {
    urgency: 'soon',
    link: '/dues/lapses?union={unionId}',
    zh: {
      title: '会员答复了会籍提醒',
      lines: ['一名会员对会籍提醒作了说明，请看过后决定撤回提醒，还是到期再办。'],
    },
    en: {
      title: 'A member has answered a warning',
      lines: [
        'A member has answered the warning about their membership. Please read it, and withdraw the warning or wait for the day.',
      ],
    },
  },
  membershipRetained: {
    urgency: 'soon',
    link: '/account#membership',
    zh: {
      title: '会籍已转为保留',
      lines: [
        '您的会籍已转为保留：照常享受工会服务，不用交会费，暂无表决权、选举权和被选举权，也不担任工会职务。有疑问请联系该工会。',
      ],
    },
    en: {
      title: 'Your membership is retained',
      lines: [
        'Your membership is retained: you keep all services and owe no dues, and have no vote and no office meanwhile. Please ask the union if you have questions.',
      ],
    },
  },
  membershipFull: {
    urgency: 'soon',
    link: '/account#membership',
    zh: {
      title: '会籍已恢复',
      lines: ['您的会籍已从保留恢复为正常，会费和表决权等照常。有疑问请联系该工会。'],
    },
    en: {
      title: 'Your membership is full again',
      lines: [
        'Your membership is no longer retained: dues and votes are as before. Please ask the union if you have questions.',
      ],
    },
  },
  membershipMoved: {
    urgency: 'soon',
    link: '/account#membership',
    zh: {
      title: '会籍已接转',
      lines: ['您的会籍已转到{partyName}，以前的记录都还在。有疑问请联系该工会。'],
    },
    en: {
      title: 'Your membership has moved',
      lines: [
        'You are a member of {partyName} now; your history stays readable. Please ask the union if you have questions.',
      ],
    },
  },
  transferEnded: {
    urgency: 'soon',
    link: '/membership-transfers/{transferId}',
    zh: {
      title: '会籍接转有结果了',
      lines: [
        '{outcome, select, done {一名会员的会籍已转到{partyName}。} refused {{side, select, person {您的会籍没有转到{partyName}，仍在原来的工会。打开可以看原因。} other {一名会员的会籍没有转到{partyName}。打开可以看原因。}}} other {{side, select, person {您的会籍没有转到{partyName}：没有在期限内办完。需要时可以重新申请。} other {一名会员的会籍没有转到{partyName}：没有在期限内办完。}}}}',
      ],
    },
    en: {
      title: 'A transfer has come to its end',
      lines: [
        '{outcome, select, done {A member has moved to {partyName}.} refused {{side, select, person {You have not moved to {partyName}, and stay with your union. Open it to see why.} other {A member has not moved to {partyName}. Open it to see why.}}} other {{side, select, person {You have not moved to {partyName}: it was not settled in time. You may ask again.} other {A member has not moved to {partyName}: it was not settled in time.}}}}',
      ],
    },
  },
  correctionDecided: {
    urgency: 'soon',
    link: '/corrections/{correctionId}',
    zh: {
      title: '信息更正有结果了',
      lines: [
        '{side, select, person {{outcome, select, applied {您的登记信息已更正。若非本人要求，请马上联系所在工会。} refused {您的登记信息没有更正。打开可以看原因，需要时可以重新申请。} other {您的登记信息没有更正：在生效前被停止了。}}} other {{outcome, select, applied {您提出的一名会员的信息更正已生效。} refused {您提出的一名会员的信息更正被退回了。打开可以看原因。} other {您提出的一名会员的信息更正在生效前被停止了。}}}}',
      ],
    },
    en: {
      title: 'A correction is decided',
      lines: [
        '{side, select, person {{outcome, select, applied {What is on record of you was corrected. If you have not asked for it, tell your union now.} refused {What is on record of you was not corrected. Open it to see why; you may ask again.} other {What is on record of you was not corrected: it was stopped before it took effect.}}} other {{outcome, select, applied {The correction that you have asked for a member has taken effect.} refused {The correction that you have asked for a member was refused. Open it to see why.} other {The correction that you have asked for a member was stopped before it took effect.}}}}',
      ],
    },
  },
  recordsMerged: {
    urgency: 'soon',
    link: '/account/data',
    zh: {
      title: '您的两份档案已合并',
      lines: [
        '您在平台上有两份档案，经两名工会干部核实，已合并为一份。请看看有没有不是您的；有就联系所在工会，30 天内可以撤销。',
      ],
    },
    en: {
      title: 'Your two records are one',
      lines: [
        'There were two records of you; two officers have checked them, and they are one now. If you find something that is not yours, tell your union: it can be undone for 30 days.',
      ],
    },
  },
  recordsParted: {
    urgency: 'soon',
    link: '/account/data',
    zh: {
      title: '档案合并已撤销',
      lines: ['之前的档案合并已撤销，两份档案又分开了。有疑问请联系所在工会。'],
    },
    en: {
      title: 'A merge of records was undone',
      lines: ['Two records that were merged are apart again. Please ask your union if you have questions.'],
    },
  },
} as const satisfies Readonly<Record<string, NoticeRule>>;
