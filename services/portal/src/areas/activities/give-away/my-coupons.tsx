import './give-away.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OwnList } from '../../../kit/own-list.js';
import { CouponLine } from './coupon-line.js';
import { useMyCoupons } from './use-give-away.js';

/** All my coupons, each with its code behind a button. */
export function MyCoupons() {
  const { t } = useTranslation();
  const coupons = useMyCoupons(null);
  return (
    <OwnList id="my-coupons" title={t('coupon.mine')} list={coupons} empty={{ text: t('coupon.mineNone') }}>
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
    </OwnList>
  );
}
