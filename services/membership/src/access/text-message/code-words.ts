import type { EntryPurpose } from '@gongxiang/contracts/membership/membership-events';
import type { CodeMessage } from './text-message-seal.js';

/** The text of a message: short, as long messages are sent in parts. */
export function codeText(purpose: EntryPurpose, { code, locale }: CodeMessage): string {
  return locale === 'zh-CN' ? chinese[purpose](code) : english[purpose](code);
}

type Templates = Readonly<Record<EntryPurpose, (code: string) => string>>;

const chinese: Templates = {
  activation: (code) =>
    `【工享】验证码 ${code}，用于激活您的账号，5 分钟内有效。任何人（包括工会干部）都不会向您索要，请勿告诉他人。`,
  passwordReset: (code) =>
    `【工享】验证码 ${code}，用于重设登录密码，5 分钟内有效。若非本人操作请忽略，任何人都不会向您索要，请勿告诉他人。`,
};

const english: Templates = {
  activation: (code) =>
    `Gongxiang: ${code} is your code to activate your account, valid for 5 minutes. Nobody will ask you for it; do not pass it on.`,
  passwordReset: (code) =>
    `Gongxiang: ${code} is your code to set a new password, valid for 5 minutes. If you did not ask for it, ignore it; do not pass it on.`,
};
