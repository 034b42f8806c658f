import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { Terms } from './use-give-away.js';

interface TermsFactsProps {
  readonly terms: Terms;
  readonly timeZone: string;
  /** Whoever is drawn has to claim it in time; who has a coupon has claimed it. */
  readonly isToClaim?: boolean;
}

/** What is given away, where it is redeemed, and until when. */
export function TermsFacts({ terms, timeZone, isToClaim = false }: TermsFactsProps) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const { faceValue, merchantName, howTo, redeemFrom, redeemUntil, claimHours } = terms;
  return (
    <dl className="facts">
      {faceValue !== null && (
        <>
          <dt>{t('giveAway.worth')}</dt>
          <dd>{format.money(faceValue)}</dd>
        </>
      )}
      <dt>{t('giveAway.at')}</dt>
      <dd>{merchantName}</dd>
      <dt>{t('giveAway.when')}</dt>
      <dd>{format.period(redeemFrom, redeemUntil)}</dd>
      <dt>{t('giveAway.how')}</dt>
      <dd className="prose">{howTo}</dd>
      {claimHours !== null && isToClaim && (
        <>
          <dt>{t('giveAway.claim')}</dt>
          <dd>{t('giveAway.claimWithin', { count: claimHours })}</dd>
        </>
      )}
    </dl>
  );
}
