import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { Pool } from './use-pools.js';

export interface PoolTermsProps {
  readonly pool: Pool;
  readonly timeZone: string;
}

/** When the pool opens and is released, and how people move up from its waitlist, in words. */
export function PoolTerms({ pool, timeZone }: PoolTermsProps) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const { opensAt, releasesAt, releasedAt, offerHours, promotionUntil, boundBy } = pool;
  return (
    <>
      {boundBy !== null && <p>{t('pools.boundBy', { cap: boundBy.name, free: boundBy.free })}</p>}
      {opensAt !== null && <p>{t('pools.opensAtIs', { time: format.instant(opensAt) })}</p>}
      {releasedAt !== null && <p>{t('pools.releasedAtIs', { time: format.instant(releasedAt) })}</p>}
      {releasedAt === null && releasesAt !== null && (
        <p>{t('pools.releasesAtIs', { time: format.instant(releasesAt) })}</p>
      )}
      {offerHours !== null && <p>{t('pools.offerHoursIs', { count: offerHours })}</p>}
      {promotionUntil !== null && (
        <p>{t('pools.promotionUntilIs', { time: format.instant(promotionUntil) })}</p>
      )}
    </>
  );
}
