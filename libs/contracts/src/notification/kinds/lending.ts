import type { NoticeRule } from './notice-rule.js';

export const lendingNotices = {
  loanRequested: {
    urgency: 'soon',
    link: '/loans/{loanId}',
    act: { zh: '批准或拒绝', en: 'Approve or refuse' },
    zh: { title: '有人申请借用', lines: ['{partyName}申请从 {startsAt} 起借用，请决定。'] },
    en: {
      title: 'Asked to borrow',
      lines: ['{partyName} asks to borrow this from {startsAt}. Please decide.'],
    },
  },
  partyLoanAsked: {
    urgency: 'soon',
    link: '/party-loans/{partyLoanId}',
    act: { zh: '同意或不同意', en: 'Agree or decline' },
    zh: { title: '请工会出面借用', lines: ['{partyName}想从 {startsAt} 起借用，请本会决定是否出面。'] },
    en: {
      title: 'Your union is asked to borrow',
      lines: [
        '{partyName} would like to borrow this from {startsAt}. Please decide whether the union stands for it.',
      ],
    },
  },
  partyLoanAgreed: {
    urgency: 'whenever',
    link: '/loans/{loanId}',
    zh: { title: '工会已出面借用', lines: ['工会已为{partyName}申请从 {startsAt} 起的借用。'] },
    en: {
      title: 'The union borrows for you',
      lines: ['The union has asked for the loan from {startsAt} for {partyName}.'],
    },
  },
  partyLoanNotAgreed: {
    urgency: 'whenever',
    link: '/party-loans/{partyLoanId}',
    zh: {
      title: '工会没有出面借用',
      lines: ['{partyName}从 {startsAt} 起的借用没有办成。', '原因：{reason}'],
    },
    en: {
      title: 'The union does not borrow for you',
      lines: ['The loan from {startsAt} for {partyName} did not come about.', 'Reason: {reason}'],
    },
  },
  loanApproved: {
    urgency: 'whenever',
    link: '/loans/{loanId}',
    zh: { title: '借用已批准', lines: ['{partyName}已批准您的借用，{startsAt} 开始。'] },
    en: { title: 'Loan approved', lines: ['{partyName} has approved your loan. It starts on {startsAt}.'] },
  },
  loanRefused: {
    urgency: 'whenever',
    link: '/loans/{loanId}',
    zh: { title: '借用未批准', lines: ['{partyName}没有批准您的申请。', '原因：{reason}'] },
    en: { title: 'Loan refused', lines: ['{partyName} has refused your request.', 'Reason: {reason}'] },
  },
  loanCancelled: {
    urgency: 'whenever',
    link: '/loans/{loanId}',
    zh: { title: '借用已取消', lines: ['与{partyName}从 {startsAt} 起的借用已取消。', '原因：{reason}'] },
    en: {
      title: 'Loan cancelled',
      lines: ['The loan with {partyName} from {startsAt} is cancelled.', 'Reason: {reason}'],
    },
  },
  loanDueSoon: {
    urgency: 'soon',
    link: '/loans/{loanId}',
    zh: { title: '快到归还时间', lines: ['请在 {at} 前归还。'] },
    en: { title: 'To be returned soon', lines: ['Please return it by {at}.'] },
  },
  loanOverdue: {
    urgency: 'soon',
    link: '/loans/{loanId}',
    zh: { title: '逾期未还', lines: ['本应在 {at} 归还，还没有登记归还。'] },
    en: { title: 'Overdue', lines: ['This was due back on {at} and has not been marked as returned.'] },
  },
  loanDelayed: {
    urgency: 'now',
    link: '/loans/{loanId}',
    zh: { title: '您的借用可能推迟', lines: ['上一次借用还没有归还，您的借用 {at} 开始，保管人正在处理。'] },
    en: {
      title: 'Your loan may be late',
      lines: [
        'The previous borrower has not returned it yet. Your loan starts on {at}; its keeper is looking into it.',
      ],
    },
  },
  handoverWaiting: {
    urgency: 'soon',
    link: '/loans/{loanId}',
    act: { zh: '确认交接', en: 'Confirm the handover' },
    zh: { title: '请确认交接', lines: ['对方登记了一次交接，请在 {at} 前确认或提出异议。'] },
    en: {
      title: 'Please confirm the handover',
      lines: [
        'The other side has recorded a handover. Please confirm it by {at}, or say what was different.',
      ],
    },
  },
  handoverAssumed: {
    urgency: 'whenever',
    link: '/loans/{loanId}',
    zh: { title: '交接视为已确认', lines: ['48 小时内无人答复，这次交接视为已确认。'] },
    en: {
      title: 'Handover counts as confirmed',
      lines: ['Nobody answered within 48 hours, so the handover counts as confirmed.'],
    },
  },
  handoverDisputed: {
    urgency: 'soon',
    link: '/loans/{loanId}',
    zh: { title: '交接有异议', lines: ['对方对这次交接提出了异议。', '原因：{reason}'] },
    en: {
      title: 'Handover disputed',
      lines: ['The other side says the handover was different from what was recorded.', 'Reason: {reason}'],
    },
  },
  extensionAsked: {
    urgency: 'soon',
    link: '/loans/{loanId}',
    act: { zh: '决定是否延期', en: 'Decide on the extension' },
    zh: { title: '有人申请延期', lines: ['借用方申请延至 {at}，请决定。', '原因：{reason}'] },
    en: {
      title: 'Extension asked for',
      lines: ['The borrower asks to keep it until {at}. Please decide.', 'Reason: {reason}'],
    },
  },
  extensionApproved: {
    urgency: 'whenever',
    link: '/loans/{loanId}',
    zh: { title: '延期已同意', lines: ['您可以用到 {at}。'] },
    en: { title: 'Extension approved', lines: ['You may keep it until {at}.'] },
  },
  extensionRefused: {
    urgency: 'whenever',
    link: '/loans/{loanId}',
    zh: { title: '延期未同意', lines: ['没有同意延期。', '原因：{reason}'] },
    en: {
      title: 'Extension refused',
      lines: ['Your request to keep it longer was refused.', 'Reason: {reason}'],
    },
  },
  damageClaimed: {
    urgency: 'soon',
    link: '/loans/{loanId}',
    act: { zh: '答复索赔', en: 'Answer the claim' },
    zh: { title: '登记了损坏', lines: ['登记了损坏，索赔 {amount}，请在 {at} 前答复。', '原因：{reason}'] },
    en: {
      title: 'Damage noted',
      lines: ['Damage was noted, and {amount} is asked for it. Please answer by {at}.', 'Reason: {reason}'],
    },
  },
  damageDisputed: {
    urgency: 'soon',
    link: '/loans/{loanId}',
    zh: { title: '损坏有争议', lines: ['借用方不接受这处损坏的索赔。', '原因：{reason}'] },
    en: {
      title: 'Damage disputed',
      lines: ['The borrower does not accept this damage claim.', 'Reason: {reason}'],
    },
  },
  damageReferred: {
    urgency: 'soon',
    link: '/loans/{loanId}',
    act: { zh: '裁定', en: 'Decide' },
    zh: {
      title: '损坏争议待裁定',
      lines: [
        '{answer, select, none {对方到期没有答复 {amount} 的索赔，请您裁定。} other {双方对 {amount} 的索赔没有谈拢，请您裁定。}}',
        '异议：{reason}',
      ],
    },
    en: {
      title: 'A damage waits for you',
      lines: [
        '{answer, select, none {A claim of {amount} was not answered in time. Please decide.} other {The two sides disagree about a claim of {amount}. Please decide.}}',
        'Objection: {reason}',
      ],
    },
  },
  damageSettled: {
    urgency: 'whenever',
    link: '/loans/{loanId}',
    zh: { title: '损坏已有结果', lines: ['损坏已有结果：应赔 {amount}。', '原因：{reason}'] },
    en: { title: 'Damage settled', lines: ['The damage is settled: {amount} is owed.', 'Reason: {reason}'] },
  },
  memberNeedPosted: {
    urgency: 'soon',
    link: '/needs/{needId}',
    zh: {
      title: '职工发布了需求',
      lines: [
        '本会职工发布了一条需求。',
        '所需：{wanted, select, information {信息} facility {设施} management {管理} service {服务} people {人力} other {其他}}',
        '人数：{headcount}',
        '请打开看看能否替他们借到或办到。',
      ],
    },
    en: {
      title: 'A member of yours needs something',
      lines: [
        'A member of your union has posted a need.',
        'Needed: {wanted, select, information {information} facility {a facility} management {management} service {a service} people {people} other {something else}}',
        'For how many: {headcount}',
        'Open it and see whether you can borrow or arrange it for them.',
      ],
    },
  },
  needMatched: {
    urgency: 'whenever',
    link: '/needs/{needId}',
    zh: { title: '有需求找您', lines: ['您的“{offerTitle}”可能合适。', '请打开看看，可推荐给需求方。'] },
    en: {
      title: 'A need matches what you offer',
      lines: ['Your “{offerTitle}” could be what they need.', 'Have a look, and offer it if it suits.'],
    },
  },
  offerProposed: {
    urgency: 'soon',
    link: '/needs/{needId}',
    act: { zh: '答复推荐', en: 'Answer the offer' },
    zh: { title: '收到推荐', lines: ['“{offerTitle}”的所属方把它推荐给您。', '请打开答复。'] },
    en: {
      title: 'You were offered something',
      lines: ['Its owner proposes “{offerTitle}” to you.', 'Please open it and answer.'],
    },
  },
  offerAccepted: {
    urgency: 'whenever',
    link: '/needs/{needId}',
    zh: { title: '推荐被接受', lines: ['需求方接受了“{offerTitle}”。'] },
    en: { title: 'Your offer was accepted', lines: ['The seeker has accepted “{offerTitle}”.'] },
  },
  offerDeclined: {
    urgency: 'whenever',
    link: '/needs/{needId}',
    zh: { title: '推荐被谢绝', lines: ['需求方谢绝了“{offerTitle}”。'] },
    en: { title: 'Your offer was declined', lines: ['The seeker has declined “{offerTitle}”.'] },
  },
  waitOffered: {
    urgency: 'now',
    link: '/loan-waits/{waitId}',
    act: { zh: '接受时段', en: 'Accept the time' },
    zh: {
      title: '等到时段了',
      lines: ['为您保留了 {startsAt} 开始的时段，请在 {expiresAt} 前接受，过时让给下一位。'],
    },
    en: {
      title: 'A time is kept for you',
      lines: [
        'A time starting {startsAt} is being held for you. Please accept it by {expiresAt}; after that it goes to the next in line.',
      ],
    },
  },
  maintenanceDue: {
    urgency: 'soon',
    link: '/resources/{resourceId}/maintenance',
    act: { zh: '登记完成情况', en: 'Note what was done' },
    remindsItself: true,
    zh: { title: '保养到期', lines: ['保养内容：{taskTitle}', '到期：{dueOn}'] },
    en: { title: 'Maintenance due', lines: ['What: {taskTitle}', 'Due on {dueOn}.'] },
  },
  maintenanceOverdue: {
    urgency: 'soon',
    link: '/resources/{resourceId}/maintenance',
    zh: { title: '保养已逾期', lines: ['保养内容：{taskTitle}', '应在{dueOn}前完成，还没有登记。'] },
    en: {
      title: 'Maintenance overdue',
      lines: ['What: {taskTitle}', 'It was due on {dueOn} and is not noted as done.'],
    },
  },
} as const satisfies Readonly<Record<string, NoticeRule>>;
