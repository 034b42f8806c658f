import type { ErrorText } from '../../core/error-text.js';

/** What is refused around conditions of use and documents of a resource, see `../error-codes.ts`. */
export const resourceProfileErrors = {
  CONDITIONS_NOT_ACCEPTED: {
    kind: 'rule',
    zh: '借用前请阅读并同意使用条件',
    en: 'Please read and accept the conditions of use before borrowing',
  },
  CONDITIONS_CHANGED: {
    kind: 'conflict',
    zh: '使用条件已修改为第 {version} 版，请重新阅读并同意',
    en: 'The conditions of use have changed to version {version}; please read and accept them anew',
  },
  ACCESS_NOT_FOR_FUNCTION: {
    kind: 'rule',
    zh: '只有信息和管理类资源可以按“开放查阅”出借',
    en: 'Only information and management know-how can be lent as access',
  },
  ACCESS_NOT_HANDED_OVER: {
    kind: 'rule',
    zh: '开放查阅的资料到时自动开放，不用交接',
    en: 'Access opens by itself at its time; there is nothing to hand over',
  },
  ATTRIBUTE_NOT_FOR_FUNCTION: {
    kind: 'rule',
    zh: '这一类资源没有这个字段',
    en: 'Resources of this function have no such attribute',
  },
  DOCUMENTS_NOT_FOR_SLOT: {
    kind: 'rule',
    zh: '只有按“开放查阅”出借的资源才能放文件',
    en: 'Only a resource that is lent as access holds documents',
  },
  DOCUMENTS_TOO_MANY: {
    kind: 'conflict',
    zh: '一项资源最多 {max} 个文件',
    en: 'A resource holds at most {max} documents',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
