import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { LedgerNav } from '../ledger/ledger-nav.js';
import { useBy } from '../ledger/use-by.js';
import { useOffices } from '../../../session/use-offices.js';
import { type AmountLimit, fetchLimits, useLimits } from './use-limits.js';

const SetLimit = lazyPart('SetLimit', () => import('./set-limit.js'), { rows: 4 });
const readers = ['officer', 'finance', 'approver', 'auditor'] as const;

/** How much an approver of each union may pass alone; every decision, the newest first. */
export function LimitListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const union = search.get('union') ?? undefined;
  const columns = useLimitColumns();
  return (
    <>
      <AreaTabs area="money" />
      <PageHead title={t('strictLedger.limit.title')}>
        <LimitExport union={union} />
      </PageHead>
      <LedgerNav />
      <p className="hint">{t('strictLedger.limit.hint')}</p>
      {holds('officer') && <SetLimit />}
      <div className="money-filters">
        <UnionPicker
          label={t('strictLedger.limit.union')}
          none={t('strictLedger.limit.allUnions')}
          roles={readers}
          {...(union === undefined ? {} : { value: union })}
          onChange={(chosen) => setSearch(chosen === undefined ? {} : { union: chosen })}
        />
      </div>
      <PagedList list={useLimits(union)} empty={{ text: t('strictLedger.limit.empty') }}>
        {(limits) => (
          <DataTable
            caption={t('strictLedger.limit.title')}
            columns={columns}
            rows={limits}
            rowKey={({ id }) => id}
          />
        )}
      </PagedList>
    </>
  );
}

function useLimitColumns(): Column<AmountLimit>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  const by = useBy();
  return [
    { key: 'union', title: t('strictLedger.limit.union'), cell: ({ unionName }) => unionName },
    {
      key: 'limit',
      title: t('strictLedger.limit.limit'),
      isNumber: true,
      cell: ({ limit }) => (limit === null ? t('strictLedger.limit.none') : money(limit)),
    },
    { key: 'reason', title: t('strictLedger.reason'), cell: ({ reason }) => reason },
    { key: 'by', title: t('strictLedger.limit.setBy'), cell: ({ setBy, setAt }) => by(setBy, setAt) },
  ];
}

function LimitExport({ union }: { readonly union: string | undefined }) {
  const { t } = useTranslation();
  return (
    <ExportButton<AmountLimit>
      fileName={t('strictLedger.limit.exportName')}
      fetchPage={fetchLimits(union)}
      columns={[
        { title: t('strictLedger.limit.union'), text: ({ unionName }) => unionName },
        {
          title: t('strictLedger.limit.limit'),
          kind: 'money',
          isApart: true,
          text: ({ limit }) => (limit === null ? t('strictLedger.limit.none') : yuanOf(limit.amount)),
        },
        { title: t('strictLedger.reason'), text: ({ reason }) => reason },
        { title: t('strictLedger.limit.setBy'), text: ({ setBy, setAt }) => `${setBy ?? ''} ${setAt}` },
      ]}
    />
  );
}
