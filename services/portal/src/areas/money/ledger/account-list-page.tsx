import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { yuanOf } from '../../../i18n/format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import { AccountFilterFields } from './account-filters.js';
import { SignedAmount } from './signed-amount.js';
import { TrialBalance } from './trial-balance.js';
import {
  type Account,
  type AccountFilters,
  accountFiltersOf,
  fetchAccounts,
  useAccounts,
} from './use-ledger.js';

export function AccountListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = accountFiltersOf(search);
  const set = <Name extends keyof AccountFilters>(
    name: Name,
    value: AccountFilters[Name] | undefined,
  ): void => setSearch(searchOf(withFilter(filters, name, value)), { replace: true });
  return (
    <>
      <AreaTabs area="money" />
      <PageHead title={t('app.page.accounts')}>
        <AccountExport filters={filters} />
      </PageHead>
      <p className="hint">{t('money.account.hint')}</p>
      <TrialBalance asOf={filters.asOf} />
      <AccountFilterFields filters={filters} onChange={set} />
      <AccountList filters={filters} onClear={() => setSearch({})} />
    </>
  );
}

interface AccountListProps {
  readonly filters: AccountFilters;
  readonly onClear: () => void;
}

function AccountList({ filters, onClear }: AccountListProps) {
  const { t } = useTranslation();
  const q = useDebounced(filters.q);
  const list = useAccounts(withFilter(filters, 'q', q));
  const columns = useAccountColumns(filters.asOf);
  const empty =
    Object.keys(filters).length === 0
      ? { text: t('money.account.empty') }
      : {
          text: t('strictLedger.filters.emptyAccounts'),
          action: <Button onClick={onClear}>{t('strictLedger.filters.clear')}</Button>,
        };
  return (
    <PagedList list={list} empty={empty}>
      {(accounts) => (
        <DataTable
          caption={t('app.page.accounts')}
          columns={columns}
          rows={accounts}
          rowKey={({ id }) => id}
        />
      )}
    </PagedList>
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
      cell: ({ balance }) => <SignedAmount amount={balance} />,
    },
  ];
}

function AccountExport({ filters }: { readonly filters: AccountFilters }) {
  const { t } = useTranslation();
  return (
    <ExportButton<Account>
      fileName={t('money.account.exportName')}
      fetchPage={fetchAccounts(filters)}
      columns={[
        { title: t('money.party'), text: ({ party }) => party.name },
        { title: t('money.account.fund'), text: ({ incomeKind }) => t(`money.fund.${incomeKind}`) },
        {
          title: t('money.account.purpose'),
          text: ({ purpose }) => t(`money.account.purposes.${purpose}`),
        },
        { title: t('money.account.balance'), kind: 'money', text: ({ balance }) => yuanOf(balance.amount) },
      ]}
    />
  );
}
