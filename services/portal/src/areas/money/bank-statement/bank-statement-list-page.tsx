import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Column } from '../../../kit/data-table.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ListPage } from '../../../kit/list-page.js';
import { useWho } from '../ledger/use-who.js';
import { useOffices } from '../../../session/use-offices.js';
import type { BankStatement } from './bank-statement.model.js';

const ImportForm = lazyPart('ImportForm', () => import('./import-form.js'), { rows: 5 });

export function BankStatementListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <ListPage
      title={t('settling.bank.title')}
      back="/payments"
      actions={
        holds('finance') && (
          <Button type="primary" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t('settling.bank.import')}
          </Button>
        )
      }
      intro={
        <>
          <p className="hint">{t('settling.bank.hint')}</p>
          {isOpen && <ImportForm onClose={() => setIsOpen(false)} />}
        </>
      }
      list={useList('bankStatement', '/bank-statements', {})}
      empty={{ text: t('settling.bank.empty') }}
      table={{ columns: useColumns(), rowKey: ({ id }) => id }}
    />
  );
}

function useColumns(): Column<BankStatement>[] {
  const { t } = useTranslation();
  const { date, instant, number } = useFormat();
  const whoIs = useWho();
  const countOf = (key: 'lineCount' | 'knownCount' | 'usedCount'): Column<BankStatement> => ({
    key,
    title: t(`settling.bank.${key}`),
    isNumber: true,
    cell: (one) => number(one[key]),
  });
  return [
    {
      key: 'account',
      title: t('settling.bank.account'),
      cell: ({ id, account }) => (
        <Link to={`/bank-statements/${id}`} className="cell-link">
          {account}
        </Link>
      ),
    },
    { key: 'union', title: t('money.union'), cell: ({ unionName }) => unionName },
    {
      key: 'period',
      title: t('settling.bank.period'),
      cell: ({ firstOn, lastOn }) =>
        firstOn === null || lastOn === null
          ? '—'
          : t('money.periodText', { from: date(firstOn), to: date(lastOn) }),
    },
    ...(['lineCount', 'knownCount', 'usedCount'] as const).map(countOf),
    {
      key: 'state',
      title: t('money.state'),
      cell: ({ state }) => <span className={`tag is-${state}`}>{t(`settling.bank.states.${state}`)}</span>,
    },
    {
      key: 'importedAt',
      title: t('settling.bank.importedAt'),
      cell: ({ importedAt, importedBy, importedByName }) => (
        <>
          {instant(importedAt)} {whoIs(importedBy, importedByName)}
        </>
      ),
    },
  ];
}
