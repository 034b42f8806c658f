import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import type { Column } from '../../../kit/data-table.js';
import { RowsByName } from './rows-by-name.js';
import { useSizeClassName } from './use-size-class-name.js';
import type { Reach } from './use-reports.js';

type Union = Reach['unreached'][number];

/** Unions of whom nobody came: a list to act on. */
export function Unreached({ reach }: { readonly reach: Reach }) {
  const { t } = useTranslation();
  const sizeClassName = useSizeClassName();
  const columns = useUnreachedColumns();
  const title = t('report.reach.unreached');
  return (
    <section className="card" aria-labelledby="unreached-title">
      <h2 id="unreached-title">{title}</h2>
      {reach.unreached.length === 0 ? (
        <p>{t('report.reach.allReached')}</p>
      ) : (
        <>
          <p className="hint">{t('report.reach.unreachedHint')}</p>
          <RowsByName<Union>
            title={title}
            rows={reach.unreached}
            rowKey={({ id }) => id}
            nameOf={({ name }) => name}
            columns={columns}
            exported={{
              name: title,
              columns: [
                { title: t('report.reach.kind.union'), text: ({ name }) => name },
                {
                  title: t('report.reach.kind.sizeClass'),
                  text: ({ sizeClass }) => sizeClassName(sizeClass),
                },
                { title: t('report.reach.members'), kind: 'count', text: ({ members }) => String(members) },
              ],
            }}
          />
          {reach.unreachedCount > reach.unreached.length && <p className="hint">{t('report.truncated')}</p>}
        </>
      )}
    </section>
  );
}

function useUnreachedColumns(): readonly Column<Union>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const sizeClassName = useSizeClassName();
  return [
    {
      key: 'name',
      title: t('report.reach.kind.union'),
      cell: ({ id, name }) => (
        <Link to={`/public/unions/${id}`} className="cell-link">
          {name}
        </Link>
      ),
    },
    {
      key: 'sizeClass',
      title: t('report.reach.kind.sizeClass'),
      cell: ({ sizeClass }) => sizeClassName(sizeClass),
    },
    {
      key: 'members',
      title: t('report.reach.members'),
      isNumber: true,
      cell: ({ members }) => format.number(members),
    },
  ];
}
