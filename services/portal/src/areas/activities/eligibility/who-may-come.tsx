import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';
import type { Eligibility } from './eligibility-form.model.js';
import { useEligibility } from './use-eligibility.js';
import { useRuleWords } from './use-rule-words.js';

/** For whom the activity is, and whether the reader is among them, before they press anything. */
export function WhoMayCome({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const eligibility = useEligibility(activity.id);
  const wordsOf = useRuleWords();
  const { data, error } = eligibility;
  if (data === undefined && error === null) return <LoadingState rows={1} />;
  if (data === undefined) return <ErrorState error={error} onRetry={() => void eligibility.refetch()} />;
  return (
    <section className="card" aria-labelledby="who-may-come-title">
      <h2 id="who-may-come-title">{t('eligibility.title')}</h2>
      <p>{wordsOf(data)}</p>
      {activity.state === 'published' && !data.mine.eligible && <WhyNot activity={activity} view={data} />}
    </section>
  );
}

function WhyNot({ activity, view }: { readonly activity: Activity; readonly view: Eligibility }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const { unmet, blockedUntil } = view.mine;
  const until = blockedUntil === null ? '' : format.instant(blockedUntil);
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className="notice"
      title={t('eligibility.notYou')}
      description={
        <>
          <ul>
            {unmet.map((code) => (
              <li key={code}>{t(`eligibility.unmet.${code}`, { until })}</li>
            ))}
          </ul>
          {unmet.includes('NOT_IN_THESE_CLUBS') && (
            <ul>
              {view.clubs.map(({ id, name }) => (
                <li key={id}>
                  <Link to={`/parties/clubs/${id}`}>{name}</Link>
                </li>
              ))}
            </ul>
          )}
          {unmet.includes('NO_SHOW_BLOCKED') && <Link to="/my#my-no-shows">{t('noShow.toMine')}</Link>}
        </>
      }
    />
  );
}
