import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/use-format.js';
import { AreaTabs } from '../../shell/area-tabs.js';
import { type Column, DataTable } from '../../shell/data-table.js';
import { PageHead } from '../../shell/page-head.js';
import { PagedList } from '../../shell/paged-list.js';
import { useOffices } from '../session/use-offices.js';
import { SystemStateTag } from './system-state-tag.js';
import { type IndicatorSystem, useIndicatorSystems } from './use-indicator-systems.js';

export function IndicatorSystemListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const list = useIndicatorSystems();
  const columns = useColumns();
  const create = holds('evaluator') ? (
    <Link to="/indicator-systems/new">{t('indicatorSystem.new')}</Link>
  ) : undefined;
  return (
    <>
      <AreaTabs area="evaluation" />
      <PageHead title={t('app.page.indicatorSystems')}>{create}</PageHead>
      <PagedList list={list} empty={{ text: t('indicatorSystem.empty'), action: create }}>
        {(systems) => (
          <DataTable
            caption={t('app.page.indicatorSystems')}
            columns={columns}
            rows={systems}
            rowKey={({ id }) => id}
          />
        )}
      </PagedList>
    </>
  );
}

function useColumns(): readonly Column<IndicatorSystem>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'name',
      title: t('indicatorSystem.name'),
      cell: ({ id, name }) => <Link to={`/indicator-systems/${id}`}>{name}</Link>,
    },
    {
      key: 'version',
      title: t('indicatorSystem.version'),
      cell: ({ versionNumber }) => t('indicatorSystem.versionOf', { version: versionNumber }),
    },
    {
      key: 'state',
      title: t('indicatorSystem.stateLabel'),
      cell: ({ state }) => <SystemStateTag state={state} />,
    },
    {
      key: 'indicators',
      title: t('indicatorSystem.indicators'),
      isNumber: true,
      cell: ({ nodes }) => format.number(nodes.filter(({ leaf }) => leaf !== null).length),
    },
    {
      key: 'published',
      title: t('indicatorSystem.publishedAt'),
      cell: ({ publishedAt }) => (publishedAt === null ? t('common.none') : format.instant(publishedAt)),
    },
  ];
}
