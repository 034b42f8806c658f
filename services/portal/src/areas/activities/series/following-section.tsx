import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { Outcome } from './outcome.js';
import type { Series } from './use-series.js';

const ChangeForm = lazyPart('ChangeForm', () => import('./following-forms.js'));
const CancelForm = lazyPart('CancelForm', () => import('./following-forms.js'));

/** What can be done to one occurrence and all after it. */
export function FollowingSection({ series }: { readonly series: Series }) {
  const { t } = useTranslation();
  const format = useFormat(series.timeZone);
  const [chosen, setChosen] = useState<string>();
  const now = new Date();
  const open = series.occurrences.filter(
    ({ state, startsAt }) => (state === 'draft' || state === 'published') && new Date(startsAt) > now,
  );
  const from = open.find(({ activityId }) => activityId === chosen) ?? open[0];
  if (from === undefined) return null;
  return (
    <section className="card" aria-labelledby="following-title">
      <h2 id="following-title">{t('series.page.act')}</h2>
      <p>
        <Choice
          label={t('series.page.from')}
          value={from.activityId}
          options={open.map(({ activityId, number, startsAt }) => ({
            value: activityId,
            label: t('series.page.fromOption', { number, time: format.instant(startsAt) }),
          }))}
          onChange={setChosen}
        />
      </p>
      <div className="steps">
        <Publish series={series} fromActivityId={from.activityId} />
        <details className="register-others">
          <summary>{t('series.page.change')}</summary>
          <ChangeForm series={series} fromActivityId={from.activityId} />
        </details>
        <details className="register-others">
          <summary>{t('series.page.cancel')}</summary>
          <CancelForm series={series} fromActivityId={from.activityId} />
        </details>
        <Preload part={ChangeForm} />
      </div>
    </section>
  );
}

export interface FollowingProps {
  readonly series: Series;
  readonly fromActivityId: string;
}

function Publish({ series, fromActivityId }: FollowingProps) {
  const { t } = useTranslation();
  const publish = useCommand('activitySeries', 'post', '/activity-series/{seriesId}/publish');
  const first = series.occurrences.findIndex(({ activityId }) => activityId === fromActivityId);
  const drafts = series.occurrences.slice(first).filter(({ state }) => state === 'draft').length;
  return (
    <>
      {publish.isError && <Refusal title={t('series.page.notDone')} error={publish.error} />}
      {publish.data !== undefined && (
        <Outcome
          title={t('series.page.published', { count: publish.data.published.length })}
          refused={publish.data.refused}
        />
      )}
      {drafts > 0 && (
        <ConfirmButton
          type="primary"
          loading={publish.isPending}
          question={t('series.page.publishQuestion')}
          confirmText={t('series.page.publish')}
          onConfirm={() =>
            publish.mutate({ seriesId: series.id, version: series.version, body: { fromActivityId } })
          }
        >
          {t('series.page.publish')}
        </ConfirmButton>
      )}
    </>
  );
}
