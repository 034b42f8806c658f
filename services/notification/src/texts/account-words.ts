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
  passwordWasReset: ({ link }) =>
    `您的登录密码刚被重设，所有设备都已退出登录。若非本人操作，请马上重设一次：${link} ，并联系所在工会或上级工会。`,
  passwordChanged: ({ link }) =>
    `您的登录密码刚被修改，所有设备都已退出登录。若非本人操作，请马上重设：${link} ，并联系所在工会。`,
  resetCodeAsked: () =>
    '工会干部为您申请了重设密码的打印码，待另一名干部确认。若非您本人要求，请马上联系所在工会或上级工会拒绝。',
  resetCodeReady: () =>
    '重设您登录密码的打印码已生效，拿到它的人可以重设您的密码。若非您本人要求，请马上联系所在工会或上级工会。',
  signInMerged: () =>
    '您在平台上的两份档案已合并为一份，这个登录已停用，请改用另一份档案的手机号或登录名。登录不了请联系所在工会。',
  membershipEnded: () => '您在工会的会籍已终止。有疑问请联系原来的工会。',
  lapseWarned: ({ link }) => `工会有一件关于您会籍的事要提醒您，请激活账号查看：${link} ，或联系所在工会。`,
  recordChanged: ({ link }) => `您在工会的登记有变化，请激活账号查看：${link} 。有疑问请联系所在工会。`,
  applicationAdmitted: ({ union, link }) =>
    `${union}同意您入会，您已是工会会员。请由此登录或激活账号：${link}`,
  applicationRefused: ({ day, link }) =>
    `您的入会申请没有通过。原因请看：${link} 。${day ? `不同意可以在那里向上级工会申诉，最后一天是 ${day}。` : ''}`,
  applicationMoved: ({ union, day, link }) =>
    `您的入会申请已转到${union}，${day} 前答复，您不用再办什么。进度请看：${link}`,
  applicationNeedsTransfer: ({ link }) =>
    `您已是另一家工会的会员，不用重新入会，可以办会籍接转。怎么办请看：${link}`,
  foundingApproved: ({ day, link }) =>
    `建会申请已批准。请召开会员（代表）大会选举，并在 ${day} 前报结果：${link}`,
  foundingReturned: ({ day, link }) => `建会申请需要补正。请看原因，并在 ${day} 前重新提交：${link}`,
  foundingRefused: ({ day, link }) =>
    `建会申请没有通过。原因请看：${link} 。${day ? `不同意可以在那里向上级工会申诉，最后一天是 ${day}。` : ''}`,
  foundingMoved: ({ union, day, link }) =>
    `建会申请已转到${union}，${day} 前答复，您不用再办什么。进度请看：${link}`,
  foundingDone: ({ union, link }) => `${union}已经成立或接纳了你们。接下来怎么做请看：${link}`,
  foundingLapsed: ({ link }) => `建会申请因过期没有继续办理，已作废，可以重新申请：${link}`,
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
  passwordWasReset: ({ link }) =>
    `your password was set anew, and every device is signed out. If this was not you, set it again now: ${link} , and tell your union or the one above.`,
  passwordChanged: ({ link }) =>
    `your password was changed, and every device is signed out. If this was not you, set it anew now: ${link} , and tell your union.`,
  resetCodeAsked: () =>
    'an officer has printed a code that sets your password anew; another officer has to confirm it. If you have not asked for it, tell your union or the one above now.',
  resetCodeReady: () =>
    'the printed code that sets your password anew works now. If you have not asked for it, tell your union or the one above now.',
  signInMerged: () =>
    'your two records are one now, and this sign-in has ended: please use the phone or login of the other one. If that fails, ask your union.',
  membershipEnded: () => 'your membership has ended. Please ask your former union if you have questions.',
  lapseWarned: ({ link }) =>
    `your union has a warning about your membership. Activate your account to see it: ${link} , or ask your union.`,
  recordChanged: ({ link }) =>
    `your record at the union has changed. Activate your account to see it: ${link} . Please ask your union if you have questions.`,
  applicationAdmitted: ({ union, link }) =>
    `${union} has admitted you, you are a member now. Sign in or activate your account: ${link}`,
  applicationRefused: ({ day, link }) =>
    `your application to join was refused. See why: ${link} .${day ? ` You can appeal there to the union above, until ${day}.` : ''}`,
  applicationMoved: ({ union, day, link }) =>
    `your application to join is with ${union} now, which answers by ${day}. You need do nothing. Where it stands: ${link}`,
  applicationNeedsTransfer: ({ link }) =>
    `you are a member of another union already: you need not join again, and may ask for a transfer. See how: ${link}`,
  foundingApproved: ({ day, link }) =>
    `the founding of your union is approved. Please hold the election, and report it by ${day}: ${link}`,
  foundingReturned: ({ day, link }) =>
    `the founding of your union needs changes. See which, and send it again by ${day}: ${link}`,
  foundingRefused: ({ day, link }) =>
    `the founding of your union was refused. See why: ${link} .${day ? ` You can appeal there to the union above, until ${day}.` : ''}`,
  foundingMoved: ({ union, day, link }) =>
    `the founding of your union is with ${union} now, which answers by ${day}. You need do nothing. Where it stands: ${link}`,
  foundingDone: ({ union, link }) => `${union} exists, or has taken you in. What comes next: ${link}`,
  foundingLapsed: ({ link }) =>
    `the founding of your union has lapsed, as nobody went on with it. You may file again: ${link}`,
};
