import type { ErrorText } from '../../core/error-text.js';

/** What is refused to whoever names people for a service, see `../../error-codes.ts`. */
export const serviceHandlerErrors = {
  SERVICE_HANDLER_ALREADY: {
    kind: 'conflict',
    zh: '这个人已经是该项目在这家工会的指定经办人',
    en: 'This person is named for the service at this union already',
  },
  SERVICE_HANDLER_UNKNOWN: {
    kind: 'rule',
    zh: '没有找到这个人，或其会籍已经终止',
    en: 'There is no such person, or their membership has ended',
  },
  SERVICE_HANDLER_SELF: {
    kind: 'rule',
    zh: '不能指定自己，请由另一位工会干部指定',
    en: 'Nobody names themselves; please have another officer do it',
  },
  SERVICE_HANDLER_ELSEWHERE: {
    kind: 'rule',
    zh: '只能在提供该项目的工会及其下级工会指定经办人',
    en: 'People are named at the union that offers the service, or at one below it',
  },
  SERVICE_HANDLER_ENDED: {
    kind: 'conflict',
    zh: '这个人已经不是指定经办人',
    en: 'This person is not named any more',
  },
  SERVICE_HANDLERS_TOO_MANY: {
    kind: 'conflict',
    zh: '一个项目在一家工会最多指定 {max} 人',
    en: 'At most {max} people are named for a service at one union',
  },
  SERVICE_HANDLER_BUSY: {
    kind: 'conflict',
    zh: '这个人已在 {max} 处担任指定经办人',
    en: 'This person is named in {max} places already',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
