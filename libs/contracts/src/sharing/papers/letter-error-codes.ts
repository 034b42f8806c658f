import type { ErrorText } from '../../core/error-text.js';

/** What is refused around letters and their templates, see `../error-codes.ts`. */
export const letterErrors = {
  TEMPLATE_NOT_DOCX: {
    kind: 'rule',
    zh: '这不是可以打开的 Word 文档（.docx）',
    en: 'This is no Word document (.docx) that can be opened',
  },
  TEMPLATE_TOO_LARGE: {
    kind: 'rule',
    zh: '模板太大：文件不超过 {megabytesMax} MB，版面不超过 {pagesMax} 页',
    en: 'The template is too large: at most {megabytesMax} MB and {pagesMax} pages',
  },
  TEMPLATE_TOO_COMPLEX: {
    kind: 'rule',
    zh: '模板过于复杂：表格每行不超过 {columnsMax} 格，全文不超过 {cellsMax} 格，嵌套不宜过深',
    en: 'The template is too complex: at most {columnsMax} cells in a row, {cellsMax} in all, and no deep nesting',
  },
  TEMPLATE_HAS_MACROS: {
    kind: 'rule',
    zh: '模板含有宏或嵌入对象，请去掉后再上传',
    en: 'The template holds macros or embedded objects; please remove them',
  },
  TEMPLATE_POINTS_OUT: {
    kind: 'rule',
    zh: '模板引用了文件之外的内容：{target}',
    en: 'The template points to something outside the file: {target}',
  },
  PLACEHOLDER_BROKEN: {
    kind: 'rule',
    zh: '模板里有不成对的花括号',
    en: 'The template has a brace without its partner',
  },
  PLACEHOLDER_UNKNOWN: {
    kind: 'rule',
    zh: '没有“{name}”这个占位符',
    en: 'There is no placeholder “{name}”',
  },
  TEMPLATES_TOO_MANY: {
    kind: 'conflict',
    zh: '一个工会最多同时使用 {max} 个模板，请先停用不再用的',
    en: 'A union uses at most {max} templates at a time; please retire one first',
  },
  TEMPLATE_RETIRED: { kind: 'conflict', zh: '模板已停用', en: 'The template is retired' },
  TEMPLATE_OF_OTHER_UNION: {
    kind: 'rule',
    zh: '模板不是本活动主办工会的',
    en: 'The template is not of the union that organises this activity',
  },
  LETTERS_BEFORE_CLOSE: {
    kind: 'conflict',
    zh: '活动结束、签到定稿之后才能签发；请先关闭活动',
    en: 'Letters are issued once the activity is closed and it is settled who was there',
  },
  INVITATIONS_TOO_LATE: {
    kind: 'conflict',
    zh: '邀请函只能在活动发布之后、开始之前签发',
    en: 'Invitations are issued between the publication and the start of an activity',
  },
  LETTER_RECIPIENT_UNFIT: {
    kind: 'rule',
    zh: '此人没有到场（邀请函：没有名额）',
    en: 'This person was not there (for an invitation: has no seat)',
  },
  LETTERS_TOO_MANY: {
    kind: 'rule',
    zh: '一次最多签发 {max} 份，请分批选择',
    en: 'At most {max} letters are issued at a time; please choose in parts',
  },
  LETTER_REVOKED: { kind: 'conflict', zh: '已经作废', en: 'The letter is revoked already' },
} as const satisfies Readonly<Record<string, ErrorText>>;
