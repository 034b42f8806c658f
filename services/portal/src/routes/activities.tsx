import { Route } from 'react-router';
import { lazyPage } from './lazy-page.js';

const ActivityListPage = lazyPage(
  'ActivityListPage',
  () => import('../features/activity/activity-list-page.js'),
  'activity',
);
const ActivityPage = lazyPage(
  'ActivityPage',
  () => import('../features/activity/activity-page.js'),
  'activity',
);
const NewActivityPage = lazyPage(
  'NewActivityPage',
  () => import('../features/organising/new-activity-page.js'),
  'activity',
  'organising',
);
const EditActivityPage = lazyPage(
  'EditActivityPage',
  () => import('../features/organising/edit-activity-page.js'),
  'activity',
  'organising',
);
const OrganisePage = lazyPage(
  'OrganisePage',
  () => import('../features/organising/organise-page.js'),
  'activity',
  'organising',
  'agreement',
  'draft',
  'pools',
);
const ActivityLifePage = lazyPage(
  'ActivityLifePage',
  () => import('../features/activity-life/activity-life-page.js'),
  'activity',
  'life',
);
const AgreementPage = lazyPage(
  'AgreementPage',
  () => import('../features/agreement/agreement-page.js'),
  'agreement',
);
const RegistrationListPage = lazyPage(
  'RegistrationListPage',
  () => import('../features/organising/registration-list-page.js'),
  'activity',
  'checkIn',
);
const NoShowListPage = lazyPage(
  'NoShowListPage',
  () => import('../features/no-show/no-show-list-page.js'),
  'eligibility',
);
const AttendancePage = lazyPage(
  'AttendancePage',
  () => import('../features/attendance/attendance-page.js'),
  'activity',
  'attendance',
  'checkIn',
);
const AttendanceCorrectionPage = lazyPage(
  'AttendanceCorrectionPage',
  () => import('../features/attendance-correction/attendance-correction-page.js'),
  'correction',
);
const TellingPage = lazyPage(
  'TellingPage',
  () => import('../features/organising/telling-page.js'),
  'organising',
);
const RehearsalPage = lazyPage(
  'RehearsalPage',
  () => import('../features/rehearsal/rehearsal-page.js'),
  'activity',
  'agreement',
  'rehearsal',
);
const AttachmentPage = lazyPage(
  'AttachmentPage',
  () => import('../features/attachment/attachment-page.js'),
  'activity',
  'attachment',
);
const AlbumPage = lazyPage('AlbumPage', () => import('../features/album/album-page.js'), 'activity', 'album');
const CheckInPage = lazyPage(
  'CheckInPage',
  () => import('../features/check-in/check-in-page.js'),
  'activity',
  'checkIn',
);
const SeriesListPage = lazyPage(
  'SeriesListPage',
  () => import('../features/series/series-list-page.js'),
  'series',
);
const SeriesPage = lazyPage(
  'SeriesPage',
  () => import('../features/series/series-page.js'),
  'activity',
  'draft',
  'organising',
  'series',
);
const GiveAwayPage = lazyPage(
  'GiveAwayPage',
  () => import('../features/give-away/give-away-page.js'),
  'giveAway',
  'checkIn',
);
const DrawProofPage = lazyPage('DrawProofPage', () => import('../features/draw/proof-page.js'), 'draw');
const QueuePage = lazyPage('QueuePage', () => import('../features/queue/queue-page.js'), 'queue');
const QueueSettingsPage = lazyPage(
  'QueueSettingsPage',
  () => import('../features/queue/queue-settings-page.js'),
  'queue',
);
const InvitationListPage = lazyPage(
  'InvitationListPage',
  () => import('../features/co-host/invitation-list-page.js'),
  'organising',
);
const AnswersPage = lazyPage(
  'AnswersPage',
  () => import('../features/sign-up-form/answers-page.js'),
  'activity',
  'checkIn',
  'signUpForm',
);
const LetterTemplateListPage = lazyPage(
  'LetterTemplateListPage',
  () => import('../features/letter/template-list-page.js'),
  'letter',
);
const MutualInterestPage = lazyPage(
  'MutualInterestPage',
  () => import('../features/mutual-interest/mutual-interest-page.js'),
  'activity',
  'mutualInterest',
);
const BrandListPage = lazyPage(
  'BrandListPage',
  () => import('../features/brand/brand-list-page.js'),
  'activity',
  'brand',
);
const BrandPage = lazyPage('BrandPage', () => import('../features/brand/brand-page.js'), 'activity', 'brand');
const ProposePage = lazyPage('ProposePage', () => import('../features/proposal/propose-page.js'), 'proposal');
const ProposalListPage = lazyPage(
  'ProposalListPage',
  () => import('../features/proposal/proposal-list-page.js'),
  'proposal',
);

export const activitiesRoutes = (
  <>
    <Route path="/activities" element={<ActivityListPage />} />
    <Route path="/activities/:activityId" element={<ActivityPage />} />
    <Route path="/activities/new" element={<NewActivityPage />} />
    <Route path="/activities/propose" element={<ProposePage />} />
    <Route path="/activities/:activityId/edit" element={<EditActivityPage />} />
    <Route path="/activities/:activityId/organise" element={<OrganisePage />} />
    <Route path="/activities/:activityId/life" element={<ActivityLifePage />} />
    <Route path="/activities/:activityId/agreement" element={<AgreementPage />} />
    <Route path="/activities/:activityId/registrations" element={<RegistrationListPage />} />
    <Route path="/activities/:activityId/attendance" element={<AttendancePage />} />
    <Route path="/activities/:activityId/attendance-corrections" element={<AttendanceCorrectionPage />} />
    <Route path="/activities/:activityId/telling" element={<TellingPage />} />
    <Route path="/activities/:activityId/rehearsal" element={<RehearsalPage />} />
    <Route path="/activities/:activityId/attachments" element={<AttachmentPage />} />
    <Route path="/activities/:activityId/album" element={<AlbumPage />} />
    <Route path="/activities/:activityId/give-away" element={<GiveAwayPage />} />
    <Route path="/activities/:activityId/no-shows" element={<NoShowListPage />} />
    <Route path="/activities/:activityId/answers" element={<AnswersPage />} />
    <Route path="/activities/:activityId/mutual-interest" element={<MutualInterestPage />} />
    <Route path="/activities/:activityId/check-in" element={<CheckInPage />} />
    <Route path="/activities/:activityId/queue" element={<QueuePage />} />
    <Route path="/activities/:activityId/queue/settings" element={<QueueSettingsPage />} />
    <Route path="/activity-proposals" element={<ProposalListPage />} />
    <Route path="/brands" element={<BrandListPage />} />
    <Route path="/brands/:brandId" element={<BrandPage />} />
    <Route path="/activity-series" element={<SeriesListPage />} />
    <Route path="/activity-series/:seriesId" element={<SeriesPage />} />
    <Route path="/draws/:drawId/proof" element={<DrawProofPage />} />
    <Route path="/co-host-invitations" element={<InvitationListPage />} />
    <Route path="/letter-templates" element={<LetterTemplateListPage />} />
  </>
);
