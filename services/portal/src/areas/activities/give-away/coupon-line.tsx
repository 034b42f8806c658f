import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { QrCode } from '../../../kit/qr-code.js';
import { shownCode } from './terms-as-typed.js';
import type { MyCoupon } from './use-give-away.js';

interface CouponLineProps {
  readonly coupon: MyCoupon;
  /** Shows the code at once: it is what the person came for. */
  readonly isOpen?: boolean;
  /** Where the coupon comes from, if the page does not show it. */
  readonly children?: ReactNode;
}

/** One coupon: for whom, its state, and its code behind a button. */
export function CouponLine({ coupon, isOpen = false, children }: CouponLineProps) {
  const { t } = useTranslation();
  const [isShown, setIsShown] = useState(isOpen);
  const { number, terms, code } = coupon;
  const whose = number === 1 ? t('coupon.own') : t('coupon.companion', { number: number - 1 });
  const isUsable = code !== null && new Date() < new Date(terms.redeemUntil);
  const named = { title: terms.title, whose };
  return (
    <li>
      <div>
        {children}
        <p>
          {terms.title} · {whose}
        </p>
        <p className="hint">
          <Standing coupon={coupon} />
        </p>
      </div>
      {isUsable && (
        <Button
          aria-expanded={isShown}
          aria-label={t(isShown ? 'coupon.hideCodeOf' : 'coupon.showCodeOf', named)}
          onClick={() => setIsShown(!isShown)}
        >
          {t(isShown ? 'coupon.hideCode' : 'coupon.showCode')}
        </Button>
      )}
      {isUsable && isShown && (
        <div className="coupon-code">
          <QrCode text={code} label={t('coupon.qr')} />
          <code>{shownCode(code)}</code>
          <span className="hint">{t('coupon.codeHint')}</span>
        </div>
      )}
    </li>
  );
}

function Standing({ coupon }: { readonly coupon: MyCoupon }) {
  const { t } = useTranslation();
  const format = useFormat(coupon.timeZone);
  const { state, redeemedAt, pointName, terms } = coupon;
  if (state === 'void') return t('coupon.void');
  if (redeemedAt !== null)
    return t('coupon.redeemed', { time: format.instant(redeemedAt), point: pointName ?? '' });
  if (new Date() >= new Date(terms.redeemUntil)) return t('coupon.over');
  return t('coupon.until', { time: format.instant(terms.redeemUntil) });
}
