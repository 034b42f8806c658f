import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { Score } from './score.model.js';

/** Of what and of which days a score is, and how sure it is. */
export function ScoreSubjectFacts({ score }: { readonly score: Score }) {
  const { t } = useTranslation();
  const { subject, periodFrom: from, periodTo: to, interval } = score;
  return (
    <>
      <dt>{t('scores.interval')}</dt>
      <dd>
        {interval === null
          ? t('scores.noInterval')
          : t('scores.intervalOf', { low: interval.low.toFixed(1), high: interval.high.toFixed(1) })}
        {interval !== null && (
          <div className="hint">{t('scores.intervalHint', { number: interval.answers })}</div>
        )}
      </dd>
      <dt>{t('scores.subject')}</dt>
      <dd>{t(`scores.kind.${subject.kind}`)}</dd>
      {from !== null && to !== null && <Days from={from} to={to} />}
    </>
  );
}

function Days({ from, to }: { readonly from: string; readonly to: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <dt>{t('scores.period')}</dt>
      <dd>{format.days(from, to)}</dd>
    </>
  );
}
