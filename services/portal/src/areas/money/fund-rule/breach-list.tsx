import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import type { CostPool } from '../cost-pool/cost-pool.model.js';
import { LiftForm } from './lift-form.js';
import { SourceView } from './source-view.js';
import type { Breach } from './fund-rule.model.js';
import { useMeasure } from './use-measure.js';

interface BreachListProps {
  readonly pool: Pick<CostPool, 'id' | 'version'>;
  readonly breaches: readonly Breach[];
  /** Called with the name of the bill that was let pass. */
  readonly onLifted: (item: string) => void;
}

const keyOf = ({ setId, ruleKey, itemId }: Breach): string => `${setId} ${ruleKey} ${itemId}`;

/** Bills that break a rule; those who may do so let one pass. */
export function BreachList({ pool, breaches, onLifted }: BreachListProps) {
  const { t } = useTranslation();
  const [liftedKey, setLifting] = useState<string | null>(null);
  const columns = useBreachColumns(breaches.some(isLiftable) ? setLifting : null);
  const lifting = breaches.find((breach) => keyOf(breach) === liftedKey && isLiftable(breach));
  return (
    <>
      <DataTable caption={t('fundRule.check.caption')} columns={columns} rows={breaches} rowKey={keyOf} />
      {lifting !== undefined && (
        <LiftForm
          key={liftedKey}
          pool={pool}
          breach={lifting}
          onLifted={() => {
            onLifted(lifting.itemTitle ?? '');
            setLifting(null);
          }}
          onClose={() => setLifting(null)}
        />
      )}
    </>
  );
}

function isLiftable({ mayLift, overrideId }: Breach): boolean {
  return mayLift && overrideId === null;
}

/** The columns that everybody sees. */
function usePublicColumns(): Column<Breach>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  const measure = useMeasure();
  return [
    {
      key: 'item',
      title: t('fundRule.check.item'),
      cell: ({ itemTitle }) => itemTitle ?? t('fundRule.check.itemGone'),
    },
    {
      key: 'rule',
      title: t('fundRule.check.rule'),
      cell: ({ kind, unionName: union, setName: name }) =>
        `${t(`fundRule.kinds.${kind}`)} · ${t('fundRule.check.setOf', { union, name })}`,
    },
    {
      key: 'source',
      title: t('fundRule.check.source'),
      cell: ({ source }) => <SourceView source={source} />,
    },
    {
      key: 'allowed',
      title: t('fundRule.check.allowed'),
      isNumber: true,
      cell: (one) => measure(one, one.allowed),
    },
    {
      key: 'actual',
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
    {
      key: 'standing',
      title: t('fundRule.check.standing'),
      cell: ({ overrideId }) => t(overrideId === null ? 'fundRule.check.isOpen' : 'fundRule.check.isLifted'),
    },
  ];
}

function useBreachColumns(lift: ((key: string) => void) | null): Column<Breach>[] {
  const { t } = useTranslation();
  const columns = usePublicColumns();
  if (lift === null) return columns;
  const actions: Column<Breach> = {
    key: 'actions',
    title: t('fundRule.check.actions'),
    cell: (breach) =>
      isLiftable(breach) && (
        <Button
          aria-label={t('fundRule.check.liftOf', { item: breach.itemTitle ?? '' })}
          onClick={() => lift(keyOf(breach))}
        >
          {t('fundRule.check.lift')}
        </Button>
      ),
  };
  return [...columns, actions];
}
