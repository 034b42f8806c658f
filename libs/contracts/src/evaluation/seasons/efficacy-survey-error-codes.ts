import type { ErrorText } from '../../core/error-text.js';

/** What surveys of the mechanism's efficacy refuse, see `../error-codes.ts`. */
export const efficacySurveyErrors = {
  EFFICACY_NODE_EMPTY: {
    kind: 'rule',
    zh: '指标 {id} 之下没有 1 至 5 分的测评项',
    en: 'There is nothing to be asked on a scale of 1 to 5 below indicator {id}',
  },
  EFFICACY_NODES_OVERLAP: {
    kind: 'rule',
    zh: '认同感与满意度须是互不包含的两个指标',
    en: 'Identification and satisfaction are two indicators, neither of them within the other',
  },
  SEASON_OPENED: {
    kind: 'conflict',
    zh: '测评已经开始、结束或取消，不能再改期或取消',
    en: 'The survey has opened, ended or been cancelled: it can neither be moved nor cancelled any more',
  },
  PERSON_POOLED: {
    kind: 'rule',
    zh: '个人只能合并作答，不署名',
    en: 'A person answers pooled, and never by name',
  },
  PARTY_ANSWERED: {
    kind: 'conflict',
    zh: '该参与方已以此身份作答',
    en: 'The party has answered in this capacity already',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
