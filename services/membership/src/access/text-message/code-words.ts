import type { MessagePurpose } from '@gongxiang/contracts/membership/membership-events';
import type { CodeMessage } from './text-message-seal.js';

/** The text of a message: short, as long messages are sent in parts. */
export function codeText(purpose: MessagePurpose, message: CodeMessage): string {
  return (message.locale === 'zh-CN' ? chinese : english)[purpose](message);
}

type Templates = Readonly<Record<MessagePurpose, (message: CodeMessage) => string>>;

const chinese: Templates = {
  activation: ({ code }) =>
    `【工享】验证码 ${code}，用于激活您的账号，5 分钟内有效。任何人（包括工会干部）都不会向您索要，请勿告诉他人。`,
  passwordReset: ({ code }) =>
    `【工享】验证码 ${code}，用于重设登录密码，5 分钟内有效。若非本人操作请忽略，任何人都不会向您索要，请勿告诉他人。`,
  application: ({ code }) =>
    `【工享】验证码 ${code}，用于入会申请，5 分钟内有效。若非本人操作请忽略，任何人都不会向您索要，请勿告诉他人。`,
  phoneChange: ({ code }) =>
    `【工享】验证码 ${code}，用于更换您登录用的手机号，5 分钟内有效。若非本人操作请勿告诉任何人，并立即修改密码。`,
  invitation: ({ code, name = '', union = '' }) =>
    `【工享】${name}您好，${union}邀请您加入工会，三分钟即可办理：${code} 。如已入会请忽略。`,
};

const english: Templates = {
  activation: ({ code }) =>
    `Gongxiang: ${code} is your code to activate your account, valid for 5 minutes. Nobody will ask you for it; do not pass it on.`,
  passwordReset: ({ code }) =>
    `Gongxiang: ${code} is your code to set a new password, valid for 5 minutes. If you did not ask for it, ignore it; do not pass it on.`,
  application: ({ code }) =>
    `Gongxiang: ${code} is your code to apply to join a union, valid for 5 minutes. If you did not ask for it, ignore it; do not pass it on.`,
  phoneChange: ({ code }) =>
    `Gongxiang: ${code} is your code to change the phone that you sign in with, valid for 5 minutes. If this was not you, tell nobody and change your password.`,
  invitation: ({ code, name = '', union = '' }) =>
    `Gongxiang: ${name}, ${union} invites you to join the union; it takes three minutes: ${code} . If you are a member already, ignore this.`,
};
