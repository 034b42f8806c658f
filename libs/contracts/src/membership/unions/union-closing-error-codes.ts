import type { ErrorText } from '../../core/error-text.js';

/** What is refused about closing unions, see `../../error-codes.ts`. */
export const unionClosingErrors = {
  UNION_CLOSING_UNDER_WAY: {
    kind: 'conflict',
    zh: '该工会已有一项撤销申报在办理，请先等候结果或撤回',
    en: 'A filing to close this union is under way already; please wait for it, or withdraw it',
  },
  UNION_CLOSING_OF_ROOT: {
    kind: 'rule',
    zh: '最上级工会不能撤销',
    en: 'The union at the root cannot be closed',
  },
  UNION_CLOSING_SUCCESSOR: {
    kind: 'rule',
    zh: '工会合并或分立，须写明承接其经费财产的工会',
    en: 'After a merger or a split, please name the union to which its funds and property go',
  },
  UNION_CLOSING_SUCCESSOR_WITHIN: {
    kind: 'rule',
    zh: '承接的工会不能是它自己，也不能是它的下级',
    en: 'The union that takes over cannot be this one, nor one below it',
  },
  UNION_CLOSING_SUCCESSOR_CLOSED: {
    kind: 'rule',
    zh: '承接的工会已撤销，请另选一个',
    en: 'The union that takes over is closed itself; please choose another one',
  },
  UNION_CLOSING_DATE: {
    kind: 'rule',
    zh: '文件日期不能晚于今天',
    en: 'The date of the document cannot be in the future',
  },
  UNION_CLOSING_REGISTRATION: {
    kind: 'rule',
    zh: '该工会有自己的统一社会信用代码，请说明法人登记是已注销还是待注销',
    en: 'This union has a code of its own: please say whether its registration has been cancelled or is yet to be',
  },
  UNION_CLOSING_MEMBERS: {
    kind: 'conflict',
    zh: '该工会还有 {count} 名会员，不能撤销。请先办理整体接转，把会员转到另一个工会',
    en: 'The union still has {count} members and cannot be closed. Please move them first, by a transfer of all members',
  },
  UNION_CLOSING_UNIONS: {
    kind: 'conflict',
    zh: '该工会还有 {count} 个下级工会，不能撤销。请先处理下级工会',
    en: 'There are still {count} unions below it, so it cannot be closed. Please deal with them first',
  },
  UNION_CLOSING_PARTIES: {
    kind: 'conflict',
    zh: '该工会还有 {count} 个俱乐部或社会组织在用，不能撤销。请先关闭它们',
    en: 'It still has {count} clubs or organisations in use and cannot be closed. Please close those first',
  },
  UNION_CLOSING_FOUNDINGS: {
    kind: 'conflict',
    zh: '还有 {count} 件建会申报等着在它之下成立工会，不能撤销。请先办结',
    en: 'There are {count} filings to found a union below it, so it cannot be closed. Please decide on them first',
  },
  UNION_CLOSING_IMPORTS: {
    kind: 'conflict',
    zh: '该工会还有 {count} 个名册导入未完成，不能撤销。请先完成或取消',
    en: 'It still has {count} rosters that are not finished and cannot be closed. Please finish or cancel them first',
  },
  UNION_REOPEN_LATE: {
    kind: 'conflict',
    zh: '重新启用的期限已过，请另行建会',
    en: 'The time to open it again has passed; please found a new union',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
