import type { NoticeRule } from './notice-rule.js';

export const moneyNotices = {
  confirmationAsked: {
    urgency: 'soon',
    link: '/confirmations/{moneyId}',
    zh: {
      title: '分摊待确认',
      lines: [
        '{direction, select, owes {{partyName}应付 {amount}，请在 {at} 前确认或提出异议。} owed {{partyName}应收 {amount}，请在 {at} 前确认或提出异议。} other {本会应付或应收 {amount}，请在 {at} 前确认或提出异议。}}',
      ],
    },
    en: {
      title: 'A share waits for you',
      lines: [
        '{direction, select, owes {{partyName} owes {amount}. Please confirm or dispute it by {at}.} owed {{partyName} is owed {amount}. Please confirm or dispute it by {at}.} other {Your union owes or is owed {amount}. Please confirm or dispute it by {at}.}}',
      ],
    },
  },
  confirmationDue: {
    urgency: 'soon',
    link: '/confirmations/{moneyId}',
    zh: {
      title: '分摊确认快截止了',
      lines: [
        '{direction, select, owes {{partyName}应付 {amount}，请在 {at} 前确认或提出异议；逾期按协议办理。} owed {{partyName}应收 {amount}，请在 {at} 前确认或提出异议；逾期按协议办理。} other {本会应付或应收 {amount}，请在 {at} 前确认或提出异议；逾期按协议办理。}}',
      ],
    },
    en: {
      title: 'The time to confirm ends soon',
      lines: [
        '{direction, select, owes {{partyName} owes {amount}. Please confirm or dispute it by {at}; after that the agreement says what silence means.} owed {{partyName} is owed {amount}. Please confirm or dispute it by {at}; after that the agreement says what silence means.} other {Your union owes or is owed {amount}. Please confirm or dispute it by {at}; after that the agreement says what silence means.}}',
      ],
    },
  },
  disputeOpened: {
    urgency: 'soon',
    link: '/disputes/{moneyId}',
    zh: {
      title: '费用有异议',
      lines: ['另一方对这笔费用（{amount}）提出异议，{at} 前可以协商；谈不拢由上级裁定。'],
    },
    en: {
      title: 'Costs are disputed',
      lines: [
        'The other side disputes costs of {amount}. You can come to terms until {at}; otherwise the union above decides.',
      ],
    },
  },
  disputeReferred: {
    urgency: 'soon',
    link: '/disputes/{moneyId}',
    zh: { title: '异议待裁定', lines: ['双方对 {amount} 没有谈拢，请您裁定。'] },
    en: {
      title: 'A dispute waits for you',
      lines: ['The two sides have not come to terms about {amount}. Please decide.'],
    },
  },
  paymentDue: {
    urgency: 'soon',
    link: '/payments/{moneyId}',
    zh: { title: '划拨快到期', lines: ['{amount} 的划拨 {at} 到期，请办理并确认。'] },
    en: {
      title: 'A transfer is due soon',
      lines: ['The transfer of {amount} is due by {at}. Please see to it, and confirm it.'],
    },
  },
  paymentOverdue: {
    urgency: 'soon',
    link: '/payments/{moneyId}',
    zh: { title: '划拨已逾期', lines: ['{amount} 的划拨应在 {at} 前办妥，现已逾期。'] },
    en: {
      title: 'A transfer is overdue',
      lines: ['The transfer of {amount} should have been made by {at}.'],
    },
  },
  subsidyReportDue: {
    urgency: 'soon',
    link: '/subsidies/{moneyId}',
    zh: { title: '补助报告快到期', lines: ['{amount} 补助的使用报告应在 {at} 前提交。'] },
    en: { title: 'A report is due soon', lines: ['The report on the subsidy of {amount} is due by {at}.'] },
  },
  subsidyReportOverdue: {
    urgency: 'soon',
    link: '/subsidies/{moneyId}',
    zh: {
      title: '补助报告逾期',
      lines: ['{amount} 补助的使用报告 {at} 已到期，还没有提交；未用的部分可以收回。'],
    },
    en: {
      title: 'A report is overdue',
      lines: [
        'The report on the subsidy of {amount} was due by {at} and has not come. What was not used may be claimed back.',
      ],
    },
  },
  disclosureDue: {
    urgency: 'soon',
    link: '/disclosures',
    zh: { title: '年度经费待公开', lines: ['这一年度已经结束，经费还没有向会员公开，请打开公开页面办理。'] },
    en: {
      title: 'A year waits to be disclosed',
      lines: ['The year is over, and its money has not been disclosed to the members yet.'],
    },
  },
} as const satisfies Readonly<Record<string, NoticeRule>>;
