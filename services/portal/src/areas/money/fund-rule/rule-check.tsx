import './fund-rule.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import type { CostPool } from '../cost-pool/cost-pool.model.js';
import { BreachList } from './breach-list.js';
import { OverrideList } from './override-list.js';
import type { RuleCheck as Check } from './fund-rule.model.js';

/** The breaches of spending rules in a pool, and those that were let pass. */
export function RuleCheck({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  // The check is part of the pool, so that each change of the pool has it read again.
  const { data, error, isPending, refetch } = useRead(
    'costPool',
    '/cost-pools/{costPoolId}/fund-rule-check',
    { costPoolId: pool.id },
  );
  return (
    <section className="card" aria-labelledby="fund-rules-title">
      <h2 id="fund-rules-title">{t('fundRule.check.title')}</h2>
      {isPending && <LoadingState rows={2} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Checked pool={pool} check={data} />}
    </section>
  );
}

function Checked({ pool, check }: { readonly pool: CostPool; readonly check: Check }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const [lifted, setLifted] = useState('');
  const { sets, breaches, unjudged, overrides } = check;
  const names = sets.map(({ unionName: union, name }) => t('fundRule.check.setOf', { union, name }));
  const open = breaches.filter(({ overrideId }) => overrideId === null).length;
  const missing = [...new Map(unjudged.map((one) => [`${one.kind} ${one.missing}`, one])).values()];
  return (
    <>
      <p className="hint">
        {sets.length === 0
          ? t(pool.total === null ? 'fundRule.check.notYet' : 'fundRule.check.noSets')
          : t('fundRule.check.on', { date: date(check.on), sets: names.join(t('common.separator')) })}
      </p>
      {sets.length > 0 && breaches.length === 0 && <p role="status">{t('fundRule.check.clean')}</p>}
      {open > 0 && (
        <p role="status" className="field-error">
          {t('fundRule.check.blocked', { count: open })}
        </p>
      )}
      {missing.map(({ kind, missing: figure, ruleKey }) => (
        <p key={`${kind} ${ruleKey}`} className="hint">
          {t(`fundRule.check.unjudged.${figure}`, { rule: t(`fundRule.kinds.${kind}`) })}
        </p>
      ))}
      {breaches.length > 0 && <BreachList pool={pool} breaches={breaches} onLifted={setLifted} />}
      <p role="status">{lifted !== '' && t('fundRule.check.lifted', { item: lifted })}</p>
      {overrides.length > 0 && <OverrideList pool={pool} overrides={overrides} />}
    </>
  );
}
