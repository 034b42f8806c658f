import type { ErrorText } from '../../core/error-text.js';

/** What is refused at confirmations of shares and at disputes about them, see `../error-codes.ts`. */
export const confirmationErrors = {
  CONFIRMATION_ANSWERED: {
    kind: 'conflict',
    zh: '这笔份额已经答复，或已随分录冲正作废',
    en: 'This share has been answered, or its entry was reversed',
  },
  SHARE_NETTED: {
    kind: 'conflict',
    zh: '这笔份额已进入确认的轧差，不能再提出异议',
    en: 'A confirmed netting run has taken this share: it cannot be disputed any more',
  },
  DISPUTE_AT_LOAN: {
    kind: 'conflict',
    zh: '借用损坏在那次借用中认定和减免',
    en: 'What was damaged is agreed on, or let off, at its loan',
  },
  DISPUTE_ENDED: { kind: 'conflict', zh: '这项异议已经了结', en: 'This dispute is over' },
  DISPUTE_IN_TALK: {
    kind: 'conflict',
    zh: '双方协商到 {time}，或由一方提请裁定后，才能裁定',
    en: 'Both sides have until {time} to agree, or until one of them refers it',
  },
  DISPUTE_REFERRED: { kind: 'conflict', zh: '已经提请裁定', en: 'It has been referred already' },
  BALANCES_NOT_CONFIRMED: {
    kind: 'conflict',
    zh: '该期间的余额还没有确认：{postings} 笔在等待确认或有异议',
    en: 'Nothing of the period is confirmed yet: {postings} postings wait or are disputed',
  },
  RUN_SHARE_DISPUTED: {
    kind: 'conflict',
    zh: '其中有份额在提出轧差后又有了异议，请重新生成',
    en: 'A share in this run has been disputed since it was proposed; propose anew',
  },
  RUN_SHARE_REVERSED: {
    kind: 'conflict',
    zh: '其中有款项在提出轧差后被冲销，请重新生成',
    en: 'A debt in this run has been reversed since it was proposed; propose anew',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
