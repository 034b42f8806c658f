import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import type { ListTable } from '../../../kit/list-parts.js';
import { addressOf, type Offer, type OfferFilters } from './offer-filters.js';
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

/** The offers as a table, for whoever compares them. */
export function useOfferTable(filters: OfferFilters): ListTable<Offer> {
  const { t } = useTranslation();
  const { period, number } = useFormat();
  return {
    rowKey: ({ id }) => id,
    rowName: ({ title }) => title,
    columns: [
      {
        key: 'title',
        title: t('find.name'),
        cell: (offer) => (
          <Link to={addressOf(offer, filters)} className="cell-link">
            {offer.title}
          </Link>
        ),
        order: ({ title }) => title,
      },
      {
        key: 'function',
        title: t('activity.functionLabel'),
        cell: (offer) => t(`activity.function.${offer.function}`),
        order: (offer) => t(`activity.function.${offer.function}`),
      },
      {
        key: 'owner',
        title: t('find.owner'),
        cell: ({ unionName }) => unionName,
        order: ({ unionName }) => unionName,
      },
      {
        key: 'district',
        title: t('find.district'),
        cell: ({ district }) => district ?? '',
        order: ({ district }) => district,
      },
      {
        key: 'capacity',
        title: t('find.capacityLabel'),
        isNumber: true,
        cell: ({ capacity }) => (capacity === null ? '' : number(capacity)),
        order: ({ capacity }) => capacity,
      },
      {
        key: 'time',
        title: t('find.time'),
        cell: ({ startsAt, endsAt }) =>
          startsAt === null || endsAt === null ? '' : period(startsAt, endsAt),
        order: ({ startsAt }) => startsAt,
      },
    ],
  };
}
