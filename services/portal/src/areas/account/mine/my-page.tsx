import '../../../kit/styles/mine.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { MyIntake } from './my-intake.js';
import { MyLoans } from './my-loans.js';
import { MyRegistrations } from './my-registrations.js';
import { MySurveys } from './my-surveys.js';

const MyNoShows = lazyPart('MyNoShows', () => import('../../activities/no-show/my-no-shows.js'), {
  rows: 1,
  texts: ['eligibility'],
});
const MyLetters = lazyPart('MyLetters', () => import('../../activities/letter/my-letters.js'), {
  rows: 2,
  texts: ['letter'],
});
const MyCoupons = lazyPart('MyCoupons', () => import('../../activities/give-away/my-coupons.js'), {
  rows: 2,
  texts: ['giveAway'],
});
const MyWaits = lazyPart('MyWaits', () => import('../../resources/lending/my-waits.js'), {
  rows: 1,
  texts: ['lending'],
});
const CalendarFeedSection = lazyPart(
  'CalendarFeedSection',
  () => import('../calendar-feed/calendar-feed-section.js'),
  { texts: ['calendarFeed'] },
);

/** Everything of the reader, each list on its own. */
export function MyPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('mine.title')}>
        <Link to="/my/card">{t('mine.toCard')}</Link>
        <Link to="/parties?kind=club">{t('mine.toClubs')}</Link>
        <Link to="/subsidy-programmes?state=notice">{t('mine.toNotices')}</Link>
        <Link to="/disclosures">{t('mine.toDisclosures')}</Link>
        <Link to="/account">{t('mine.toAccount')}</Link>
      </PageHead>
      <MyRegistrations />
      <div className="mine">
        <MySurveys />
        <MyLoans />
        <MyIntake />
      </div>
      <MyWaits />
      <MyCoupons />
      <MyLetters />
      <MyNoShows />
      <CalendarFeedSection />
    </>
  );
}
