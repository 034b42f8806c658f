import { page } from '../../kit/page.js';

/** Pages that anybody may open. */
export const publicPages = [
  page(
    '/sign-in',
    'SignInPage',
    () => import('./account/sign-in-page.js'),
    'account',
    'bridge',
    'credential',
    'joining',
  ),
  page(
    '/sign-in/return/:bridge',
    'SignInReturnPage',
    () => import('./bridge/sign-in-return-page.js'),
    'account',
    'bridge',
    'credential',
  ),
  page('/activate', 'ActivationPage', () => import('./account/activation-page.js'), 'account'),
  page('/verify-card', 'VerifyCardPage', () => import('./card/verify-card-page.js'), 'card', 'checkIn'),
  page(
    '/reset-password',
    'PasswordResetPage',
    () => import('./account/password-reset-page.js'),
    'account',
    'credential',
  ),
  page(
    '/stop-phone-change/:token',
    'StopPhoneChangePage',
    () => import('./contacts/stop-phone-change-page.js'),
    'phoneChange',
  ),
  page(
    '/stop-notices/:token',
    'StopNoticesPage',
    () => import('./notices/stop-notices-page.js'),
    'noticeSettings',
  ),
  page(
    '/notice-settings/wechat',
    'WechatReturnPage',
    () => import('./notices/wechat-return-page.js'),
    'noticeSettings',
  ),
  page('/acts/:token', 'ActPage', () => import('./notices/act-page.js'), 'noticeSettings'),
  page(
    '/erasures/:receipt',
    'ErasureReceiptPage',
    () => import('./privacy/erasure-receipt-page.js'),
    'erasure',
    'privacy',
  ),
  page('/join', 'JoinPage', () => import('./joining/join-page.js'), 'joining', 'application'),
  page('/join/status', 'JoinStatusPage', () => import('./joining/status-page.js'), 'joining', 'application'),
  page(
    '/join/:token',
    'JoinInvitationPage',
    () => import('./joining/invitation-page.js'),
    'joining',
    'application',
  ),
  page('/found', 'FoundPage', () => import('./founding/found-page.js'), 'found', 'joining', 'party'),
  page(
    '/found/status',
    'FoundStatusPage',
    () => import('./founding/found-status-page.js'),
    'found',
    'joining',
  ),
];

/** Pages for people who are signed in. */
export const pages = [
  page('/my', 'MyPage', () => import('./mine/my-page.js'), 'mine', 'activity', 'matter'),
  page('/my/card', 'CardPage', () => import('./mine/card-page.js'), 'mine', 'activity', 'card'),
  page('/account', 'AccountPage', () => import('./account/account-page.js'), 'account', 'credential'),
  page(
    '/account/notices',
    'NoticeSettingsPage',
    () => import('./notices/notice-settings-page.js'),
    'noticeSettings',
  ),
  page('/account/data', 'DataPage', () => import('./privacy/data-page.js'), 'account', 'privacy'),
  page(
    '/account/erasure',
    'ErasurePage',
    () => import('./privacy/erasure-page.js'),
    'account',
    'credential',
    'erasure',
    'privacy',
  ),
  page('/erasures', 'ErasureListPage', () => import('./privacy/erasure-list-page.js'), 'erasure'),
  page(
    '/consent-texts',
    'ConsentTextsPage',
    () => import('./privacy/consent-texts-page.js'),
    'account',
    'privacy',
  ),
  page(
    '/sign-in-policy',
    'SignInPolicyPage',
    () => import('./sign-in-policy/sign-in-policy-page.js'),
    'credential',
  ),
];
