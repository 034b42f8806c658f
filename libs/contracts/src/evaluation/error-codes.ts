import type { ErrorText } from '../core/error-text.js';

/** What evaluation refuses, see `../error-codes.ts`. */
export const evaluationErrors = {
  ITEMS_COUNT: {
    kind: 'shape',
    zh: '比较项须为 {min} 至 {max} 个',
    en: 'There must be {min} to {max} items',
  },
  MATRIX_SHAPE: {
    kind: 'shape',
    zh: '判断矩阵形状不对，此处应有 {expected} 项',
    en: 'The upper triangle does not fit: {expected} entries expected here',
  },
  JUDGEMENT_FORMAT: {
    kind: 'shape',
    zh: '判断值须为数字或分数，如 5、1/3',
    en: 'A judgement is a number or a fraction such as 5 or 1/3',
  },
  JUDGEMENT_RANGE: {
    kind: 'rule',
    zh: '判断值 {judgement} 超出 1/9 至 9',
    en: 'The judgement {judgement} lies outside 1/9 to 9',
  },
  JUDGEMENTS_DISCONNECTED: {
    kind: 'rule',
    zh: '现有判断无法把各项联系起来',
    en: 'The judgements leave some items unrelated',
  },
  JUDGES_MISSING: { kind: 'rule', zh: '尚无任何评判', en: 'Nobody has judged yet' },
  NOT_CONVERGED: { kind: 'rule', zh: '计算 {steps} 步仍未收敛', en: 'No result after {steps} steps' },
  ROWS_SHAPE: {
    kind: 'shape',
    zh: '数据行长度不一致或为空，应为 {expected} 列',
    en: 'Rows are empty or uneven: {expected} columns expected',
  },
  VALUE_NOT_A_NUMBER: { kind: 'shape', zh: '须为有限数字', en: 'A finite number is expected' },
  NEGATIVE_VALUE: { kind: 'rule', zh: '不能为负数', en: 'Must not be negative' },
  WEIGHTS_SHAPE: { kind: 'shape', zh: '权重须有 {expected} 个', en: '{expected} weights expected' },
  DIRECTIONS_SHAPE: {
    kind: 'shape',
    zh: '方向须有 {expected} 个，取 max 或 min',
    en: '{expected} directions expected, each max or min',
  },
  COEFFICIENT_RANGE: { kind: 'rule', zh: '系数须在 0 与 1 之间', en: 'The coefficient lies between 0 and 1' },
  DUPLICATE_ID: { kind: 'rule', zh: '{id} 出现了两次', en: '{id} appears twice' },
  TREE_TOO_DEEP: { kind: 'rule', zh: '指标树最多 {max} 层', en: 'The tree has at most {max} levels' },
  CUT_INCOMPLETE: {
    kind: 'rule',
    zh: '维度 {dimension} 未涵盖全部答卷',
    en: 'The dimension {dimension} does not cover all responses',
  },
  BLINDED_TOKEN_INVALID: { kind: 'shape', zh: '盲化凭证无效', en: 'The blinded token is not valid' },
  INDICATOR_UNKNOWN: { kind: 'rule', zh: '没有指标 {id}', en: 'There is no indicator {id}' },
  INDICATOR_SCALE: { kind: 'rule', zh: '指标 {id} 的量程为空', en: 'The scale of indicator {id} is empty' },
  TREE_BROKEN: {
    kind: 'rule',
    zh: '指标 {id} 的上级不存在、成环，或叶与非叶不符',
    en: 'The place of indicator {id} in the tree is not right: its parent is missing, in a circle, or a leaf',
  },
  FACT_REQUIRED: {
    kind: 'rule',
    zh: '指标 {id} 为事实指标，须指明取数项；测评指标则不得指明',
    en: 'Indicator {id}: a fact indicator names its fact, a survey indicator names none',
  },
  NODE_WEIGHTS_MISSING: {
    kind: 'rule',
    zh: '{parent} 之下的指标尚未赋权',
    en: 'The indicators below {parent} have no weights yet',
  },
  NODE_ITEMS: {
    kind: 'rule',
    zh: '{parent} 之下的比较项与指标不一致',
    en: 'The items below {parent} are not its indicators',
  },
  CONSISTENCY_TOO_LOW: {
    kind: 'rule',
    zh: '{parent} 之下判断的一致性比率 {ratio} 超过 0.10，最不一致的是 {first} 与 {second}',
    en: 'The judgements below {parent} have a consistency ratio of {ratio}, above 0.10; the worst compares {first} with {second}',
  },
  WEIGHTS_NOT_ACTIVE: { kind: 'conflict', zh: '权重版本未启用', en: 'The weight version is not in force' },
  FACTS_INCOMPLETE: {
    kind: 'conflict',
    zh: '活动尚未结束或到场记录尚未到齐',
    en: 'The activity is not closed, or its attendance facts are not complete',
  },
  SURVEY_WINDOW: {
    kind: 'rule',
    zh: '测评的截止时间必须晚于开放时间和现在',
    en: 'A survey ends after it opens, and in the future',
  },
  SURVEY_EMPTY: { kind: 'rule', zh: '测评须至少有一个问题', en: 'A survey needs at least one question' },
  SURVEY_OPEN: {
    kind: 'conflict',
    zh: '测评尚未结束，暂无结果',
    en: 'The survey is still open; there are no results yet',
  },
  SURVEY_NOT_OPEN: { kind: 'conflict', zh: '测评未开放或已结束', en: 'The survey is not open' },
  SURVEY_VOID: {
    kind: 'conflict',
    zh: '本次测评已作废：答卷的密钥已不存在，没有结果；可以重新发起',
    en: 'The survey is void: the key of its answers is gone. It has no results, and may be held again',
  },
  MEMBER_AFTER_OPENING: {
    kind: 'forbidden',
    zh: '您在测评开始之后才成为激活的会员，不能填写这次测评',
    en: 'You became an active member after this survey had opened, so you cannot answer it',
  },
  NOT_ATTENDED: {
    kind: 'forbidden',
    zh: '只有签到到场者可以参加测评',
    en: 'Only those who were checked in may take part',
  },
  TOKEN_ALREADY_ISSUED: {
    kind: 'conflict',
    zh: '已为您签发过凭证',
    en: 'A token has been issued to you already',
  },
  TOKEN_INVALID: { kind: 'rule', zh: '凭证无效', en: 'The token is not valid' },
  RECEIPT_INVALID: { kind: 'rule', zh: '回执须为 32 个随机字节', en: 'The receipt is 32 random bytes' },
  TOKEN_USED: { kind: 'conflict', zh: '凭证已使用', en: 'The token has been used' },
  ANSWER_UNKNOWN: { kind: 'rule', zh: '没有问题 {key}', en: 'There is no question {key}' },
  ANSWER_MISSING: { kind: 'rule', zh: '问题 {key} 须作答', en: 'Question {key} needs an answer' },
  ANSWER_FORMAT: {
    kind: 'rule',
    zh: '问题 {key} 的回答格式不对',
    en: 'The answer to question {key} does not fit',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
