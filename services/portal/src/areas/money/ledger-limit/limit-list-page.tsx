import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ListPage } from '../../../kit/list-page.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { LedgerNav } from '../ledger/ledger-nav.js';
import { useBy } from '../ledger/use-by.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { useOffices } from '../../../session/use-offices.js';

const SetLimit = lazyPart('SetLimit', () => import('./set-limit.js'), { rows: 4 });
const readers = ['officer', 'finance', 'approver', 'auditor'] as const;

/** The amount that an approver of each union may approve alone; every decision, the newest first. */
export function LimitListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const union = search.get('union') ?? undefined;
  return (
    <ListPage
      title={t('strictLedger.limit.title')}
      intro={
        <>
          <LedgerNav />
          <p className="hint">{t('strictLedger.limit.hint')}</p>
          {holds('officer') && <SetLimit />}
        </>
      }
      filters={
        <UnionPicker
          label={t('strictLedger.limit.union')}
          none={t('strictLedger.limit.allUnions')}
          roles={readers}
          {...(union === undefined ? {} : { value: union })}
          onChange={(chosen) => setSearch(chosen === undefined ? {} : { union: chosen })}
        />
      }
      list={useList('amountLimit', '/ledger/amount-limits', union === undefined ? {} : { union })}
      empty={{ text: t('strictLedger.limit.empty') }}
      table={{ columns: useLimitColumns(), rowKey: ({ id }) => id }}
      exported={{ name: t('strictLedger.limit.exportName'), columns: useExportColumns() }}
    />
  );
}

type AmountLimit = components['schemas']['AmountLimitView'];

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
    {
      key: 'by',
      title: t('strictLedger.limit.setBy'),
      cell: ({ setById, setBy, setAt }) => by(setById, setBy, setAt),
    },
  ];
}

function useExportColumns(): ExportColumn<AmountLimit>[] {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return [
    { title: t('strictLedger.limit.union'), text: ({ unionName }) => unionName },
    {
      title: t('strictLedger.limit.limit'),
      kind: 'money',
      isApart: true,
      text: ({ limit }) => (limit === null ? t('strictLedger.limit.none') : yuanOf(limit.amount)),
    },
    { title: t('strictLedger.reason'), text: ({ reason }) => reason },
    {
      title: t('strictLedger.limit.setBy'),
      text: ({ setById, setBy, setAt }) => `${nameOf(setById, setBy) ?? ''} ${setAt}`,
    },
  ];
}
