import type { ErrorText } from '../core/error-text.js';

/** What is refused around addresses of notices and what is wanted there, see `../error-codes.ts`. */
export const sendingErrors = {
  CHANNEL_MISSING: {
    kind: 'rule',
    zh: '本平台没有开通这种提醒方式',
    en: 'This platform does not send notices that way',
  },
  CHANNEL_SPENT: {
    kind: 'conflict',
    zh: '本月这种提醒已经发满，下个月再试，或改用其他方式',
    en: 'As many messages as this platform sends that way in a month have been sent; please use another way',
  },
  NOTICE_ADDRESSES_TOO_MANY: {
    kind: 'conflict',
    zh: '每人最多设置 {max} 个接收消息的地方，请先删除不用的',
    en: 'Notices of a person go to at most {max} places; please remove one first',
  },
  ADDRESS_PROVED_ALREADY: {
    kind: 'conflict',
    zh: '消息已经会发到这里，不用再添加',
    en: 'Notices go there already',
  },
  ADDRESS_CODE_WRONG: { kind: 'rule', zh: '验证码不对，请核对', en: 'The code is not right' },
  ADDRESS_CODE_OVER: {
    kind: 'rule',
    zh: '验证码已失效，请重新发送',
    en: 'The code is not good any more; please have another one sent',
  },
  ADDRESS_UNPROVED: {
    kind: 'conflict',
    zh: '请先填写发到那里的验证码',
    en: 'Please enter the code that was sent there first',
  },
  WECHAT_LINK_OVER: {
    kind: 'rule',
    zh: '这个二维码已失效或已用过，请在“消息提醒”页面重新添加微信',
    en: 'This QR code is over or was used already; please add your WeChat again under “Notifications”',
  },
  WECHAT_REFUSED: {
    kind: 'rule',
    zh: '微信没有说明您是谁，请在微信里重新扫码，不要停在预览页面',
    en: 'WeChat did not say who you are; please scan the code in WeChat again, and do not stay in its preview',
  },
  WECHAT_DOWN: {
    kind: 'busy',
    zh: '微信暂时没有应答，请稍后重新扫码',
    en: 'WeChat does not answer at present; please scan the code again later',
  },
  WEBHOOK_ADDRESS: {
    kind: 'rule',
    zh: '请填写公网的 https 地址，地址里不要带用户名和密码',
    en: 'Please give a public https address, without a user or a password in it',
  },
  QUIET_BOTH: {
    kind: 'shape',
    zh: '免打扰时段要同时填起止时间，或都不填',
    en: 'Quiet hours have a beginning and an end, or neither',
  },
  CHANNEL_TWICE: { kind: 'shape', zh: '同一种方式只能填一次', en: 'This way is named twice' },
  LINK_INVALID: {
    kind: 'rule',
    zh: '链接无效或已失效，请登录后办理',
    en: 'The link is not valid; please sign in and do it there',
  },
  ACT_OVER: {
    kind: 'rule',
    zh: '这件事已经办好，或者已经过期',
    en: 'This is done already, or its time is over',
  },
  ACT_NEEDS_SIGN_IN: {
    kind: 'rule',
    zh: '您登录时还要第二步验证，请登录后办理',
    en: 'You sign in with a second factor: please sign in and do it there',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
