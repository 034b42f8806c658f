import '../../../kit/styles/list-page.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import { thisYear } from '../../../session/year-choice.js';
import { figureYearOf, type PublicFigures } from './figures.model.js';
import { YearFilter } from './year-filter.js';

/** How the services of all unions did in a year, for anybody. */
export function ServiceFiguresPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const year = figureYearOf(search, thisYear());
  const query = useRead('service', '/public/service-figures', { year: Number(year) });
  const columns = useColumns();
  return (
    <>
      <PageHead title={t('matter.publicFigures')} />
      <p className="hint">{t('matter.publicFiguresHint')}</p>
      <div className="list-filters">
        <YearFilter
          year={year}
          onChange={(chosen) => setSearch(chosen === undefined ? {} : { year: chosen })}
        />
      </div>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState text={t('matter.noPublicFigures')} />
          ) : (
            <DataTable
              caption={t('matter.publicFigures')}
              columns={columns}
              rows={items}
              rowKey={({ serviceId }) => serviceId}
            />
          )
        }
      </Loaded>
    </>
  );
}

function useColumns(): readonly Column<PublicFigures>[] {
  const { t } = useTranslation();
  const { number, share } = useFormat();
  const atLeast = (count: number): string =>
    count === 0 ? '–' : t('matter.atLeast', { number: number(count) });
  return [
    {
      key: 'service',
      title: t('matter.service'),
      cell: ({ serviceId, serviceName }) => <Link to={`/services/${serviceId}`}>{serviceName}</Link>,
    },
    { key: 'union', title: t('matter.offering'), cell: ({ unionName }) => unionName },
    {
      key: 'sent',
      title: t('matter.figure.sent'),
      isNumber: true,
      cell: ({ sent }) => atLeast(sent),
    },
    {
      key: 'decided',
      title: t('matter.figure.decided'),
      isNumber: true,
      cell: ({ decided }) => atLeast(decided),
    },
    {
      key: 'inTime',
      title: t('matter.figure.inTime'),
      isNumber: true,
      cell: ({ inTime }) => atLeast(inTime),
    },
    {
      key: 'lateShare',
      title: t('matter.figure.lateShare'),
      isNumber: true,
      cell: ({ lateThousandths }) => (lateThousandths === null ? '–' : share(lateThousandths / 1_000)),
    },
    {
      key: 'stars',
      title: t('matter.figure.stars'),
      isNumber: true,
      cell: ({ starTenths }) => (starTenths === null ? '–' : (starTenths / 10).toFixed(1)),
    },
  ];
}
