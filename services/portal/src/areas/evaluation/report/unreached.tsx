import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { csvOf } from '../../../kit/csv.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { Input } from '../../../kit/input.js';
import { saveFile } from '../../../kit/save-file.js';
import { useSizeClassName } from './use-size-class-name.js';
import type { Reach } from './use-reports.js';

type Union = Reach['unreached'][number];

/** Unions of whom nobody came: a list to act on. */
export function Unreached({ reach }: { readonly reach: Reach }) {
  const { t } = useTranslation();
  const sizeClassName = useSizeClassName();
  const [q, setQ] = useState('');
  const found = reach.unreached.filter(({ name }) => name.includes(q.trim()));
  const columns = useUnreachedColumns();
  const title = t('report.reach.unreached');
  const save = (): void => {
    const heading = columns.map((column) => column.title);
    const lines = found.map(({ name, sizeClass, members }) => [
      name,
      sizeClassName(sizeClass),
      String(members),
    ]);
    saveFile(`${title}.csv`, new Blob([csvOf([heading, ...lines])], { type: 'text/csv;charset=utf-8' }));
  };
  return (
    <section className="card" aria-labelledby="unreached-title">
      <h2 id="unreached-title">{title}</h2>
      {reach.unreached.length === 0 ? (
        <p>{t('report.reach.allReached')}</p>
      ) : (
        <>
          <p className="hint">{t('report.reach.unreachedHint')}</p>
          <div className="period-bar">
            <label>
              <span>{t('report.find')}</span>
              <Input type="search" value={q} maxLength={200} onChange={(event) => setQ(event.target.value)} />
            </label>
            <Button onClick={save}>{t('common.export')}</Button>
          </div>
          <DataTable caption={title} columns={columns} rows={found} rowKey={({ id }) => id} />
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
