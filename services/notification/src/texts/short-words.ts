import { cutTo, lengthOf } from '../sending/adapters/sms.js';
import type { AccountTextKind, CodeKind, TextValues } from './account-text.js';
import { bridgeOf, type TextTemplates } from './account-words.js';

/** What has a code goes by the template of codes. */
export type WordedKind = Exclude<AccountTextKind, CodeKind>;

/**
 * What stands in the gap of the template of notices, which says around it, in Chinese, where to look. So it is in Chinese for
 * everybody, and no link is in it: no provider takes one.
 * @param max how many characters the gap takes; 12 suffice for all that has no name in it
 */
export function shortWords(kind: WordedKind, values: TextValues, max: number): string {
  if (kind !== 'invitation') return cutTo(words[kind](values), max);
  const named = `${values['union']}邀请您入会`;
  return lengthOf(named) <= max ? named : words.invitation(values);
}

const words: TextTemplates<WordedKind> = {
  invitation: () => '工会邀请您入会',
  totpAdded: () => '账号已绑定验证器',
  totpRemoved: () => '账号已移除验证器',
  passkeyAdded: () => '账号新增了通行密钥',
  passkeyRemoved: () => '账号移除了通行密钥',
  recoveryCodesRenewed: () => '账号重新生成了恢复码',
  recoveryCodeUsed: ({ left }) => `账号用了恢复码，剩${left}个`,
  factorsCleared: () => '账号两步验证已被清除',
  accountLinked: ({ bridge }) => `账号已关联${bridgeOf(bridge)}`,
  accountUnlinked: ({ bridge }) => `已解除关联${bridgeOf(bridge)}`,
  phoneCorrected: () => '手机号已由工会更正',
  phoneChangeWaits: () => '手机号将更换，请登录查看',
  phoneChangeStopped: () => '更换手机号已停止',
  phoneChanged: () => '登录手机号已更换',
  erasureAsked: () => '资料将删除，请登录查看',
  erasureOnPaper: () => '资料将删除，请登录查看',
  erasureLapsed: () => '个人信息没有删除',
  passwordWasReset: () => '登录密码已被重设',
  passwordChanged: () => '登录密码已被修改',
  resetCodeAsked: () => '有人申请重设您的密码',
  resetCodeReady: () => '重设密码的码已生效',
  signInMerged: () => '档案已合并，登录已换',
  membershipEnded: () => '会籍已终止',
  lapseWarned: () => '会籍提醒，请查看',
  recordChanged: () => '工会登记有变化',
  applicationAdmitted: () => '入会申请已通过',
  applicationRefused: () => '入会申请未通过',
  applicationMoved: () => '入会申请已转别的工会',
  applicationNeedsTransfer: () => '您已入会，可办接转',
  foundingApproved: () => '建会已批准，请选举',
  foundingReturned: () => '建会申请需要补正',
  foundingRefused: () => '建会申请未通过',
  foundingMoved: () => '建会申请已转上级',
  foundingDone: () => '建会申请已办成',
  foundingLapsed: () => '建会申请已作废',
};
