import type { ErrorText } from '../../core/error-text.js';

/** What is refused about the records of people, see `../../error-codes.ts`. */
export const recordErrors = {
  RECORD_INVALID: {
    kind: 'rule',
    zh: '档案有不合规则的地方，请看标出的各项',
    en: 'Something about the record breaks a rule; see what is marked',
  },
  RECORD_DETAIL_MISSING: { kind: 'rule', zh: '这一类档案要填这一项', en: 'A record of this kind needs this' },
  RECORD_DETAIL_STRANGE: {
    kind: 'rule',
    zh: '这一类档案没有这一项',
    en: 'A record of this kind does not have this',
  },
  RECORD_PERIOD_REVERSED: {
    kind: 'rule',
    zh: '结束的日期不能早于开始的日期',
    en: 'It cannot end before it begins',
  },
  RECORD_KIND_BY_OFFICERS: {
    kind: 'rule',
    zh: '工会干部考核由工会登记，不能给自己登记',
    en: 'An assessment of union staff is entered by an officer, about somebody else',
  },
  RECORD_STATE: {
    kind: 'conflict',
    zh: '这条档案现在的状态不能这样处理，请刷新后再看',
    en: 'The record is in a state in which this is not possible; read it again',
  },
  RECORD_NO_UNION: {
    kind: 'conflict',
    zh: '还没有工会可以核实：本人要先加入工会',
    en: 'There is no union that could verify it: the person has to be a member first',
  },
  RECORD_IMPORT_NOT_MEMBER: {
    kind: 'rule',
    zh: '不是本会或下级工会的会员',
    en: 'Not a member of a union whose officer you are, or of one below it',
  },
  RECORD_IMPORT_TWICE: { kind: 'rule', zh: '文件里已有相同的一行', en: 'The file has the same line above' },
  RECORDS_TOO_MANY: {
    kind: 'conflict',
    zh: '一个人最多有 {max} 条档案',
    en: 'A person has at most {max} records',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
