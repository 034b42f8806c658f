import type { ErrorText } from '../../core/error-text.js';

/** What is refused about changes of the phone that a person signs in with, see `../../error-codes.ts`. */
export const phoneChangeErrors = {
  PHONE_CHANGE_SAME: {
    kind: 'rule',
    zh: '这就是现在登记的手机号，不需要更换',
    en: 'This phone is on record already: there is nothing to change',
  },
  PHONE_CHANGE_WAITS: {
    kind: 'conflict',
    zh: '已有一次更换手机号等待生效，请等它生效，或先停止它',
    en: 'A change of phone waits to take effect already; please wait for it, or stop it first',
  },
  PHONE_CHANGE_OVER: {
    kind: 'conflict',
    zh: '验证码已失效或输错次数过多，请重新申请更换',
    en: 'The codes have lapsed, or were wrong too often; please ask for the change again',
  },
  PHONE_NEW_CODE_WRONG: {
    kind: 'rule',
    zh: '新手机收到的验证码不正确',
    en: 'The code that was sent to the new phone is wrong',
  },
  PHONE_OLD_CODE_WRONG: {
    kind: 'rule',
    zh: '原手机收到的验证码不正确；收不到的话请留空，24 小时后生效',
    en: 'The code that was sent to the old phone is wrong; if you cannot receive it, leave it empty and wait for 24 hours',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
