import '../../../kit/styles/mine.css';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../kit/button-link.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { useWaiting } from '../../../session/use-waiting.js';
import { MyArrangements } from './my-arrangements.js';
import { MyLoans } from './my-loans.js';
import { MyMatters } from './my-matters.js';
import { MySurveys } from './my-surveys.js';
import { MyVotes } from './my-votes.js';

const MyNoShows = lazyPart('MyNoShows', () => import('../../activities/no-show/my-no-shows.js'), {
  rows: 1,
  texts: ['eligibility'],
});
const MyLetters = lazyPart('MyLetters', () => import('../../activities/letter/my-letters.js'), {
  rows: 1,
  texts: ['letter'],
});
const MyCoupons = lazyPart('MyCoupons', () => import('../../activities/give-away/my-coupons.js'), {
  rows: 1,
  texts: ['giveAway'],
});
const MyWaits = lazyPart('MyWaits', () => import('../../resources/lending/my-waits.js'), {
  rows: 1,
  texts: ['lending'],
});
const MyGroups = lazyPart('MyGroups', () => import('../../members/group/my-groups.js'), {
  rows: 1,
  texts: ['group'],
});
const CalendarFeedSection = lazyPart(
  'CalendarFeedSection',
  () => import('../calendar-feed/calendar-feed-section.js'),
  { texts: ['calendarFeed'] },
);

/** Everything of the reader, each list on its own, and where what waits for them is. */
export function MyPage() {
  const { t } = useTranslation();
  const { data: waiting } = useWaiting();
  return (
    <>
      <PageHead title={t('app.place.mine')}>
        <ButtonLink to="/my/card">{t('mine.toCard')}</ButtonLink>
        {waiting !== undefined && waiting.total > 0 && (
          <ButtonLink to="/waiting" isPlain>
            {t('mine.toWaiting', { count: waiting.total })}
          </ButtonLink>
        )}
        <ButtonLink to="/my-records" isPlain>
          {t('mine.toRecords')}
        </ButtonLink>
        <ButtonLink to="/account" isPlain>
          {t('mine.toAccount')}
        </ButtonLink>
      </PageHead>
      <MyArrangements />
      <div className="mine">
        <MyVotes />
        <MySurveys />
        <MyCoupons />
        <MyLoans />
        <MyWaits />
        <MyMatters />
        <MyLetters />
        <MyGroups />
        <MyNoShows />
      </div>
      <CalendarFeedSection />
    </>
  );
}
