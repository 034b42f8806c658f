import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { Refusal } from '../../../kit/states.js';
import type { CostPool } from '../cost-pool/cost-pool.model.js';
import { useWho } from '../ledger/use-who.js';
import type { Override } from './fund-rule.model.js';
import { useMeasure } from './use-measure.js';

interface OverrideListProps {
  readonly pool: Pick<CostPool, 'id' | 'version'>;
  readonly overrides: readonly Override[];
}

/** The breaches that were let pass, by whom and why, with those that were withdrawn. */
export function OverrideList({ pool, overrides }: OverrideListProps) {
  const { t } = useTranslation();
  const withdraw = useCommand(
    'costPool',
    'post',
    '/cost-pools/{costPoolId}/fund-rule-overrides/{overrideId}/withdraw',
  );
  const seen = { costPoolId: pool.id, version: pool.version };
  const columns = useOverrideColumns(
    overrides.some(({ mayWithdraw }) => mayWithdraw)
      ? { isPending: withdraw.isPending, run: (id) => withdraw.mutate({ ...seen, overrideId: id }) }
      : null,
  );
  return (
    <>
      <h3>{t('fundRule.check.overrides')}</h3>
      {withdraw.isError && <Refusal title={t('fundRule.check.refused')} error={withdraw.error} />}
      <DataTable
        caption={t('fundRule.check.overridesCaption')}
        columns={columns}
        rows={overrides}
        rowKey={({ id }) => id}
      />
    </>
  );
}

interface Withdrawing {
  readonly isPending: boolean;
  readonly run: (overrideId: string) => void;
}

function useOverrideColumns(withdrawing: Withdrawing | null): Column<Override>[] {
  const { t } = useTranslation();
  const { money, instant } = useFormat();
  const measure = useMeasure();
  const whoIs = useWho();
  const columns: Column<Override>[] = [
    { key: 'item', title: t('fundRule.check.item'), cell: ({ itemTitle }) => itemTitle },
    { key: 'rule', title: t('fundRule.check.rule'), cell: ({ kind }) => t(`fundRule.kinds.${kind}`) },
    {
      key: 'figures',
      title: t('fundRule.check.actual'),
      isNumber: true,
      cell: (one) => measure(one, one.actual),
    },
    {
      key: 'over',
      title: t('fundRule.check.over'),
      isNumber: true,
      cell: ({ overAmount }) => money(overAmount),
    },
    { key: 'reason', title: t('fundRule.check.reason'), cell: ({ reason }) => reason },
    {
      key: 'by',
      title: t('fundRule.check.by'),
      cell: ({ liftedBy, liftedByName, liftedAt }) =>
        t('fundRule.check.byAt', { name: whoIs(liftedBy, liftedByName), time: instant(liftedAt) }),
    },
    {
      key: 'standing',
      title: t('fundRule.check.standing'),
      cell: ({ withdrawnAt, withdrawnBy, withdrawnByName }) =>
        withdrawnAt === null
          ? t('fundRule.check.stands')
          : t('fundRule.check.withdrawnAt', {
              name: whoIs(withdrawnBy, withdrawnByName),
              time: instant(withdrawnAt),
            }),
    },
  ];
  if (withdrawing === null) return columns;
  const actions: Column<Override> = {
    key: 'actions',
    title: t('fundRule.check.actions'),
    cell: (one) => one.mayWithdraw && <Withdraw override={one} withdrawing={withdrawing} />,
  };
  return [...columns, actions];
}

interface WithdrawProps {
  readonly override: Override;
  readonly withdrawing: Withdrawing;
}

function Withdraw({ override: { id, itemTitle }, withdrawing }: WithdrawProps) {
  const { t } = useTranslation();
  const item = itemTitle ?? '';
  return (
    <ConfirmButton
      danger
      disabled={withdrawing.isPending}
      aria-label={t('fundRule.check.withdrawOf', { item })}
      question={<p>{t('fundRule.check.withdrawQuestion', { item })}</p>}
      confirmText={t('fundRule.check.withdrawYes')}
      onConfirm={() => withdrawing.run(id)}
    >
      {t('fundRule.check.withdraw')}
    </ConfirmButton>
  );
}
