import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import { AccountFilterFields } from './account-filters.js';
import { Balance } from './balance.js';
import { TrialBalance } from './trial-balance.js';
import { type Account, type AccountFilters, accountFiltersOf } from './ledger.model.js';

export function AccountListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = accountFiltersOf(search);
  const set = <Name extends keyof AccountFilters>(
    name: Name,
    value: AccountFilters[Name] | undefined,
  ): void => setSearch(searchOf(withFilter(filters, name, value)), { replace: true });
  const q = useDebounced(filters.q);
  return (
    <ListPage
      title={t('app.page.accounts')}
      intro={
        <>
          <p className="hint">{t('money.account.hint')}</p>
          <TrialBalance asOf={filters.asOf} />
        </>
      }
      filters={<AccountFilterFields filters={filters} onChange={set} />}
      list={useList('account', '/accounts', withFilter(filters, 'q', q))}
      empty={
        Object.keys(filters).length === 0
          ? { text: t('money.account.empty') }
          : {
              text: t('strictLedger.filters.emptyAccounts'),
              action: <Button onClick={() => setSearch({})}>{t('strictLedger.filters.clear')}</Button>,
            }
      }
      table={{ columns: useAccountColumns(filters.asOf), rowKey: ({ id }) => id }}
      exported={{ name: t('money.account.exportName'), columns: useExportColumns() }}
    />
  );
}

function useAccountColumns(asOf: string | undefined): Column<Account>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'party',
      title: t('money.party'),
      cell: ({ id, party, closedAt }) => (
        <div>
          <Link to={`/accounts/${id}${asOf === undefined ? '' : `?asOf=${asOf}`}`} className="cell-link">
            {party.name}
          </Link>{' '}
          {closedAt !== null && <span className="tag is-reversed">{t('strictLedger.filters.closed')}</span>}
        </div>
      ),
    },
    {
      key: 'fund',
      title: t('money.account.fund'),
      cell: ({ incomeKind }) => t(`money.fund.${incomeKind}`),
    },
    {
      key: 'purpose',
      title: t('money.account.purpose'),
      cell: ({ purpose }) => t(`money.account.purposes.${purpose}`),
    },
    {
      key: 'balance',
      title: t('money.account.balance'),
      isNumber: true,
      cell: ({ balance }) => <Balance amount={balance} />,
    },
  ];
}

function useExportColumns(): ExportColumn<Account>[] {
  const { t } = useTranslation();
  return [
    { title: t('money.party'), text: ({ party }) => party.name },
    { title: t('money.account.fund'), text: ({ incomeKind }) => t(`money.fund.${incomeKind}`) },
    {
      title: t('money.account.purpose'),
      text: ({ purpose }) => t(`money.account.purposes.${purpose}`),
    },
    { title: t('money.account.balance'), kind: 'money', text: ({ balance }) => yuanOf(balance.amount) },
  ];
}
