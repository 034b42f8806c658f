import { Route } from 'react-router';
import { lazyPage } from './lazy-page.js';

const SignInPage = lazyPage('SignInPage', () => import('../features/session/sign-in-page.js'), 'account');
const ActivationPage = lazyPage(
  'ActivationPage',
  () => import('../features/session/activation-page.js'),
  'account',
);
const PasswordResetPage = lazyPage(
  'PasswordResetPage',
  () => import('../features/session/password-reset-page.js'),
  'account',
);
const PublicUnionPage = lazyPage(
  'PublicUnionPage',
  () => import('../features/public-union/public-union-page.js'),
  'publicUnion',
  'activity',
);
const PublicActivityPage = lazyPage(
  'PublicActivityPage',
  () => import('../features/public-union/public-activity-page.js'),
  'publicUnion',
  'activity',
);

const PublicAlbumPage = lazyPage(
  'PublicAlbumPage',
  () => import('../features/album/public-album-page.js'),
  'album',
  'attachment',
);

const VerifyLetterPage = lazyPage(
  'VerifyLetterPage',
  () => import('../features/letter/verify-page.js'),
  'letter',
);
const VerifyRecognitionPage = lazyPage(
  'VerifyRecognitionPage',
  () => import('../features/recognition/verify-recognition-page.js'),
  'recognition',
);
const RedeemPage = lazyPage(
  'RedeemPage',
  () => import('../features/give-away/redeem-page.js'),
  'giveAway',
  'checkIn',
);
const JudgePage = lazyPage(
  'JudgePage',
  () => import('../features/judge/judge-page.js'),
  'judging',
  'evaluation',
);

export const sessionRoutes = (
  <>
    <Route path="/sign-in" element={<SignInPage />} />
    <Route path="/activate" element={<ActivationPage />} />
    <Route path="/reset-password" element={<PasswordResetPage />} />
    <Route path="/public/unions/:unionId" element={<PublicUnionPage />} />
    <Route path="/public/activities/:activityId" element={<PublicActivityPage />} />
    <Route path="/public/activities/:activityId/album" element={<PublicAlbumPage />} />
    <Route path="/verify" element={<VerifyLetterPage />} />
    <Route path="/recognitions/verify" element={<VerifyRecognitionPage />} />
    <Route path="/redeem/:redeemToken" element={<RedeemPage />} />
    <Route path="/judge/:judgeToken" element={<JudgePage />} />
  </>
);
