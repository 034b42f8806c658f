import type { AccountText, AccountTextKind, TextValues } from './account-text.js';

/** By what it is about. */
export type TextTemplates<Kind extends AccountTextKind = AccountTextKind> = Readonly<
  Record<Kind, (values: TextValues) => string>
>;

/** The text of a message where it may have any words: short, as long messages are sent in parts. */
export function accountWords({ kind, values, locale }: AccountText): string {
  return locale === 'zh-CN' ? `【工享】${chinese[kind](values)}` : `Gongxiang: ${english[kind](values)}`;
}

const notYou = '若非本人操作，请立即修改密码并联系所在工会。';
const notYouEnglish = 'If this was not you, change your password now and tell your union.';

const bridgeNames = new Map([
  ['wecom', { zh: '企业微信', en: 'WeCom' }],
  ['wechat', { zh: '微信', en: 'WeChat' }],
  ['oidc', { zh: '统一身份账号', en: 'an account elsewhere' }],
]);
/** What people call the account that was linked. */
export const bridgeOf = (bridge = ''): string => bridgeNames.get(bridge)?.zh ?? bridge;
const englishBridgeOf = (bridge = ''): string => bridgeNames.get(bridge)?.en ?? bridge;

const chinese: TextTemplates = {
  activation: ({ code }) =>
    `验证码 ${code}，用于激活您的账号，5 分钟内有效。任何人（包括工会干部）都不会向您索要，请勿告诉他人。`,
  passwordReset: ({ code }) =>
    `验证码 ${code}，用于重设登录密码，5 分钟内有效。若非本人操作请忽略，任何人都不会向您索要，请勿告诉他人。`,
  signIn: ({ code }) =>
    `验证码 ${code}，用于登录，5 分钟内有效。若非本人操作请忽略，任何人（包括工会干部）都不会向您索要，请勿告诉他人。`,
  application: ({ code }) =>
    `验证码 ${code}，用于入会申请，5 分钟内有效。若非本人操作请忽略，任何人都不会向您索要，请勿告诉他人。`,
  phoneChange: ({ code }) =>
    `验证码 ${code}，用于更换您登录用的手机号，5 分钟内有效。若非本人操作请勿告诉任何人，并立即修改密码。`,
  invitation: ({ code, name = '', union = '' }) =>
    `${name}您好，${union}邀请您加入工会，三分钟即可办理：${code} 。如已入会请忽略。`,
  totpAdded: () => `您的账号已绑定验证器，今后登录需输入验证码。${notYou}`,
  totpRemoved: () => `您的账号已移除验证器。${notYou}`,
  passkeyAdded: () => `您的账号添加了一个通行密钥。${notYou}`,
  passkeyRemoved: () => `您的账号移除了一个通行密钥。${notYou}`,
  recoveryCodesRenewed: () => `您的账号重新生成了恢复码，旧的已作废。${notYou}`,
  recoveryCodeUsed: ({ left }) => `您的账号刚用了一个恢复码，还剩 ${left} 个。${notYou}`,
  factorsCleared: () => `您的账号的两步验证已被清除，请登录后重新设置。${notYou}`,
  accountLinked: ({ bridge }) => `您的账号已关联${bridgeOf(bridge)}，今后可以用它登录。${notYou}`,
  accountUnlinked: ({ bridge }) => `您的账号已解除与${bridgeOf(bridge)}的关联。${notYou}`,
  phoneCorrected: () =>
    '工会已把您登记的手机号更正为另一个号码，今后登录和验证码都用新号码。若非本人要求，请立即联系所在工会。',
  phoneChangeWaits: ({ phone, link }) =>
    `您登录用的手机号将在 24 小时后换成 ${phone}。若非本人要求，请打开链接停止：${link}`,
  phoneChangeStopped: () => '更换手机号已停止，您仍用这个号码登录。若不是您本人申请更换的，请马上修改密码。',
  phoneChanged: () => `您登录用的手机号已换成另一个号码，今后登录和验证码都用新号码。${notYou}`,
  erasureAsked: ({ day, link }) =>
    `您已申请删除个人信息，${day} 起办理，之前登录可以撤回。办理结果请看：${link} 。${notYou}`,
  erasureOnPaper: ({ day, link }) =>
    `您的工会收到书面申请，${day} 起删除您的个人信息，之前登录或联系工会可以撤回。办理结果请看：${link} 。`,
  erasureLapsed: () => '您的个人信息没有删除：您现在是工会会员，或还有职务、事项未了结。需要时可以重新申请。',
};

const english: TextTemplates = {
  activation: ({ code }) =>
    `${code} is your code to activate your account, valid for 5 minutes. Nobody will ask you for it; do not pass it on.`,
  passwordReset: ({ code }) =>
    `${code} is your code to set a new password, valid for 5 minutes. If you did not ask for it, ignore it; do not pass it on.`,
  signIn: ({ code }) =>
    `${code} is your code to sign in, valid for 5 minutes. If you did not ask for it, ignore it; nobody will ask you for it, do not pass it on.`,
  application: ({ code }) =>
    `${code} is your code to apply to join a union, valid for 5 minutes. If you did not ask for it, ignore it; do not pass it on.`,
  phoneChange: ({ code }) =>
    `${code} is your code to change the phone that you sign in with, valid for 5 minutes. If this was not you, tell nobody and change your password.`,
  invitation: ({ code, name = '', union = '' }) =>
    `${name}, ${union} invites you to join the union; it takes three minutes: ${code} . If you are a member already, ignore this.`,
  totpAdded: () =>
    `an authenticator app was set up for your account; signing in asks for its code. ${notYouEnglish}`,
  totpRemoved: () => `the authenticator app was removed from your account. ${notYouEnglish}`,
  passkeyAdded: () => `a passkey was added to your account. ${notYouEnglish}`,
  passkeyRemoved: () => `a passkey was removed from your account. ${notYouEnglish}`,
  recoveryCodesRenewed: () =>
    `new recovery codes were made for your account; the old ones end. ${notYouEnglish}`,
  recoveryCodeUsed: ({ left }) =>
    `a recovery code of your account was used, ${left} are left. ${notYouEnglish}`,
  factorsCleared: () =>
    `two-step sign-in of your account was cleared; please set it up again. ${notYouEnglish}`,
  accountLinked: ({ bridge }) =>
    `${englishBridgeOf(bridge)} was linked to your account; you can sign in with it. ${notYouEnglish}`,
  accountUnlinked: ({ bridge }) =>
    `${englishBridgeOf(bridge)} was unlinked from your account. ${notYouEnglish}`,
  phoneCorrected: () =>
    'your union has put another phone number on record for you, which you sign in with from now on. If you did not ask for it, tell your union now.',
  phoneChangeWaits: ({ phone, link }) =>
    `in 24 hours you will sign in with the phone ${phone} instead of this one. If you did not ask for it, stop it here: ${link}`,
  phoneChangeStopped: () =>
    'the change of your phone was stopped; you go on signing in with this one. If it was not you who asked for it, change your password now.',
  phoneChanged: () => `you sign in with another phone from now on. ${notYouEnglish}`,
  erasureAsked: ({ day, link }) =>
    `you asked to erase your data. It begins on ${day}; sign in before to take it back. What comes of it: ${link} . ${notYouEnglish}`,
  erasureOnPaper: ({ day, link }) =>
    `your union was asked on paper to erase your data. It begins on ${day}; sign in or tell your union before to take it back. What comes of it: ${link} .`,
  erasureLapsed: () =>
    'your data were not erased: you are a member now, or an office or something else of yours goes on. You may ask again.',
};
