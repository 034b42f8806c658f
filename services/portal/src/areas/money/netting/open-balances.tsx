import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { Loaded } from '../../../kit/loaded.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { keyOf } from '../cost-pool/cost-pool.model.js';

export type OpenBalance = components['schemas']['OpenBalanceView'];

const readers = ['finance', 'officer', 'approver', 'auditor'] as const;

interface OpenBalancesProps {
  /** The reader wants the debts between the two to be settled by themselves. */
  readonly onSettle: (balance: OpenBalance) => void;
}

/** What one's own union owes and is owed and nobody has netted yet, each with the union that proposes the run. */
export function OpenBalances({ onSettle }: OpenBalancesProps) {
  const { t } = useTranslation();
  const { unionIdsOf } = useOffices();
  const unionIds = unionIdsOf(...readers);
  const [unionId, setUnionId] = useState(unionIds[0]);
  return (
    <section className="card" aria-labelledby="open-balances-title">
      <h2 id="open-balances-title">{t('money.netting.open.title')}</h2>
      {unionIds.length > 1 && (
        <UnionPicker
          label={t('money.netting.open.union')}
          none={t('money.choose')}
          roles={readers}
          {...(unionId === undefined ? {} : { value: unionId })}
          onChange={(id) => setUnionId(id === '' ? undefined : id)}
        />
      )}
      {unionId !== undefined && <OfUnion key={unionId} unionId={unionId} onSettle={onSettle} />}
    </section>
  );
}

function OfUnion({ unionId, onSettle }: OpenBalancesProps & { readonly unionId: string }) {
  const { t } = useTranslation();
  const query = useRead('nettingRun', '/unions/{unionId}/open-balances', { unionId });
  const columns = useBalanceColumns(onSettle);
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{t('money.netting.open.none')}</p>
        ) : (
          <>
            <DataTable
              caption={t('money.netting.open.title')}
              rows={items}
              rowKey={({ party, counterparty }) => `${keyOf(party)} ${keyOf(counterparty)}`}
              columns={columns}
            />
            <p className="hint">{t('money.netting.open.notice')}</p>
          </>
        )
      }
    </Loaded>
  );
}

function useBalanceColumns(onSettle: OpenBalancesProps['onSettle']): Column<OpenBalance>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  const sizeOf = (fen: bigint): string => money({ amount: String(fen < 0n ? -fen : fen) });
  const said = ({ balance }: OpenBalance): string => {
    const fen = BigInt(balance.amount);
    if (fen === 0n) return t('money.netting.preview.even');
    return t(fen < 0n ? 'money.netting.preview.pays' : 'money.netting.preview.receives', {
      amount: sizeOf(fen),
    });
  };
  const held = ({ balance, ready }: OpenBalance): bigint => BigInt(balance.amount) - BigInt(ready.amount);
  return [
    {
      key: 'counterparty',
      title: t('money.netting.open.with'),
      cell: ({ counterparty }) => counterparty.name,
    },
    {
      key: 'balance',
      title: t('money.amount'),
      isNumber: true,
      cell: (one) => (
        <div>
          {said(one)}
          {held(one) !== 0n && (
            <p className="hint">{t('money.netting.open.held', { amount: sizeOf(held(one)) })}</p>
          )}
        </div>
      ),
    },
    {
      key: 'proposer',
      title: t('money.netting.open.proposer'),
      cell: (one) => {
        const { proposerName: union, mayPropose, ready, counterparty } = one;
        if (!mayPropose) return t('money.netting.open.theyDo', { union });
        return (
          <>
            {t('money.netting.open.youMay', { union })}
            {ready.amount !== '0' && (
              <Button
                type="link"
                aria-label={t('money.netting.open.settleWith', { name: counterparty.name })}
                onClick={() => onSettle(one)}
              >
                {t('money.netting.open.settle')}
              </Button>
            )}
          </>
        );
      },
    },
  ];
}
