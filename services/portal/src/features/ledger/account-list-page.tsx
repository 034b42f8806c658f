import './ledger.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { yuanOf } from '../../i18n/format.js';
import { AreaTabs } from '../../shell/area-tabs.js';
import { type Column, DataTable } from '../../shell/data-table.js';
import { ExportButton } from '../../shell/export-button.js';
import { PageHead } from '../../shell/page-head.js';
import { PagedList } from '../../shell/paged-list.js';
import { UnionPicker } from '../../shell/union-picker.js';
import { SignedAmount } from './signed-amount.js';
import { TrialBalance } from './trial-balance.js';
import { type Account, fetchAccounts, useAccounts } from './use-ledger.js';

const readers = ['officer', 'finance', 'approver', 'auditor'] as const;

export function AccountListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const union = search.get('union') ?? undefined;
  return (
    <>
      <AreaTabs area="money" />
      <PageHead title={t('app.page.accounts')}>
        <AccountExport union={union} />
      </PageHead>
      <p className="hint">{t('money.account.hint')}</p>
      <TrialBalance />
      <div className="money-filters">
        <UnionPicker
          label={t('money.account.ofUnion')}
          none={t('money.account.allUnions')}
          roles={readers}
          {...(union === undefined ? {} : { value: union })}
          onChange={(chosen) => setSearch(chosen === undefined ? {} : { union: chosen })}
        />
      </div>
      <AccountList union={union} />
    </>
  );
}

function AccountList({ union }: { readonly union: string | undefined }) {
  const { t } = useTranslation();
  const list = useAccounts(union);
  const columns = useAccountColumns();
  return (
    <PagedList list={list} empty={{ text: t('money.account.empty') }}>
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

function useAccountColumns(): Column<Account>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'party',
      title: t('money.party'),
      cell: ({ id, party }) => (
        <Link to={`/accounts/${id}`} className="cell-link">
          {party.name}
        </Link>
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

function AccountExport({ union }: { readonly union: string | undefined }) {
  const { t } = useTranslation();
  return (
    <ExportButton<Account>
      fileName={t('money.account.exportName')}
      fetchPage={fetchAccounts(union)}
      columns={[
        { title: t('money.party'), text: ({ party }) => party.name },
        { title: t('money.account.fund'), text: ({ incomeKind }) => t(`money.fund.${incomeKind}`) },
        {
          title: t('money.account.purpose'),
          text: ({ purpose }) => t(`money.account.purposes.${purpose}`),
        },
        { title: t('money.account.balance'), text: ({ balance }) => yuanOf(balance.amount) },
      ]}
    />
  );
}
