import { useTranslation } from 'react-i18next';
import { usePools } from '../pool/use-pools.js';
import { useAgreements } from '../agreement/use-agreements.js';
import { useCoHosts } from '../co-host/use-co-hosts.js';
import { LoadingState } from '../../shell/states.js';
import type { Activity } from './activity-form.js';
import { checklist, type CheckResult } from './checklist.model.js';

/** What is still missing before the activity can be published. */
export function Checklist({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const pools = usePools(activity.id);
  const coHosts = useCoHosts(activity.id);
  const agreements = useAgreements(activity.id);
  if (pools.isPending || coHosts.isPending || agreements.isPending) return <LoadingState rows={4} />;
  const results = checklist({
    activity,
    seats: pools.data?.total,
    coHosts: coHosts.data?.items ?? [],
    agreements: agreements.data?.items ?? [],
    now: new Date(),
  });
  const missing = results.filter(({ state }) => state !== 'done').length;
  return (
    <section className="card" aria-labelledby="checklist-title">
      <h2 id="checklist-title">
        {missing === 0 ? t('organising.ready') : t('organising.stillMissing', { count: missing })}
      </h2>
      <ul className="plain-list checklist">
        {results.map((result) => (
          <CheckLine key={result.check} result={result} />
        ))}
      </ul>
    </section>
  );
}

const marks = { done: '✓', must: '✕', better: '!' } as const;

function CheckLine({ result: { check, state, says } }: { readonly result: CheckResult }) {
  const { t } = useTranslation();
  return (
    <li className={`check is-${state}`}>
      <span className="check-mark" aria-hidden="true">
        {marks[state]}
      </span>
      <span>
        <strong>{t(`organising.check.${check}`)}</strong>
        <span className="visually-hidden">{t(`organising.checkState.${state}`)}</span>
        <span className="hint"> {t(`organising.says.${check}.${says}` as 'organising.says.seats.done')}</span>
      </span>
    </li>
  );
}
