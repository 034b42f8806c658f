import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { serviceFiltersOf, type ServiceState, serviceStates, type ServiceSummary } from './service.model.js';

/** The services that unions offer, being designed or withdrawn, for the officers who design them. */
export function ServiceItemListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = serviceFiltersOf(search);
  return (
    <ListPage
      title={t('matter.servicesTitle')}
      back="/matters"
      actions={
        <>
          <ButtonLink to="/service-items/new">{t('matter.newService')}</ButtonLink>
          <ButtonLink to="/hardship-kinds" isPlain>
            {t('matter.hardshipKinds')}
          </ButtonLink>
        </>
      }
      search={{
        label: t('matter.findService'),
        value: filters.q ?? '',
        onFind: (q) => setSearch(searchOf(withFilter(filters, 'q', q === '' ? undefined : q))),
      }}
      filters={
        <Choice<ServiceState>
          label={t('matter.stateLabel')}
          value={filters.state ?? 'open'}
          options={serviceStates.map((value) => ({ value, label: t(`matter.serviceState.${value}`) }))}
          onChange={(state) => setSearch(searchOf(withFilter(filters, 'state', state)))}
        />
      }
      list={useList('service', '/services', filters)}
      empty={{
        text: t('matter.noServicesYet'),
        action: <ButtonLink to="/service-items/new">{t('matter.newService')}</ButtonLink>,
      }}
      table={{ columns: useColumns(), rowKey: ({ id }) => id }}
    />
  );
}

function useColumns(): readonly Column<ServiceSummary>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('matter.serviceName'),
      cell: ({ id, name }) => <Link to={`/service-items/${id}`}>{name}</Link>,
    },
    {
      key: 'category',
      title: t('matter.categoryLabel'),
      cell: ({ category }) => t(`matter.category.${category}`),
    },
    { key: 'union', title: t('matter.offering'), cell: ({ unionName }) => unionName },
    {
      key: 'within',
      title: t('matter.howLong'),
      cell: ({ decideWithin: { days, count } }) => t(`matter.within.${days}`, { count }),
    },
    { key: 'state', title: t('matter.stateLabel'), cell: ({ state }) => t(`matter.serviceState.${state}`) },
  ];
}
