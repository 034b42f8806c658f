import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';
import { perHead } from './cost.model.js';

type Statement = components['schemas']['ActivityStatementView'];

/**
 * What an activity has cost, for those of its unions who see its bills: total, per head, what is unpaid, and how far each bill is. Nothing
 * is shown, and nothing else asked, as long as there is none.
 */
export function ActivityCost({ activityId }: { readonly activityId: string }) {
  const pools = useRead('costPool', '/cost-pools', { activityId, limit: 1 });
  const hasBills = (pools.data?.items.length ?? 0) > 0;
  const statement = useRead(
    'statement',
    '/activities/{activityId}/statement',
    hasBills ? { activityId } : undefined,
  );
  return statement.data === undefined ? null : <Cost statement={statement.data} />;
}

function Cost({ statement }: { readonly statement: Statement }) {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  const { activityId, total, subsidy, unpaid, heads, pools } = statement;
  const each = perHead(total.amount, heads);
  return (
    <section className="card" aria-labelledby="cost-title">
      <h2 id="cost-title">{t('activityCost.title')}</h2>
      <dl className="facts">
        <dt>{t('activityCost.total')}</dt>
        <dd>{money(total)}</dd>
        {each !== null && (
          <>
            <dt>{t('activityCost.perHead')}</dt>
            <dd>{t('activityCost.each', { amount: money({ amount: each }), heads: number(heads) })}</dd>
          </>
        )}
        {subsidy.amount !== '0' && (
          <>
            <dt>{t('activityCost.subsidy')}</dt>
            <dd>{money(subsidy)}</dd>
          </>
        )}
        <dt>{t('activityCost.unpaid')}</dt>
        <dd>{money(unpaid)}</dd>
      </dl>
      <ul className="plain-list">
        {pools.map(({ costPoolId, state, total: sum }) => (
          <li key={costPoolId}>
            <Link to={`/cost-pools/${costPoolId}`} className="cell-link">
              {t('activityCost.bill', { amount: money(sum) })}
            </Link>{' '}
            <span className={`tag is-${state}`}>{t(`activityCost.states.${state}`)}</span>
          </li>
        ))}
      </ul>
      <p>
        <Link to={`/activities/${activityId}/statement`}>{t('activityCost.all')}</Link>
      </p>
    </section>
  );
}
