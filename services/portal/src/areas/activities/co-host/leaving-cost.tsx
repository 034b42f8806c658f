import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import type { PreviewRequest } from '../agreement/agreement-draft.js';
import { keyOf } from '../agreement/party-names.js';
import { type Split, useSplit } from '../agreement/use-split.js';
import { type ShareChange, sharesCompared, sumOf } from './leaving-cost.model.js';
import type { components } from '../../../api/schema.js';

type Cost = NonNullable<components['schemas']['LeavingView']['cost']>;
type Side = Cost['before'];

const assumedYuan = '10000';

/** What each party pays with the co-host and without it, for an assumed total. The platform computes both. */
export function LeavingCost({ cost }: { readonly cost: Cost }) {
  const { t } = useTranslation();
  const id = useId();
  const [yuan, setYuan] = useState(assumedYuan);
  const totalFen = fenOf(yuan);
  return (
    <>
      <div className="leaving-total">
        <label htmlFor={id}>{t('leaving.total')}</label>
        <MoneyInput id={id} value={yuan} onChange={setYuan} />
      </div>
      {totalFen === null && <p className="field-error">{t('leaving.totalWrong')}</p>}
      <p className="hint">{t('leaving.heads')}</p>
      <Sides cost={cost} totalFen={totalFen} />
    </>
  );
}

function Sides({ cost, totalFen }: { readonly cost: Cost; readonly totalFen: string | null }) {
  const { t } = useTranslation();
  const before = useSplit(requestOf(cost.before, totalFen));
  const after = useSplit(cost.after === null ? null : requestOf(cost.after, totalFen));
  const error = before.error ?? after.error;
  if (error !== null) return <Refusal title={t('leaving.notSplit')} error={error} />;
  if (cost.after === null) return <p className="is-overdue">{t('leaving.noRule')}</p>;
  if (before.data === undefined || after.data === undefined) return <LoadingState rows={3} />;
  const isOld = before.isOld || after.isOld;
  return (
    <div aria-live="polite" aria-busy={isOld} className={isOld ? 'preview is-old' : 'preview'}>
      <Compared cost={cost} before={before.data} after={after.data} />
    </div>
  );
}

function requestOf(side: Side, totalFen: string | null): PreviewRequest | null {
  return totalFen === null ? null : { ...side, total: { amount: totalFen, currency: 'CNY' } };
}

interface ComparedProps {
  readonly cost: Cost;
  readonly before: Split;
  readonly after: Split;
}

function Compared({ cost, before, after }: ComparedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (fen: bigint | null): string => (fen === null ? '—' : format.money({ amount: String(fen) }));
  const signed = (fen: bigint): string => (fen > 0n ? `+${money(fen)}` : money(fen));
  const nameOf = (key: string): string => cost.parties.find((party) => keyOf(party) === key)?.name ?? key;
  const changes = sharesCompared(before, after);
  const columns: Column<ShareChange>[] = [
    { key: 'party', title: t('leaving.party'), cell: ({ key }) => nameOf(key) },
    { key: 'before', title: t('leaving.before'), isNumber: true, cell: (row) => money(row.beforeFen) },
    { key: 'after', title: t('leaving.after'), isNumber: true, cell: (row) => money(row.afterFen) },
    { key: 'change', title: t('leaving.change'), isNumber: true, cell: (row) => signed(row.changeFen) },
  ];
  const sums = [
    money(sumOf(changes.map((row) => row.beforeFen))),
    money(sumOf(changes.map((row) => row.afterFen))),
  ];
  return (
    <>
      <DataTable caption={t('leaving.cost')} columns={columns} rows={changes} rowKey={({ key }) => key} />
      <p>
        <strong>
          {t('leaving.sum')} {sums.join(' → ')}
        </strong>
      </p>
    </>
  );
}
