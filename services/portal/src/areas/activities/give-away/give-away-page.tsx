import '../../../kit/styles/organising.css';
import '../../../kit/styles/check-in.css';
import './give-away.css';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import type { Activity } from '../activity/activity-form.js';
import { OfActivity } from '../activity/of-activity.js';
import { PointSection } from './point-section.js';
import { TermsForm } from './terms-form.js';
import { useGiveAway } from './use-give-away.js';

/** Loaded after the form, which comes first on the page. */
const CouponList = lazyPart('CouponList', () => import('./coupon-list.js'));

export function GiveAwayPage() {
  return <OfActivity>{(activity) => <GiveAwayOf activity={activity} />}</OfActivity>;
}

/** The give-away of one activity: the terms, the counters of the merchant, and the coupons. */
function GiveAwayOf({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const query = useGiveAway(activity.id);
  return (
    <>
      <PageHead
        title={t('giveAway.titleOf', { title: activity.title })}
        back={`/activities/${activity.id}/organise`}
      />
      <p className="hint">{t('giveAway.hint')}</p>
      <Loaded query={query}>
        {(giveAway) => (
          <>
            <TermsForm
              key={giveAway.terms === null ? 'none' : 'some'}
              activity={activity}
              giveAway={giveAway}
            />
            {giveAway.terms !== null && (
              <>
                <PointSection activity={activity} />
                <CouponList activity={activity} />
              </>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
