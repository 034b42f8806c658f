import type { ErrorText } from '../../core/error-text.js';

/** What is refused about second factors, passkeys and contacts, see `../../error-codes.ts`. */
export const credentialErrors = {
  SECOND_FACTOR_REQUIRED: {
    kind: 'unauthenticated',
    zh: '第一步已通过。此账号开启了两步验证，请继续完成第二步；如果这里没有第二步，请更新应用或改用网页登录',
    en: 'The first step is done. This account asks for a second step: please complete it, or where there is none, update the app or sign in on the web',
  },
  SECOND_FACTOR_SETUP_REQUIRED: {
    kind: 'forbidden',
    zh: '按总工会的要求，您的职务须先开启两步验证。请到“账号与设置”设置，完成后立即恢复',
    en: 'The federation asks for two-step sign-in for your office. Please set it up under “Account and settings”; what you may do comes back at once',
  },
  FACTOR_WRONG: {
    kind: 'rule',
    zh: '验证码不正确或已用过，请等验证器显示下一个，或改用恢复码',
    en: 'The code is wrong or was used already; please wait for the next one, or use a recovery code',
  },
  PASSKEY_WRONG: {
    kind: 'rule',
    zh: '没有认出这个通行密钥，请重试，或改用其他方式',
    en: 'This passkey was not recognised; please try again, or use another way',
  },
  CHALLENGE_OVER: {
    kind: 'unauthenticated',
    zh: '等待时间过长，请重新登录',
    en: 'This took too long; please sign in again',
  },
  PROOF_REQUIRED: {
    kind: 'rule',
    zh: '请输入当前密码、验证码，或使用通行密钥，三者任选其一',
    en: 'Please give one of these: your password, a code, or a passkey',
  },
  FACTOR_CODE_REQUIRED: {
    kind: 'rule',
    zh: '此账号开启了两步验证，请再输入验证码或恢复码',
    en: 'This account has two-step sign-in: please give a code of the app or a recovery code as well',
  },
  TOTP_THERE: {
    kind: 'conflict',
    zh: '已经绑定了一个验证器，请先移除它',
    en: 'An authenticator app is set up already; please remove it first',
  },
  TOTP_NOT_BEGUN: {
    kind: 'conflict',
    zh: '请重新开始绑定验证器',
    en: 'Please begin to set up the authenticator app again',
  },
  PRINTED_CODE_REQUIRED: {
    kind: 'rule',
    zh: '清除两步验证须使用工会打印、并经上级确认的验证码',
    en: 'Clearing two-step sign-in takes a printed code of your union, which the union above has confirmed',
  },
  NO_SECOND_FACTOR: {
    kind: 'conflict',
    zh: '请先绑定验证器或添加通行密钥，再生成恢复码',
    en: 'Please set up an authenticator app or a passkey first',
  },
  PASSKEYS_TOO_MANY: {
    kind: 'conflict',
    zh: '最多可有 {max} 个通行密钥，请先移除不用的',
    en: 'There can be {max} passkeys; please remove one that is no longer used',
  },
  PASSKEY_THERE: {
    kind: 'conflict',
    zh: '这个通行密钥已经添加过了',
    en: 'This passkey was added already',
  },
  BRIDGE_STATE_WRONG: {
    kind: 'rule',
    zh: '这次登录已失效或已用过，或不是在这个浏览器里开始的，请重新开始',
    en: 'This sign-in is over, was used already, or was begun in another browser; please begin again',
  },
  BRIDGE_REFUSED: {
    kind: 'rule',
    zh: '对方没有确认您的身份，可能是等待过久或授权已用过，请重新开始',
    en: 'The other side did not confirm who you are, perhaps as it took too long; please begin again',
  },
  BRIDGE_DOWN: {
    kind: 'busy',
    zh: '对方的登录服务暂时不可用，请稍后再试，或改用密码登录',
    en: 'The other side’s sign-in is not available at present; please try later, or use your password',
  },
  BRIDGE_NOT_LINKED: {
    kind: 'rule',
    zh: '这个账号还不能登录工享。请先用密码登录，再到“账号与设置”关联它；还没有激活的请先激活，还不是会员的请先申请入会',
    en: 'This account does not sign in here yet. Please sign in with your password and link it under “Account and settings”; activate first if you never signed in, or apply to join if you are no member',
  },
  LINKED_TO_ANOTHER: {
    kind: 'conflict',
    zh: '这个账号已关联另一位用户，须先由对方解除关联',
    en: 'This account is linked to another person, who has to unlink it first',
  },
  LINKED_ACCOUNTS_TOO_MANY: {
    kind: 'conflict',
    zh: '最多可关联 {max} 个账号，请先解除不用的',
    en: 'There can be {max} linked accounts; please unlink one that is no longer used',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
