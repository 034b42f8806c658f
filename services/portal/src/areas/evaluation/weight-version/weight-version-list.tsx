import '../../../kit/styles/weight-version.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { WeightVersion } from './use-weight-versions.js';
import { WeightStateTag } from './weight-state-tag.js';

/** The weight versions of a system, newest first; one of them is in force. */
export function WeightVersionList({ systemId }: { readonly systemId: string }) {
  const { t } = useTranslation();
  const list = useList('weightVersion', '/indicator-systems/{systemId}/weight-versions', { systemId });
  const columns = useColumns();
  return (
    <section className="card" aria-labelledby="weights-title">
      <h2 id="weights-title">{t('weightVersion.title')}</h2>
      <PagedList list={list} empty={{ text: t('weightVersion.empty') }}>
        {(versions) => (
          <DataTable
            caption={t('weightVersion.title')}
            columns={columns}
            rows={versions}
            rowKey={({ id }) => id}
          />
        )}
      </PagedList>
    </section>
  );
}

function useColumns(): readonly Column<WeightVersion>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'number',
      title: t('weightVersion.number'),
      cell: ({ id, versionNumber }) => (
        <Link to={`/weight-versions/${id}`}>{t('weightVersion.numberOf', { number: versionNumber })}</Link>
      ),
    },
    {
      key: 'state',
      title: t('weightVersion.stateLabel'),
      cell: (version) => <WeightStateTag version={version} />,
    },
    {
      key: 'methods',
      title: t('weightVersion.methodLabel'),
      cell: ({ nodes }) =>
        [...new Set(nodes.filter(({ items }) => items.length > 1).map(({ method }) => method))]
          .map((method) => t(`weightVersion.method.${method}`))
          .join(t('common.separator')),
    },
    {
      key: 'activated',
      title: t('weightVersion.activatedAt'),
      cell: ({ activatedAt }) => (activatedAt === null ? t('common.none') : format.instant(activatedAt)),
    },
  ];
}
