import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { Offer, OfferFilters } from './offer-filters.js';

/** Why an offer was found, and by which right the reader's union may use it, in words. */
export function useReasons() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const reasonsOf = (offer: Offer, filters: OfferFilters): string[] => {
    const { found, distanceTenths, freeThen, kind } = offer;
    const why = [
      found === null ? null : t(`find.found.${found}`, { words: filters.q ?? '' }),
      distanceTenths === null ? null : t('find.distance', { km: number(distanceTenths / 10) }),
      freeThen === true && kind === 'resource' ? t('find.freeThen') : null,
      freeThen === true && kind === 'activity' ? t('find.thenToo') : null,
      filters.business !== undefined && offer.businesses.includes(filters.business)
        ? t('find.fits', { business: t(`activity.business.${filters.business}`) })
        : null,
    ];
    return why.filter((one) => one !== null);
  };
  const rightOf = ({ right, kind }: Offer): string => {
    if (right === null) return t(`find.noRight.${kind}`);
    const asked = [
      right.price === null ? null : t(`find.price.${right.price}`),
      right.approval === null ? null : t(`find.approval.${right.approval}`),
    ].filter((one) => one !== null);
    const words = t(`find.rightKind.${right.kind}`);
    return asked.length === 0
      ? words
      : t('find.rightWith', { right: words, asked: asked.join(t('common.separator')) });
  };
  return { reasonsOf, rightOf };
}
