import { ButtonLink } from '../../../kit/button-link.js';
import '../../../kit/styles/indicator-system.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { searchOf, withFilter, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import { SystemStateTag } from './system-state-tag.js';
import type { IndicatorSystem, SystemState } from './use-indicator-systems.js';

const indicatorStates: readonly SystemState[] = ['draft', 'reviewed', 'published', 'retired'];

interface SystemFilters {
  readonly state?: SystemState;
  /** A part of the name. */
  readonly q?: string;
}

export function IndicatorSystemListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const filters = withoutBlanks<SystemFilters>({
    state: indicatorStates.find((one) => one === search.get('state')),
    q: search.get('q')?.trim(),
  });
  const change = (changed: SystemFilters): void => setSearch(searchOf(changed));
  const create = holds('evaluator') ? (
    <ButtonLink to="/indicator-systems/new">{t('indicatorSystem.new')}</ButtonLink>
  ) : undefined;
  return (
    <ListPage
      title={t('app.page.indicatorSystems')}
      actions={create}
      search={{
        label: t('indicatorDesign.search'),
        value: filters.q ?? '',
        onFind: (text) => change(withFilter(filters, 'q', text)),
      }}
      filters={
        <Choice
          label={t('indicatorSystem.stateLabel')}
          {...(filters.state && { value: filters.state })}
          options={[
            { value: '', label: t('indicatorDesign.allStates') },
            ...indicatorStates.map((value) => ({ value, label: t(`indicatorSystem.state.${value}`) })),
          ]}
          onChange={(state) => change(withFilter(filters, 'state', state))}
        />
      }
      list={useList('indicatorSystem', '/indicator-systems', filters)}
      empty={{ text: t('indicatorSystem.empty'), action: create }}
      table={{ columns: useColumns(), rowKey: ({ id }) => id }}
      exported={{ name: t('app.page.indicatorSystems'), columns: useExportColumns() }}
    />
  );
}

function useExportColumns(): readonly ExportColumn<IndicatorSystem>[] {
  const { t } = useTranslation();
  const { instant } = useFormat();
  return [
    { title: t('indicatorSystem.name'), text: ({ name }) => name },
    { title: t('indicatorSystem.version'), text: ({ versionNumber }) => String(versionNumber) },
    { title: t('indicatorSystem.stateLabel'), text: ({ state }) => t(`indicatorSystem.state.${state}`) },
    {
      title: t('indicatorSystem.indicators'),
      text: ({ nodes }) => String(nodes.filter(({ leaf }) => leaf !== null).length),
    },
    {
      title: t('indicatorSystem.publishedAt'),
      text: ({ publishedAt }) => (publishedAt === null ? '' : instant(publishedAt)),
    },
  ];
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
      cell: ({ publishedAt }) => (publishedAt === null ? null : format.instant(publishedAt)),
    },
  ];
}
