import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { useRead } from '../../../api/use-read.js';
import { localTimeOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { SearchPicker } from '../../../kit/search-picker.js';
import { LoadingState } from '../../../kit/states.js';
import { organisingRoles } from '../../../session/use-may-manage.js';
import { useOffices } from '../../../session/use-offices.js';
import type { Activity } from '../activity/activity-form.js';
import { CopyForm } from './copy-form.js';

const dayMs = 86_400_000;
/** Last year's are among them, whichever day they are held this year. */
const lookedBackDays = 450;
const shownMax = 8;

/** Begins a new activity with the plan of an earlier one of the own union. */
export function CopyEarlier({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const [original, setOriginal] = useState<Activity | null>(null);
  return (
    <section className="card" aria-labelledby="copy-earlier-title">
      <h2 id="copy-earlier-title">{t('copying.fromEarlier')}</h2>
      {original === null ? (
        <>
          <p className="hint">{t('copying.hint')}</p>
          <Earlier onPick={setOriginal} />
          <Button onClick={onBack}>{t('common.back')}</Button>
        </>
      ) : (
        <CopyForm activity={original} onBack={() => setOriginal(null)} />
      )}
    </section>
  );
}

function Earlier({ onPick }: { readonly onPick: (activity: Activity) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { unionIdsOf } = useOffices();
  const [union] = unionIdsOf(...organisingRoles);
  const [now] = useState(() => Date.now());
  const { data, isLoading } = useRead(
    'activity',
    '/activities',
    union === undefined
      ? undefined
      : {
          organiser: `union:${union}`,
          from: new Date(now - lookedBackDays * dayMs).toISOString(),
          limit: 200,
        },
  );
  const recent = (data?.items ?? [])
    .filter(({ startsAt }) => Date.parse(startsAt) < now)
    .reverse()
    .slice(0, shownMax);
  const textOf = ({ title, startsAt, timeZone }: Activity): string =>
    `${title} · ${format.date(localTimeOf(startsAt, timeZone).slice(0, 10))}`;
  return (
    <>
      {isLoading && <LoadingState rows={3} />}
      <ul className="plain-list found">
        {recent.map((activity) => (
          <li key={activity.id}>
            <Button block onClick={() => onPick(activity)}>
              {textOf(activity)}
            </Button>
          </li>
        ))}
      </ul>
      <SearchPicker<Activity>
        label={t('copying.search')}
        queryKey={['activity', 'to-copy', union]}
        search={async (q, signal) =>
          (
            await request(
              'get',
              '/activities',
              { q, limit: 20, ...(union === undefined ? {} : { union }) },
              { signal },
            )
          ).items
        }
        itemKey={({ id }) => id}
        itemText={textOf}
        onPick={onPick}
      />
    </>
  );
}
