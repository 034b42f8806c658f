import type { ErrorText } from '../../core/error-text.js';

/** What is refused about consents and one's own data, see `../../error-codes.ts`. */
export const privacyErrors = {
  CONSENT_TEXT_CHANGED: {
    kind: 'conflict',
    zh: '说明已更新为第 {version} 版，请重新阅读后再决定',
    en: 'The text is now version {version}; please read it again before you decide',
  },
  ERASURE_IN_THE_WAY: {
    kind: 'conflict',
    zh: '还有事项未了结，暂时不能删除：{services}',
    en: 'Something must end before your data can be erased, in: {services}',
  },
  ERASURE_SERVICE_SILENT: {
    kind: 'busy',
    zh: '部分服务没有回应，暂时不能申请删除：{services}。请稍后再试',
    en: 'Some services did not answer, so nothing was asked for: {services}. Please try again',
  },
  ERASURE_UNDER_WAY: {
    kind: 'conflict',
    zh: '您已申请删除数据，不需要再次申请',
    en: 'You have asked to erase your data already',
  },
  PERSON_ERASED: {
    kind: 'conflict',
    zh: '这位人员的个人信息已按本人要求删除，不能再更改或合并',
    en: 'The data of this person were erased at their request; the record cannot be changed or merged any more',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
