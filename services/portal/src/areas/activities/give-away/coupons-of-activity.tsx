import './give-away.css';
import { useTranslation } from 'react-i18next';
import { CouponLine } from './coupon-line.js';
import { TermsFacts } from './terms-facts.js';
import { useMyCoupons } from './use-give-away.js';

interface CouponsOfActivityProps {
  readonly activityId: string;
  /** The page shows the terms already. */
  readonly hasTerms: boolean;
}

/** My coupons from one activity, beside my registration; nothing where it gives nothing away. */
export function CouponsOfActivity({ activityId, hasTerms }: CouponsOfActivityProps) {
  const { t } = useTranslation();
  const { items = [] } = useMyCoupons(activityId);
  const coupons = items.filter(({ state }) => state !== 'void');
  const [first] = coupons;
  const next = coupons.find(({ state }) => state === 'issued');
  if (first === undefined) return null;
  return (
    <section aria-labelledby="coupons-of-activity-title">
      <h3 id="coupons-of-activity-title">{t('coupon.mine')}</h3>
      {!hasTerms && <TermsFacts terms={first.terms} timeZone={first.timeZone} />}
      <ul className="plain-list coupon-lines">
        {coupons.map((coupon) => (
          <CouponLine key={coupon.id} coupon={coupon} isOpen={coupon.id === next?.id} />
        ))}
      </ul>
    </section>
  );
}
