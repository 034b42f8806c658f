import '../../../kit/styles/resource.css';
import './supply-and-demand.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { readOf } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { DataTable } from '../../../kit/data-table.js';
import { DownloadMenu } from '../../../kit/download-menu.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useOffices } from '../../../session/use-offices.js';
import { BehindCell } from './behind-cell.js';
import { HeatMap } from './heat-map.js';
import { MonthsChart } from './months-chart.js';
import {
  askedOf,
  type Filters,
  filtersOf,
  searchOf,
  type Span,
  spans,
  type SupplyAndDemand,
} from './cells.js';

export function SupplyAndDemandPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { holdsOffice } = useOffices();
  const filters = filtersOf(search);
  const query = useQuery({
    ...readOf('supplyAndDemand', '/supply-and-demand', askedOf(filters)),
    placeholderData: keepPreviousData,
  });
  const change = (changed: Filters): void =>
    setSearch(searchOf(changed), { replace: true, preventScrollReset: true });
  return (
    <>
      <PageHead title={t('app.page.supplyAndDemand')}>
        {holdsOffice && <Link to="/given-and-received">{t('supplyAndDemand.toAccount')}</Link>}
        <DownloadMenu
          addressOf={(format) =>
            `/api/v1/supply-and-demand/file?${new URLSearchParams({ ...askedOf(filters), format })}`
          }
          fileName="supply-and-demand"
        />
      </PageHead>
      <p className="hint">{t('supplyAndDemand.intro')}</p>
      <Loaded query={query}>
        {(found) => (
          <>
            <FilterFields filters={filters} found={found} onChange={change} />
            <Found filters={filters} found={found} onChange={change} />
          </>
        )}
      </Loaded>
    </>
  );
}

interface PartProps {
  readonly filters: Filters;
  readonly found: SupplyAndDemand;
  readonly onChange: (filters: Filters) => void;
}

function FilterFields({ filters, found, onChange }: PartProps) {
  const { t } = useTranslation();
  const known = found.districts.flatMap(({ district }) => district ?? []);
  const districts = [...new Set([...(filters.district === null ? [] : [filters.district]), ...known])];
  return (
    <div className="resource-filters" role="search">
      <Choice<Span>
        value={filters.span}
        label={t('supplyAndDemand.spanLabel')}
        options={spans.map((value) => ({ value, label: t(`supplyAndDemand.span.${value}`) }))}
        onChange={(span) => onChange({ ...filters, span: span ?? 'ahead' })}
      />
      <Choice<string>
        {...(filters.district === null ? {} : { value: filters.district })}
        label={t('resource.district')}
        options={[
          { value: '', label: t('supplyAndDemand.everyDistrict') },
          ...districts.map((value) => ({ value, label: value })),
        ]}
        onChange={(district) => onChange({ ...filters, district: district ?? null })}
      />
    </div>
  );
}

function Found({ filters, found, onChange }: PartProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { needs, unmet, offers, cells } = found;
  return (
    <>
      <section className="card" aria-labelledby="map-title">
        <h2 id="map-title">{t('supplyAndDemand.map')}</h2>
        <p>
          {t('supplyAndDemand.total', {
            needs: number(needs),
            unmet: number(unmet),
            offers: number(offers),
          })}
        </p>
        <p className="hint">{t('supplyAndDemand.mapHint')}</p>
        <HeatMap cells={cells} chosen={filters.cell} onChoose={(cell) => onChange({ ...filters, cell })} />
      </section>
      {filters.cell !== null && <BehindCell filters={filters} cell={filters.cell} cells={cells} />}
      <MonthsChart months={found.months} />
      <Districts filters={filters} found={found} />
    </>
  );
}

function Districts({ filters, found: { districts, districtsLeftOut } }: Omit<PartProps, 'onChange'>) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <section className="card" aria-labelledby="districts-title">
      <h2 id="districts-title">{t('supplyAndDemand.districts')}</h2>
      <DataTable
        caption={t('supplyAndDemand.districts')}
        columns={[
          {
            key: 'district',
            title: t('resource.district'),
            cell: ({ district }) =>
              district === null ? (
                t('supplyAndDemand.noDistrict')
              ) : (
                <Link
                  to={`?${new URLSearchParams(searchOf({ ...filters, district }))}`}
                  replace
                  preventScrollReset
                >
                  {district}
                </Link>
              ),
          },
          {
            key: 'needs',
            title: t('supplyAndDemand.needs'),
            isNumber: true,
            cell: (one) => number(one.needs),
          },
          {
            key: 'unmet',
            title: t('supplyAndDemand.unmet'),
            isNumber: true,
            cell: (one) => number(one.unmet),
          },
          {
            key: 'offers',
            title: t('supplyAndDemand.offers'),
            isNumber: true,
            cell: (one) => number(one.offers),
          },
        ]}
        rows={districts}
        rowKey={({ district }) => district ?? ''}
      />
      {districtsLeftOut > 0 && (
        <p className="hint">{t('supplyAndDemand.districtsLeftOut', { count: districtsLeftOut })}</p>
      )}
    </section>
  );
}
