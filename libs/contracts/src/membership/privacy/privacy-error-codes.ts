import type { ErrorText } from '../../core/error-text.js';

/** What is refused about consents and one's own data, see `../../error-codes.ts`. */
export const privacyErrors = {
  CONSENT_TEXT_CHANGED: {
    kind: 'conflict',
    zh: '说明已更新为第 {version} 版，请重新阅读后再决定',
    en: 'The text is now version {version}; please read it again before you decide',
  },
  DATA_BREACH_AUDIENCE: {
    kind: 'rule',
    zh: '请说明涉及哪些人：选定工会，或列出人员',
    en: 'Please say whom it concerns: pick the union, or name the people',
  },
  DATA_BREACH_CHANGES: {
    kind: 'rule',
    zh: '更正时须写明改了什么；首次登记不填',
    en: 'A correction says what it changes, and a first record does not',
  },
  DATA_BREACH_CORRECTED: {
    kind: 'conflict',
    zh: '这份登记已有更正，请在最新的一份上更正',
    en: 'It has a correction already; please correct the newest one',
  },
  DATA_BREACH_CORRECTION_TOLD: {
    kind: 'rule',
    zh: '原通知已发给本人，更正也必须通知',
    en: 'People were notified of what this corrects, so they are notified of the correction',
  },
  DATA_BREACH_HANDOVER_CHANGES: {
    kind: 'rule',
    zh: '首次登记递交不填更正说明；再次登记须写明更正了什么',
    en: 'A further entry on the report says what it corrects, and the first one does not',
  },
  DATA_BREACH_HANDOVER_TIME: {
    kind: 'rule',
    zh: '递交时间不能早于发现时间，也不能晚于现在',
    en: 'The report is handed over after the breach was noticed, and not later than now',
  },
  DATA_BREACH_HANDOVERS_MANY: {
    kind: 'rule',
    zh: '递交登记最多 {max} 条',
    en: 'There are {max} entries on the report, and no more than that',
  },
  DATA_BREACH_REASON: {
    kind: 'rule',
    zh: '不通知个人的，须写明理由；通知的不填',
    en: 'Where people are not notified a reason is required; otherwise there is none',
  },
  DATA_BREACH_TIMES: {
    kind: 'rule',
    zh: '时间先后不对：先发生，后发现，都不能晚于现在',
    en: 'It happened before it was noticed, and neither is later than now',
  },
  ERASURE_IN_THE_WAY: {
    kind: 'conflict',
    zh: '还有事项未了结，暂时不能删除：{services}',
    en: 'Something must end before your data can be erased, in: {services}',
  },
  ERASURE_PAPER_AHEAD: {
    kind: 'rule',
    zh: '书面申请的日期不能晚于今天',
    en: 'The paper cannot be dated later than today',
  },
  ERASURE_SERVICE_SILENT: {
    kind: 'busy',
    zh: '部分服务没有回应，暂时不能申请删除：{services}。请稍后再试',
    en: 'Some services did not answer, so nothing was asked for: {services}. Please try again',
  },
  ERASURE_UNDER_WAY: {
    kind: 'conflict',
    zh: '已有删除申请正在办理，不需要再次申请',
    en: 'There is a request to erase these data already',
  },
  PERSON_ERASED: {
    kind: 'conflict',
    zh: '这位人员的个人信息已按要求删除，不能再更改或合并',
    en: 'The data of this person were erased; the record cannot be changed or merged any more',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
