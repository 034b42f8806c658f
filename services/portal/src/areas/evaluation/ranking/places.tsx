import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import { useGroups } from './group-name.js';
import { notToldApart } from './overlap.model.js';
import type { Ranking, RankingEntry } from './ranking.model.js';

export function placeFigure(score: number, method: Ranking['method']): string {
  return score.toFixed(method === 'topsis' ? 3 : 1);
}

/** Fewer places are seen at a glance. */
const foundFrom = 8;

/** Each place with its reasons: by which indicators it leads the mean of all, and by which it lags. */
export function Places({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const [group, setGroup] = useState<string | undefined>();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim());
  const list = useList('ranking', '/rankings/{rankingId}/entries', {
    rankingId: ranking.id,
    ...(group !== undefined && { group }),
    ...(q !== '' && { q }),
  });
  const groups = useGroups(ranking.groupBy);
  return (
    <section aria-labelledby="places-title">
      <h2 id="places-title">{t('ranking.why')}</h2>
      <p className="hint">{t('ranking.whyHint')}</p>
      <div className="ranking-filters" role="search">
        {ranking.ranked >= foundFrom && (
          <Input
            allowClear
            maxLength={200}
            value={typed}
            aria-label={t('rankingLife.search')}
            placeholder={t('rankingLife.search')}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        {groups.length > 0 && (
          <Choice<string>
            label={t('rankingLife.group')}
            {...(group !== undefined && { value: group })}
            options={[{ value: '', label: t('rankingLife.allGroups') }, ...groups]}
            onChange={setGroup}
          />
        )}
      </div>
      <PagedList list={list} empty={{ text: t('common.nothingFound') }}>
        {(entries) => (
          <ol className="plain-list places">
            {entries.map((entry, place) => (
              <li key={entry.subjectId} className="card place">
                <Place
                  entry={entry}
                  ranking={ranking}
                  inGroup={group !== undefined}
                  isTogether={q === '' && notToldApart(entries).has(place)}
                />
              </li>
            ))}
          </ol>
        )}
      </PagedList>
    </section>
  );
}

interface PlaceProps {
  readonly entry: RankingEntry;
  readonly ranking: Ranking;
  /** Whether the group alone is looked at. */
  readonly inGroup: boolean;
  /** Its interval and that of the place above overlap. */
  readonly isTogether: boolean;
}

function Place({ entry, ranking: { method, groupBy }, inGroup, isTogether }: PlaceProps) {
  const { t } = useTranslation();
  const { rank, group, groupRank, subjectName, unionName, score, scoreId, answers, why } = entry;
  const groupName = useGroups(groupBy).find(({ value }) => value === group)?.label ?? group;
  const even = why.filter(isEven);
  const told = why.filter((one) => !isEven(one));
  const most = Math.max(...why.map(({ points }) => points), 1);
  return (
    <>
      <div className="place-head">
        <span className="place-rank">{t('ranking.rankOf', { rank: inGroup ? groupRank : rank })}</span>
        <h3>{subjectName}</h3>
        <Link to={`/scores/${scoreId}`} className="back">
          {t('ranking.toScore', { score: placeFigure(score, method) })}
        </Link>
      </div>
      <p className="hint">
        {[
          unionName === subjectName ? null : unionName,
          groupName === null ? null : t('rankingLife.placeInGroup', { group: groupName, place: groupRank }),
          inGroup ? t('rankingLife.placeOverall', { place: rank }) : null,
          answers === null ? null : t('rankingLife.answers', { count: answers }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <ScoreSince entry={entry} isTogether={isTogether} />
      <Leads leads={told.slice(0, leadsShown)} most={most} />
      {told.length + even.length > leadsShown && (
        <details>
          <summary>{t('ranking.moreLeads', { count: told.length + even.length - leadsShown })}</summary>
          <Leads leads={told.slice(leadsShown)} most={most} />
          {even.length > 0 && (
            <p className="hint">
              {t('ranking.even', { names: even.map(({ name }) => name).join(t('common.separator')) })}
            </p>
          )}
        </details>
      )}
    </>
  );
}

/** How sure the score is, and what has become of it since it was ranked. */
function ScoreSince({ entry, isTogether }: Pick<PlaceProps, 'entry' | 'isTogether'>) {
  const { t } = useTranslation();
  const { interval, score, revisedScoreId, revisedScore } = entry;
  return (
    <>
      {interval !== null && (
        <p className="hint">
          {t('rankingLife.interval', { low: interval.low.toFixed(1), high: interval.high.toFixed(1) })}
          {isTogether && t('rankingLife.notToldApart')}
        </p>
      )}
      {revisedScoreId !== null && (
        <p>
          <span className="tag is-closing">{t('rankingLife.revisedTag')}</span>{' '}
          {revisedScore === null
            ? t('rankingLife.revisedToNone', { before: score.toFixed(1) })
            : t('rankingLife.revisedTo', { before: score.toFixed(1), after: revisedScore.toFixed(1) })}{' '}
          <Link to={`/scores/${revisedScoreId}`}>{t('rankingLife.toRevisedScore')}</Link>
        </p>
      )}
    </>
  );
}

type Reason = RankingEntry['why'][number];

/** Below it a lead rounds to nothing. */
const leadMin = 0.05;

function isEven({ lead }: Reason): boolean {
  return Math.abs(lead) < leadMin;
}

/** The widest leads make a place; the others are for whoever looks closer. */
const leadsShown = 3;

function Leads({ leads, most }: { readonly leads: readonly Reason[]; readonly most: number }) {
  return (
    <ul className="plain-list leads">
      {leads.map((one) => (
        <li key={one.indicatorId}>
          <Lead lead={one} most={most} />
        </li>
      ))}
    </ul>
  );
}

interface LeadProps {
  readonly lead: Reason;
  /** The longest bar of the place, in points. */
  readonly most: number;
}

/** The points of an indicator, as a bar that repeats the figure beside it. */
function Lead({ lead: { name, points, lead }, most }: LeadProps) {
  const { t } = useTranslation();
  const size = Math.abs(lead).toFixed(1);
  const ahead = lead > 0 ? 'lead is-ahead' : 'lead is-behind';
  const said = lead > 0 ? 'ranking.ahead' : 'ranking.behind';
  return (
    <>
      <span className={ahead}>{t(said, { name, points: size })}</span>
      <span className="contribution" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * Math.max(points, 0)) / most}%` }} />
      </span>
      <span className="hint">{t('rankingLife.points', { points: points.toFixed(1) })}</span>
    </>
  );
}
