import type { NoticeRule } from './notice-rule.js';

/** Of matters that people bring to their unions, of which none says more than the name of its service; and of what must be read. */
export const affairsNotices = {
  matterReceived: {
    urgency: 'soon',
    link: '/matters',
    act: { zh: '受理', en: 'Take it' },
    zh: { title: '有新的办件待受理', lines: [] },
    en: { title: 'A new matter waits to be taken', lines: [] },
  },
  matterInHand: {
    urgency: 'soon',
    link: '/matters/{matterId}',
    act: { zh: '办理', en: 'Deal with it' },
    zh: { title: '有办件由您办理', lines: [] },
    en: { title: 'A matter is in your hands', lines: [] },
  },
  matterProposed: {
    urgency: 'soon',
    link: '/matters/{matterId}',
    act: { zh: '复核', en: 'Confirm or give back' },
    zh: { title: '有办理意见待复核', lines: [] },
    en: { title: 'A decision waits for a second person', lines: [] },
  },
  matterEscalated: {
    urgency: 'now',
    link: '/matters',
    act: { zh: '督办', en: 'See to it' },
    zh: { title: '下级工会的办件超过时限，已报到本会', lines: [] },
    en: { title: 'A matter below is past its time and was brought before your union', lines: [] },
  },
  matterAsked: {
    urgency: 'now',
    link: '/matters/{matterId}',
    act: { zh: '补充', en: 'Answer' },
    zh: { title: '经办人请您补充', lines: ['补充之前不计办理时间。'] },
    en: { title: 'You are asked for something', lines: ['The time stands still until you answer.'] },
  },
  matterTaken: {
    urgency: 'whenever',
    link: '/matters/{matterId}',
    zh: { title: '您提交的事项已受理', lines: ['办结时限：{at}'] },
    en: { title: 'Your matter was taken', lines: ['To be decided by: {at}'] },
  },
  matterDecided: {
    urgency: 'soon',
    link: '/matters/{matterId}',
    act: { zh: '看结果并评价', en: 'Read and rate' },
    zh: { title: '您提交的事项已办结', lines: ['不满意可以在 30 天内申请重办一次。'] },
    en: {
      title: 'Your matter is decided',
      lines: ['If it did not help, you can have it reopened once within 30 days.'],
    },
  },
  matterPaid: {
    urgency: 'soon',
    link: '/matters/{matterId}',
    zh: { title: '款项已发放', lines: ['金额：{amount}'] },
    en: { title: 'Your payment was made', lines: ['Amount: {amount}'] },
  },
  matterPaymentRefused: {
    urgency: 'soon',
    link: '/matters/{matterId}',
    zh: { title: '款项没有发放，财务退回了申请', lines: ['金额：{amount}'] },
    en: { title: 'The payment for a matter was refused', lines: ['Amount: {amount}'] },
  },
  matterPaymentReturned: {
    urgency: 'soon',
    link: '/matters/{matterId}',
    zh: { title: '款项被银行退回', lines: ['金额：{amount}', '请核对收款账号后重新申请付款。'] },
    en: {
      title: 'The payment for a matter came back',
      lines: ['Amount: {amount}', 'Please check the account and ask for it again.'],
    },
  },
  bulletinToRead: {
    urgency: 'soon',
    link: '/bulletins/{bulletinId}',
    forMany: true,
    zh: { title: '有一条必读信息，请阅读并确认', lines: ['发布：{unionName}'] },
    en: { title: 'Something that you are asked to read and confirm', lines: ['Published by: {unionName}'] },
  },
  assignmentGiven: {
    urgency: 'soon',
    link: '/assignment-parts/{partId}',
    act: { zh: '签收办理', en: 'Receive it' },
    zh: { title: '上级工会下达了任务', lines: [] },
    en: { title: 'A union above has given yours an assignment', lines: [] },
  },
  assignmentSentBack: {
    urgency: 'soon',
    link: '/assignment-parts/{partId}',
    act: { zh: '修改后再报', en: 'Mend and return it' },
    zh: { title: '回报的任务被退回', lines: [] },
    en: { title: 'What your union returned was sent back', lines: [] },
  },
  assignmentReturned: {
    urgency: 'whenever',
    link: '/assignments/{assignmentId}',
    act: { zh: '审核', en: 'Accept or send back' },
    zh: { title: '下级工会的回报待审核', lines: [] },
    en: { title: 'What unions below returned waits to be accepted', lines: [] },
  },
  assignmentDelayAsked: {
    urgency: 'soon',
    link: '/assignments/{assignmentId}',
    act: { zh: '答复', en: 'Grant or refuse' },
    zh: { title: '下级工会申请延期', lines: [] },
    en: { title: 'A union below asks for more time', lines: [] },
  },
  assignmentReminded: {
    urgency: 'soon',
    link: '/assignments',
    zh: { title: '上级工会催办任务', lines: ['截止日期：{at}'] },
    en: { title: 'A union above reminds yours of an assignment', lines: ['Due: {at}'] },
  },
} as const satisfies Readonly<Record<string, NoticeRule>>;
