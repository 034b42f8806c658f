import type { ErrorText } from '../../core/error-text.js';

/** What is refused around the handover, the return, an extension and a damage of a loan, see `../error-codes.ts`. */
export const handoverErrors = {
  HANDOVER_TOO_EARLY: {
    kind: 'rule',
    zh: '交接时间早于借用申请或上一次交接',
    en: 'It took place before the loan was asked for, or before the handover before it',
  },
  HANDOVER_TOO_MUCH: {
    kind: 'conflict',
    zh: '最多还可交接 {left} 件',
    en: 'At most {left} can change hands',
  },
  HANDOVERS_TOO_MANY: {
    kind: 'conflict',
    zh: '一次借用最多交接 {max} 次',
    en: 'A loan changes hands at most {max} times',
  },
  HANDOVER_ANSWERED: {
    kind: 'conflict',
    zh: '这次交接已有答复',
    en: 'This handover has been answered already',
  },
  HANDOVER_PICTURES_TOO_MANY: {
    kind: 'conflict',
    zh: '一次交接最多 {max} 张照片',
    en: 'A handover has at most {max} pictures',
  },
  OTHER_SIDE_CONFIRMS: {
    kind: 'forbidden',
    zh: '须由另一方确认',
    en: 'The other side has to answer this',
  },
  DAMAGE_BY_OWNER: {
    kind: 'rule',
    zh: '损坏由出借方在归还时登记',
    en: 'Damage is noted by the owner, when a thing comes back',
  },
  DAMAGE_OWN_LOAN: {
    kind: 'rule',
    zh: '本单位借用自己的资源，不产生赔偿',
    en: 'A union that lends to itself owes itself nothing',
  },
  DAMAGES_TOO_MANY: {
    kind: 'conflict',
    zh: '一次借用最多登记 {max} 处损坏',
    en: 'A loan has at most {max} damages',
  },
  DAMAGE_AMOUNT: {
    kind: 'rule',
    zh: '金额须大于零；裁定的金额不超过索赔金额',
    en: 'The amount is above zero, and a decision at most what was asked',
  },
  DAMAGE_ANSWER_DUE: {
    kind: 'conflict',
    zh: '借用方可在 {time} 前答复，之后才能裁定',
    en: 'The borrower may answer until {time}; it can be decided after that',
  },
  PIECES_BY_OWNER: {
    kind: 'rule',
    zh: '有标签的物品由出借方扫码交出',
    en: 'What has labels is handed out by its owner, who says which',
  },
  LOAN_NOT_OUT: { kind: 'conflict', zh: '物品尚未交出', en: 'Nothing has been handed over yet' },
  LOAN_CLOSED: { kind: 'conflict', zh: '借用已结清', en: 'The loan is closed' },
  EXTENSION_ASKED: {
    kind: 'conflict',
    zh: '已有延期申请待决定',
    en: 'An extension is asked for already, and waits for its decision',
  },
  EXTENSIONS_TOO_MANY: {
    kind: 'conflict',
    zh: '一次借用最多申请 {max} 次延期',
    en: 'An extension of a loan is asked for at most {max} times',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
