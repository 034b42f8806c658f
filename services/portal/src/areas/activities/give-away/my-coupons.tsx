import './give-away.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PagedList } from '../../../kit/paged-list.js';
import { CouponLine } from './coupon-line.js';
import { useMyCoupons } from './use-give-away.js';

/** All my coupons, each with its code behind a button. */
export function MyCoupons() {
  const { t } = useTranslation();
  const coupons = useMyCoupons(null);
  return (
    <section className="card" aria-labelledby="my-coupons-title">
      <h2 id="my-coupons-title">{t('coupon.mine')}</h2>
      <PagedList list={coupons} empty={{ text: t('coupon.mineNone') }}>
        {(items) => (
          <ul className="plain-list coupon-lines">
            {items.map((coupon) => (
              <CouponLine key={coupon.id} coupon={coupon}>
                <p>
                  <Link to={`/activities/${coupon.activityId}`}>{coupon.activityTitle}</Link>
                </p>
              </CouponLine>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}
