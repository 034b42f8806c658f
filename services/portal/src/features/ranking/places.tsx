import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Ranking, RankingEntry } from './use-rankings.js';

export function placeFigure(score: number, method: Ranking['method']): string {
  return score.toFixed(method === 'topsis' ? 3 : 1);
}

interface PlacesProps {
  readonly ranking: Ranking;
  /** Of the indicators, by their keys. */
  readonly names: ReadonlyMap<string, string>;
}

/** Each place with its reasons: by which indicators it leads the mean of all, and by which it lags. */
export function Places({ ranking, names }: PlacesProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="places-title">
      <h2 id="places-title">{t('ranking.why')}</h2>
      <p className="hint">{t('ranking.whyHint')}</p>
      <ol className="plain-list places">
        {ranking.entries.map((entry) => (
          <li key={entry.activityId} className="card place">
            <Place entry={entry} method={ranking.method} names={names} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface PlaceProps {
  readonly entry: RankingEntry;
  readonly method: Ranking['method'];
  readonly names: PlacesProps['names'];
}

function Place({ entry, method, names }: PlaceProps) {
  const { t } = useTranslation();
  const { rank, activityTitle, score, scoreId, why } = entry;
  return (
    <>
      <div className="place-head">
        <span className="place-rank">{t('ranking.rankOf', { rank })}</span>
        <h3>{activityTitle}</h3>
        <Link to={`/scores/${scoreId}`} className="back">
          {t('ranking.toScore', { score: placeFigure(score, method) })}
        </Link>
      </div>
      <ul className="plain-list leads">
        {why.map(({ indicatorId, lead }) => (
          <li key={indicatorId}>
            <LeadText name={names.get(indicatorId) ?? t('ranking.unnamedIndicator')} lead={lead} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Below it a lead rounds to nothing. */
const leadMin = 0.05;

function LeadText({ name, lead }: { readonly name: string; readonly lead: number }) {
  const { t } = useTranslation();
  const points = Math.abs(lead).toFixed(1);
  if (Math.abs(lead) < leadMin) return <span className="lead">{t('ranking.even', { name })}</span>;
  const text = t(lead > 0 ? 'ranking.ahead' : 'ranking.behind', { name, points });
  return <span className={lead > 0 ? 'lead is-ahead' : 'lead is-behind'}>{text}</span>;
}
