import type { NoticeRule } from './notice-rule.js';

export const moneyNotices = {
  costPoolSubmitted: {
    urgency: 'soon',
    link: '/cost-pools/{moneyId}',
    act: { zh: '批准或退回', en: 'Approve or return' },
    zh: { title: '结算单待批准', lines: ['费用共 {amount}，分摊已算好并提交，请批准或退回。'] },
    en: {
      title: 'A cost pool waits for approval',
      lines: ['The costs of {amount} are split and submitted. Please approve or return them.'],
    },
  },
  costPoolReturned: {
    urgency: 'soon',
    link: '/cost-pools/{moneyId}',
    act: { zh: '改好后重新提交', en: 'Correct and submit again' },
    zh: { title: '结算单被退回', lines: ['提交的结算单没有获批，请改好后重新提交。', '原因：{reason}'] },
    en: {
      title: 'A cost pool was returned',
      lines: ['It was not approved. Please correct it and submit it again.', 'Reason: {reason}'],
    },
  },
  refundProposed: {
    urgency: 'soon',
    link: '/cost-pools/{costPoolId}/refunds',
    act: { zh: '批准或退回', en: 'Approve or return' },
    zh: { title: '退款待批准', lines: ['有人提出退款 {amount}，请批准或退回。', '原因：{reason}'] },
    en: {
      title: 'A refund waits for approval',
      lines: ['A refund of {amount} is proposed. Please approve or return it.', 'Reason: {reason}'],
    },
  },
  confirmationAsked: {
    urgency: 'soon',
    link: '/confirmations/{moneyId}',
    act: { zh: '确认或提出异议', en: 'Confirm or dispute' },
    remindsItself: true,
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
        '{direction, select, owes {{partyName}应付 {amount}，请在 {at} 前确认或提出异议；逾期如何处理见页面。} owed {{partyName}应收 {amount}，请在 {at} 前确认或提出异议；逾期如何处理见页面。} other {本会应付或应收 {amount}，请在 {at} 前确认或提出异议；逾期如何处理见页面。}}',
      ],
    },
    en: {
      title: 'The time to confirm ends soon',
      lines: [
        '{direction, select, owes {{partyName} owes {amount}. Please confirm or dispute it by {at}; the page says what silence means.} owed {{partyName} is owed {amount}. Please confirm or dispute it by {at}; the page says what silence means.} other {Your union owes or is owed {amount}. Please confirm or dispute it by {at}; the page says what silence means.}}',
      ],
    },
  },
  disputeOpened: {
    urgency: 'soon',
    link: '/disputes/{moneyId}',
    act: { zh: '答复异议', en: 'Answer the dispute' },
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
  disputeAnswered: {
    urgency: 'soon',
    link: '/disputes/{moneyId}',
    act: { zh: '继续协商', en: 'Go on talking' },
    zh: {
      title: '异议有了答复',
      lines: ['关于 {amount} 的异议有了新的答复，{at} 前可以继续协商；谈不拢由上级裁定。'],
    },
    en: {
      title: 'An answer in a dispute',
      lines: [
        'There is an answer in the dispute about {amount}. You can come to terms until {at}; otherwise the union above decides.',
      ],
    },
  },
  disputeReferred: {
    urgency: 'soon',
    link: '/disputes/{moneyId}',
    act: { zh: '裁定', en: 'Decide' },
    zh: { title: '异议待裁定', lines: ['双方对 {amount} 没有谈拢，请您裁定。'] },
    en: {
      title: 'A dispute waits for you',
      lines: ['The two sides have not come to terms about {amount}. Please decide.'],
    },
  },
  nettingRunProposed: {
    urgency: 'soon',
    link: '/netting-runs/{moneyId}',
    act: { zh: '确认或撤回', en: 'Confirm or withdraw' },
    zh: {
      title: '轧差待确认',
      lines: ['{periodFrom} 至 {periodTo} 的轧差已提出，共需划拨 {amount}，请确认或撤回。'],
    },
    en: {
      title: 'A netting run waits for you',
      lines: [
        'The netting from {periodFrom} to {periodTo} is proposed, with transfers of {amount}. Please confirm or withdraw it.',
      ],
    },
  },
  matterPaymentAsked: {
    urgency: 'soon',
    link: '/matter-payments',
    act: { zh: '批准或退回', en: 'Approve or refuse' },
    zh: { title: '办件付款待批准', lines: ['申请付款 {amount}，请批准或退回。'] },
    en: {
      title: 'A payment for a matter waits for approval',
      lines: ['{amount} is asked for. Please approve or refuse it.'],
    },
  },
  matterPaymentToPay: {
    urgency: 'soon',
    link: '/matter-payments',
    act: { zh: '付款并登记', en: 'Pay it and say so' },
    zh: { title: '办件付款待支付', lines: ['{amount} 已批准，请付款后登记。'] },
    en: {
      title: 'A payment for a matter is to be made',
      lines: ['{amount} is approved. Please pay it and say so.'],
    },
  },
  duesLineReturned: {
    urgency: 'soon',
    link: '/bank-statements/{moneyId}',
    act: { zh: '退还，或留作下年会费', en: 'Refund it, or keep it for later months' },
    zh: { title: '银行流水中的会费没有入账', lines: ['一笔 {amount} 的会费没能登记，请查看原因并处理。'] },
    en: {
      title: 'Dues of a bank line were not booked',
      lines: ['{amount} could not be booked. Please see why, and what is to be done with it.'],
    },
  },
  payeeAccountProposed: {
    urgency: 'soon',
    link: '/payee-accounts/{moneyId}',
    act: { zh: '核对并确认账号', en: 'Check and confirm the account' },
    zh: {
      title: '收款账号待确认',
      lines: ['有人要变更{partyName}的收款账号，请与本人当面或打电话核对，再确认或撤回。'],
    },
    en: {
      title: 'An account waits for you',
      lines: [
        'The account at which {partyName} is paid is to change. Please check it with whoever proposes it, then confirm or withdraw it.',
      ],
    },
  },
  payeeAccountChanged: {
    urgency: 'soon',
    link: '/payments',
    zh: {
      title: '收款账号有更新',
      lines: [
        '{partyName}的收款账号在 {at} 有更新，已由对方两人确认。请按新账号付款；与以前不同的，先打电话核实。',
      ],
    },
    en: {
      title: 'The account of a payee is new',
      lines: [
        '{partyName} is paid at a new account since {at}, confirmed by two of its people. Call before you pay to it if it is not the one you know.',
      ],
    },
  },
  paymentToSend: {
    urgency: 'soon',
    link: '/payments/{moneyId}',
    act: { zh: '付款并登记', en: 'Pay and confirm' },
    remindsItself: true,
    zh: { title: '划拨待付款', lines: ['请在 {at} 前付给{partyName} {amount}，并登记已付。'] },
    en: {
      title: 'A transfer is to be made',
      lines: ['Please pay {amount} to {partyName} by {at}, and confirm that it was sent.'],
    },
  },
  paymentToReceive: {
    urgency: 'soon',
    link: '/payments/{moneyId}',
    act: { zh: '确认到账', en: 'Confirm the receipt' },
    remindsItself: true,
    zh: { title: '划拨待确认到账', lines: ['{partyName}登记已付 {amount}，到账后请确认。'] },
    en: {
      title: 'Has the transfer arrived?',
      lines: ['{partyName} has confirmed that {amount} was sent. Please confirm once it has arrived.'],
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
  subsidyApplied: {
    urgency: 'whenever',
    link: '/subsidy-programmes/{moneyId}',
    act: { zh: '结束本轮并审核', en: 'End the round and decide' },
    zh: { title: '收到补助申报', lines: ['本轮已收到 {count} 份申报，可随时结束本轮并审核。'] },
    en: {
      title: 'Applications have come in',
      lines: ['Applications in this round: {count}. You may end it and decide at any time.'],
    },
  },
  subsidyToDecide: {
    urgency: 'soon',
    link: '/subsidy-programmes/{moneyId}',
    act: { zh: '审核申报', en: 'Decide on the applications' },
    zh: { title: '补助申报待审核', lines: ['申报已截止，还有 {count} 份待审核。'] },
    en: {
      title: 'Applications wait for you',
      lines: ['The call for applications is over. Still to be decided: {count}.'],
    },
  },
  subsidyToApprove: {
    urgency: 'soon',
    link: '/subsidy-programmes/{moneyId}',
    act: { zh: '批准补助名单', en: 'Approve the awards' },
    zh: { title: '补助名单待批准', lines: ['申报已全部审核，请批准补助名单。'] },
    en: {
      title: 'Awards wait for approval',
      lines: ['All applications are decided. Please approve the list of awards.'],
    },
  },
  objectionToAnswer: {
    urgency: 'soon',
    link: '/subsidy-programmes/{moneyId}/notice',
    act: { zh: '答复异议', en: 'Answer the objections' },
    zh: { title: '公示期间有异议', lines: ['有 {count} 条异议待答复，答复后公示才能结束。'] },
    en: {
      title: 'Objections to awards',
      lines: ['Objections to be answered: {count}. The public notice does not end before.'],
    },
  },
  subsidyOffered: {
    urgency: 'soon',
    link: '/subsidies/{moneyId}',
    act: { zh: '接受或谢绝', en: 'Accept or decline' },
    zh: { title: '获得补助', lines: ['贵会获得补助 {amount}，请阅读条件，接受或谢绝。'] },
    en: {
      title: 'Your union is offered a subsidy',
      lines: ['Your union is offered {amount}. Please read the conditions, and accept or decline.'],
    },
  },
  subsidyToPay: {
    urgency: 'soon',
    link: '/subsidies/{moneyId}',
    act: { zh: '拨付并登记', en: 'Pay and confirm' },
    zh: { title: '补助待拨付', lines: ['{partyName}已接受条件，请拨付 {amount}，并登记已付。'] },
    en: {
      title: 'A subsidy is to be paid',
      lines: ['{partyName} has accepted the conditions. Please pay {amount}, and confirm that it was sent.'],
    },
  },
  subsidyToReceive: {
    urgency: 'soon',
    link: '/subsidies/{moneyId}',
    act: { zh: '确认到账', en: 'Confirm the receipt' },
    zh: { title: '补助待确认到账', lines: ['{partyName}登记已拨付 {amount}，到账后请确认。'] },
    en: {
      title: 'Has the subsidy arrived?',
      lines: ['{partyName} has confirmed that {amount} was sent. Please confirm once it has arrived.'],
    },
  },
  subsidyToReport: {
    urgency: 'whenever',
    link: '/subsidies/{moneyId}',
    act: { zh: '提交使用报告', en: 'Report on its use' },
    remindsItself: true,
    zh: {
      title: '请报告补助使用情况',
      lines: ['{amount} 补助的使用报告请在 {at} 前提交。', '退回原因：{reason}'],
    },
    en: {
      title: 'A subsidy is to be reported on',
      lines: ['Please report on the use of the subsidy of {amount} by {at}.', 'Returned because: {reason}'],
    },
  },
  subsidyReported: {
    urgency: 'soon',
    link: '/subsidies/{moneyId}',
    act: { zh: '通过或退回报告', en: 'Accept or return the report' },
    zh: { title: '补助报告待审核', lines: ['{partyName}提交了 {amount} 补助的使用报告，请审核。'] },
    en: {
      title: 'A report waits for you',
      lines: ['{partyName} has reported on the subsidy of {amount}. Please accept or return the report.'],
    },
  },
  subsidyToReclaim: {
    urgency: 'soon',
    link: '/subsidies/{moneyId}',
    act: { zh: '收回结余', en: 'Claim the rest back' },
    zh: { title: '补助结余待收回', lines: ['{partyName}的补助还有 {amount} 没有用完，请收回结余。'] },
    en: {
      title: 'The rest of a subsidy is due back',
      lines: ['{partyName} has not used {amount} of its subsidy. Please claim it back.'],
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
  budgetSubmitted: {
    urgency: 'soon',
    link: '/budgets/{moneyId}',
    act: { zh: '通过或退回', en: 'Adopt or return' },
    zh: { title: '预算待通过', lines: ['{year} 年预算已提交，合计 {amount}，请通过或退回。'] },
    en: {
      title: 'A budget waits for adoption',
      lines: ['The budget of {year} is submitted, {amount} in all. Please adopt or return it.'],
    },
  },
  budgetReturned: {
    urgency: 'soon',
    link: '/budgets/{moneyId}',
    act: { zh: '改好后重新提交', en: 'Correct and submit again' },
    zh: { title: '预算被退回', lines: ['{year} 年预算没有通过，请改好后重新提交。', '原因：{reason}'] },
    en: {
      title: 'A budget was returned',
      lines: [
        'The budget of {year} was not adopted. Please correct it and submit it again.',
        'Reason: {reason}',
      ],
    },
  },
  closureProposed: {
    urgency: 'soon',
    link: '/account-closures',
    act: { zh: '批准销户', en: 'Approve the closure' },
    zh: { title: '销户待批准', lines: ['有人提出为{partyName}销户，请批准。', '原因：{reason}'] },
    en: {
      title: 'Closing accounts waits for approval',
      lines: ['It is proposed to close the accounts of {partyName}. Please approve.', 'Reason: {reason}'],
    },
  },
  disclosureDue: {
    urgency: 'soon',
    link: '/disclosures',
    act: { zh: '公开经费', en: 'Disclose the year' },
    zh: { title: '年度经费待公开', lines: ['这一年度已经结束，经费还没有向会员公开，请打开公开页面办理。'] },
    en: {
      title: 'A year waits to be disclosed',
      lines: ['The year is over, and its money has not been disclosed to the members yet.'],
    },
  },
} as const satisfies Readonly<Record<string, NoticeRule>>;
