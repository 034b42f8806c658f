import './branch-table.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { OrderChoice, useOrder } from './order-choice.js';
import { type BranchLine, ordered } from './overview.model.js';

interface BranchTableProps {
  readonly lines: readonly BranchLine[];
  readonly title: string;
}

const columns = ['members', 'activities', 'attendances', 'lent', 'borrowed', 'waiting', 'overdue'] as const;

/** The unions directly below, each with the way down to it. */
export function BranchTable({ lines, title }: BranchTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const order = useOrder(lines);
  const nameOf = ({ isItself, unionName }: BranchLine): string =>
    isItself ? t('overview.itself') : unionName;
  const rows = ordered(lines, order);
  return (
    <section className="card" aria-labelledby="branch-title">
      <h3 id="branch-title">{t('overview.byUnion')}</h3>
      <div className="branch-tools">
        <OrderChoice
          chosen={order}
          label={t('overview.order')}
          nameOf={(column) => t('overview.mostFirst', { column })}
        />
        <ExportButton<BranchLine>
          fileName={title}
          columns={[
            { title: t('overview.union'), text: nameOf },
            ...columns.map((key) => ({
              title: t(`overview.column.${key}`),
              kind: 'count' as const,
              text: (line: BranchLine) => String(line[key] ?? ''),
            })),
          ]}
          fetchPage={() => Promise.resolve({ items: rows, nextCursor: null })}
        />
      </div>
      <DataTable
        caption={t('overview.byUnion')}
        rows={rows}
        rowKey={({ unionId }) => unionId}
        columns={[
          {
            key: 'union',
            title: t('overview.union'),
            cell: (line) =>
              line.isItself ? nameOf(line) : <Link to={`?union=${line.unionId}`}>{nameOf(line)}</Link>,
          },
          ...columns.map((key) => ({
            key,
            title: t(`overview.column.${key}`),
            isNumber: true,
            cell: (line: BranchLine) => (
              <span className={key === 'overdue' && (line.overdue ?? 0) > 0 ? 'is-owing' : undefined}>
                {line[key] === null ? '—' : format.number(line[key])}
              </span>
            ),
          })),
        ]}
      />
    </section>
  );
}
