import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import type { Offer, OfferFilters } from './offer-filters.js';
import { useReasons } from './use-reasons.js';

/** The columns of the exported offers. */
export function useOfferColumns(filters: OfferFilters): ExportColumn<Offer>[] {
  const { t } = useTranslation();
  const { period } = useFormat();
  const { reasonsOf, rightOf } = useReasons();
  const timeOf = ({ startsAt, endsAt }: Offer): string =>
    startsAt === null || endsAt === null ? '' : period(startsAt, endsAt);
  return [
    { title: t('find.name'), text: ({ title }) => title },
    { title: t('find.kindLabel'), text: ({ kind }) => t(`find.kind.${kind}`) },
    { title: t('activity.functionLabel'), text: (one) => t(`activity.function.${one.function}`) },
    {
      title: t('activity.businessLabel'),
      text: ({ businesses }) =>
        businesses.map((one) => t(`activity.business.${one}`)).join(t('common.separator')),
    },
    { title: t('find.owner'), text: ({ unionName }) => unionName },
    { title: t('find.district'), text: ({ district }) => district ?? '' },
    { title: t('find.placeLabel'), text: ({ place }) => place ?? '' },
    { title: t('find.time'), text: timeOf },
    { title: t('find.capacityLabel'), text: ({ capacity }) => (capacity === null ? '' : `${capacity}`) },
    { title: t('find.right'), text: rightOf },
    { title: t('find.why'), text: (one) => reasonsOf(one, filters).join(t('common.separator')) },
  ];
}
