import './lending.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { smallShareOf } from './effect.model.js';
import type { Effect, Rule } from './lending.model.js';

interface EffectProps {
  readonly effect: Effect;
  readonly share: Rule['reserved'];
}

/** The effect of the rules: how much each group had, and the use of the reserved hours. */
export function EffectSummary({ effect, share }: EffectProps) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { small, others } = effect;
  const from = date(effect.from);
  return (
    <>
      <h3>{t('lending.rule.effect.title')}</h3>
      {small.loans + others.loans === 0 ? (
        <p>{t('lending.rule.effect.none', { from })}</p>
      ) : (
        <>
          <p>{t('lending.rule.effect.days', { from })}</p>
          <ul className="lending-lines">
            <li>{t('lending.rule.effect.small', { ...small })}</li>
            <li>{t('lending.rule.effect.others', { ...others })}</li>
          </ul>
          <ShareBar effect={effect} />
        </>
      )}
      {share !== null && <ReservedUse reserved={effect.reserved} per={share.per} />}
    </>
  );
}

/** The hours of both groups as lengths; a screen reader reads their shares. */
function ShareBar({ effect }: { readonly effect: Effect }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = smallShareOf(effect);
  if (share === null) return null;
  const words = { small: format.share(share), others: format.share(1 - share) };
  return (
    <div className="lending-share" role="img" aria-label={t('lending.rule.effect.share', words)}>
      <span style={{ width: `${share * 100}%` }} />
    </div>
  );
}

interface ReservedProps {
  readonly reserved: Effect['reserved'];
  readonly per: 'week' | 'month';
}

function ReservedUse({ reserved, per }: ReservedProps) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const isWeekly = per === 'week';
  if (reserved === null) {
    return (
      <p className="hint">{t(isWeekly ? 'lending.rule.effect.noWeek' : 'lending.rule.effect.noMonth')}</p>
    );
  }
  const words = { ...reserved, from: date(reserved.from) };
  return (
    <p>{t(isWeekly ? 'lending.rule.effect.reservedWeek' : 'lending.rule.effect.reservedMonth', words)}</p>
  );
}
