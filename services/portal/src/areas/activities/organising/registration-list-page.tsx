import '../../../kit/styles/organising.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type FetchPage, type ItemAt, useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import { ListFileButtons } from '../list-file/list-file-buttons.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { ErrorState } from '../../../kit/states.js';
import { useWholeList } from '../../../kit/use-whole-list.js';
import { ListPage } from '../../../kit/list-page.js';
import { MemberName } from '../../../session/member-name.js';
import { usePools } from '../pool/use-pools.js';
import type { Activity } from '../activity/activity-form.js';
import { linesShown } from './lines-shown.model.js';
import { OfActivity } from '../activity/of-activity.js';
import { RegisterOthers } from './register-others.js';
import { Input } from '../../../kit/input.js';

const path = '/activities/{activityId}/registrations';
const registrationStates = ['confirmed', 'waitlisted', 'held', 'cancelled', 'expired'] as const;
type RegistrationState = (typeof registrationStates)[number];
type Line = ItemAt<typeof path>;
/** More than a waitlist ever has. */
const placesMax = 1_000_000;

const RegistrationDetail = lazyPart('RegistrationDetail', () => import('./registration-detail.js'), {
  rows: 1,
});

export function RegistrationListPage() {
  return <OfActivity>{(activity) => <Registrations activity={activity} />}</OfActivity>;
}

function Registrations({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const state = registrationStates.find((one) => one === search.get('state'));
  const pool = search.get('pool') ?? '';
  const [text, setText] = useState('');
  const { found, whole } = useFound(activity.id, { state, pool, text });
  const put = (name: string, value: string | undefined): void => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
  };
  return (
    <ListPage
      title={t('registrations.titleOf', { title: activity.title })}
      back={`/activities/${activity.id}/organise`}
      actions={
        <>
          {activity.state === 'published' && (
            <Link to={`/activities/${activity.id}/check-in`}>{t('activity.checkIn')}</Link>
          )}
          <ExportRegistrations activity={activity} state={state} pool={pool} />
        </>
      }
      intro={
        <>
          <p className="hint">{t('registrations.masked')}</p>
          <ListFilters
            activityId={activity.id}
            filters={{ state, pool, text }}
            onPut={put}
            onText={setText}
          />
          {activity.state === 'published' && <RegisterOthers activity={activity} />}
          {whole !== null && <Found whole={whole} found={found.items?.length ?? 0} />}
          <Preload part={RegistrationDetail} />
        </>
      }
      list={found}
      table={{
        columns: useColumns(activity),
        rowKey: ({ id }) => id,
        rowName: ({ maskedName }) => maskedName,
      }}
      empty={{ text: t('registrations.none') }}
    />
  );
}

interface Sought {
  readonly state: RegistrationState | undefined;
  readonly pool: string;
  readonly text: string;
}

/** The lines that answer to what is looked for, and the whole list in which was looked; null where nothing is. */
function useFound(activityId: string, sought: Sought) {
  const { state } = sought;
  const list = useList('registration', path, { activityId, ...(state === undefined ? {} : { state }) });
  // One page alone would hide whom the organiser looks for.
  const isSought = sought.text.trim() !== '' || sought.pool !== '';
  const whole = useWholeList(list.queryKey, list.fetchPage, isSought);
  const all = isSought ? whole.data : undefined;
  const items = all?.items ?? list.items;
  const fetchPage: FetchPage<Line> = async (page, signal) => {
    const { items: read, nextCursor } = await list.fetchPage(page, signal);
    return { items: linesShown(read, sought), nextCursor };
  };
  const found = {
    ...list,
    items: items && linesShown(items, sought),
    hasNextPage: all === undefined && list.hasNextPage,
    fetchPage,
    queryKey: [...list.queryKey, sought.pool, sought.text],
  };
  return { found, whole: isSought ? whole : null };
}

interface FoundProps {
  readonly whole: ReturnType<typeof useWholeList<Line>>;
  readonly found: number;
}

/** In how many registrations was looked, and what was found. */
function Found({ whole, found }: FoundProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = whole;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined)
    return (
      <p className="hint" role="status">
        {t('registrations.searching')}
      </p>
    );
  return (
    <p className="hint" role="status">
      {t(data.isCut ? 'registrations.foundInFirst' : 'registrations.foundInAll', {
        found,
        searched: data.items.length,
      })}
    </p>
  );
}

interface ListFiltersProps {
  readonly activityId: string;
  readonly filters: Sought;
  readonly onPut: (name: string, value: string | undefined) => void;
  readonly onText: (text: string) => void;
}

function ListFilters({ activityId, filters, onPut, onText }: ListFiltersProps) {
  const { t } = useTranslation();
  const { state, pool, text } = filters;
  return (
    <div className="filters three">
      <Input
        type="search"
        value={text}
        aria-label={t('registrations.searchName')}
        placeholder={t('registrations.searchName')}
        onChange={(event) => onText(event.target.value)}
      />
      <Choice<RegistrationState>
        {...(state === undefined ? {} : { value: state })}
        label={t('registrations.state')}
        options={[
          { value: '', label: t('registrations.everyState') },
          ...registrationStates.map((value) => ({ value, label: t(`registrations.stateIs.${value}`) })),
        ]}
        onChange={(value) => onPut('state', value)}
      />
      <PoolChoice activityId={activityId} value={pool} onChange={(value) => onPut('pool', value)} />
    </div>
  );
}

interface PoolChoiceProps {
  readonly activityId: string;
  readonly value: string;
  readonly onChange: (pool: string | undefined) => void;
}

function PoolChoice({ activityId, value, onChange }: PoolChoiceProps) {
  const { t } = useTranslation();
  const pools = usePools(activityId);
  return (
    <Choice
      value={value}
      label={t('registrations.pool')}
      options={[
        { value: '', label: t('registrations.everyPool') },
        ...(pools.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={onChange}
    />
  );
}

function useColumns(activity: Activity): Column<Line>[] {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const [openId, setOpenId] = useState<string | null>(null);
  return [
    {
      key: 'name',
      title: t('registrations.name'),
      cell: ({ personId, maskedName }) => <MemberName personId={personId} mask={maskedName} />,
      order: ({ maskedName }) => maskedName,
    },
    {
      key: 'state',
      title: t('registrations.state'),
      cell: (line) => <StateOf line={line} />,
      // Those who wait in the order in which their turn comes.
      order: ({ state, waitlistPlace }) =>
        registrationStates.indexOf(state) * placesMax + (waitlistPlace ?? 0),
    },
    {
      key: 'pool',
      title: t('registrations.pool'),
      cell: ({ poolName }) => poolName,
      order: ({ poolName }) => poolName,
    },
    {
      key: 'heads',
      title: t('registrations.heads'),
      isNumber: true,
      cell: ({ heads }) => format.number(heads),
      order: ({ heads }) => heads,
    },
    {
      key: 'at',
      title: t('registrations.at'),
      cell: ({ registeredAt }) => format.instant(registeredAt),
      order: ({ registeredAt }) => registeredAt,
    },
    {
      key: 'more',
      title: t('registrations.more'),
      cell: ({ id }) =>
        openId === id ? (
          <RegistrationDetail activity={activity} registrationId={id} onClose={() => setOpenId(null)} />
        ) : (
          <Button onClick={() => setOpenId(id)}>{t('registrations.open')}</Button>
        ),
    },
  ];
}

function StateOf({ line: { state, waitlistPlace, overridden } }: { readonly line: Line }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`registrations.stateIs.${state}`)}
      {waitlistPlace !== null && <p className="hint">{t('registrations.place', { place: waitlistPlace })}</p>}
      {overridden && <p className="hint">{t('registrations.overridden')}</p>}
    </>
  );
}

interface ExportProps {
  readonly activity: Activity;
  readonly state: RegistrationState | undefined;
  readonly pool: string;
}

/** Exports go by state and pool. The text is not among their filters: the file would hold others too whose name it may be. */
function ExportRegistrations({ activity, state, pool }: ExportProps) {
  const { t } = useTranslation();
  const filter = { ...(state === undefined ? {} : { state }), ...(pool === '' ? {} : { pool }) };
  const hasBegun = new Date(activity.startsAt) <= new Date();
  return (
    <>
      <ListFileButtons activityId={activity.id} list="registrations" filter={filter} />
      {hasBegun && (
        <ListFileButtons activityId={activity.id} list="attendance" what={t('registrations.attendance')} />
      )}
    </>
  );
}
