import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { DataTable } from '../../../kit/data-table.js';

interface OverdueBelowProps {
  readonly overdue: components['schemas']['WaitingBelowView']['overdue'];
}

/** What is late below, by kind; good news where nothing is. */
export function OverdueBelow({ overdue }: OverdueBelowProps) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="overdue-title">
      <h3 id="overdue-title">{t('overview.overdue')}</h3>
      {overdue.length === 0 ? (
        <p className="hint">{t('overview.noneOverdue')}</p>
      ) : (
        <DataTable
          caption={t('overview.overdue')}
          rows={overdue}
          rowKey={({ kind }) => kind}
          columns={[
            { key: 'kind', title: t('overview.what'), cell: ({ heading }) => heading },
            { key: 'count', title: t('overview.count'), isNumber: true, cell: ({ count }) => count },
          ]}
        />
      )}
    </section>
  );
}
