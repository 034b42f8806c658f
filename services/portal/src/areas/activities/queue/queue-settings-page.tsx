import './queue.css';
import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { request } from '../../../api/request.js';
import { useCommand } from '../../../api/use-command.js';
import { useSubmit } from '../../../api/use-submit.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { wholeNumberOf, wholeNumberRule } from '../../../kit/whole-number.js';
import type { Activity } from '../activity/use-activities.js';
import { OfActivity } from '../activity/of-activity.js';
import { useOrganises } from '../../../session/use-delegated.js';
import { minutesFor } from './queue.model.js';
import {
  perMinuteMax,
  type QueueForm,
  queueFormOf,
  queueOf,
  type SettingPhase,
  settingPhaseOf,
} from './queue-settings.js';
import { type Queue, useQueue } from './use-queue.js';

const JoinOthers = lazyPart('JoinOthers', () => import('./join-others.js'), { rows: 2 });

export function QueueSettingsPage() {
  return <OfActivity>{(activity) => <Settings activity={activity} />}</OfActivity>;
}

/** Whether people queue before the opening, from when on, and how fast they are let in. */
function Settings({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const mayManage = useOrganises(activity);
  const phase = settingPhaseOf(activity, new Date());
  return (
    <>
      <PageHead
        title={t('queue.settings.titleOf', { title: activity.title })}
        back={`/activities/${activity.id}/organise`}
      />
      <section className="card" aria-labelledby="queue-meaning">
        <h2 id="queue-meaning">{t('queue.settings.meaning')}</h2>
        <ul className="queue-rules">
          <li>{t('queue.settings.what')}</li>
          <li>{t('queue.how.lot')}</li>
          <li>{t('queue.how.arrival')}</li>
          <li>{t('queue.settings.others')}</li>
        </ul>
      </section>
      {activity.queue !== null && <Numbers activity={activity} />}
      {mayManage && mayJoin(activity, phase) && <JoinOthers activityId={activity.id} />}
      {mayManage ? <Change activity={activity} phase={phase} /> : <p>{t('queue.settings.notMine')}</p>}
    </>
  );
}

/** People may join from the start of the queue until sign-up closes. */
function mayJoin({ state, signUpClosesAt }: Activity, phase: SettingPhase): boolean {
  const isRunning = phase === 'joining' || phase === 'open';
  return isRunning && state === 'published' && new Date() < new Date(signUpClosesAt);
}

/** How many have joined, read again and again while they come. */
function Numbers({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const queue = useQueue(activity.id);
  return (
    <section className="card" aria-labelledby="queue-numbers">
      <h2 id="queue-numbers">{t('queue.settings.numbers')}</h2>
      <Loaded query={queue}>{(data) => <Counts queue={data} timeZone={activity.timeZone} />}</Loaded>
    </section>
  );
}

function Counts({ queue, timeZone }: { readonly queue: Queue; readonly timeZone: string }) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const { joinFrom, opensAt, joined, early, letIn, perMinute } = queue;
  const times = { joinFrom: format.instant(joinFrom), opensAt: format.instant(opensAt) };
  return (
    <>
      <p>{t('queue.times', times)}</p>
      <p>
        {t('queue.joined', { count: joined })}
        {early !== null && ` ${t('queue.settings.early', { count: early })}`}
        {early !== null && ` ${t('queue.settings.letIn', { count: letIn })}`}
      </p>
      <p className="hint">{t('queue.speed', { count: perMinute })}</p>
    </>
  );
}

interface ChangeProps {
  readonly activity: Activity;
  readonly phase: SettingPhase;
}

function Change({ activity, phase }: ChangeProps) {
  const { t } = useTranslation();
  if (activity.state !== 'draft' && activity.state !== 'published') return null;
  if (activity.draw?.decides === true)
    return <Alert type="info" showIcon title={t('queue.settings.hasDraw')} />;
  if (phase === 'tooLate')
    return (
      <Alert
        type="info"
        showIcon
        title={t('queue.settings.tooLate')}
        description={
          <p>
            <Link to={`/activities/${activity.id}/edit`}>{t('queue.settings.toEdit')}</Link>
          </p>
        }
      />
    );
  return (
    <section className="card" aria-labelledby="queue-change">
      <h2 id="queue-change">{t(`queue.settings.phase.${phase}`)}</h2>
      <SettingForm activity={activity} phase={phase} />
      {(phase === 'ahead' || phase === 'joining') && <Remove activity={activity} />}
    </section>
  );
}

/** Once people join, the time is fixed and the speed can only be raised. */
function SettingForm({ activity, phase }: ChangeProps) {
  const { t } = useTranslation();
  const set = useCommand('activity', 'put', '/activities/{activityId}/queue', { onStale: 'refuse' });
  const refreshQueue = useRefresh('queue');
  const isTimeOpen = phase === 'none' || phase === 'ahead';
  return (
    <CommandForm
      command={set}
      input={(values: QueueForm) => ({
        activityId: activity.id,
        version: activity.version,
        body: queueOf({ ...queueFormOf(activity), ...values }, activity),
      })}
      submit={t(phase === 'none' ? 'queue.settings.switchOn' : 'queue.settings.save')}
      done={null}
      refused={t('queue.settings.refused')}
      onDone={refreshQueue}
      initialValues={queueFormOf(activity)}
    >
      {isTimeOpen && (
        <Form.Item
          name="joinFrom"
          label={t('queue.settings.joinFrom')}
          rules={[{ required: true, message: t('queue.settings.required') }]}
        >
          <Input type="datetime-local" />
        </Form.Item>
      )}
      <Form.Item
        name="perMinute"
        label={t('queue.settings.perMinute')}
        rules={[wholeNumberRule(1, perMinuteMax, t('queue.settings.format'))]}
      >
        <Input inputMode="numeric" maxLength={5} />
      </Form.Item>
      <HowLong />
      {phase === 'open' && <p className="hint">{t('queue.settings.onlyFaster')}</p>}
      {set.isSuccess && phase !== 'none' && <p role="status">{t('queue.settings.saved')}</p>}
    </CommandForm>
  );
}

const crowds = [1_000, 5_000] as const;

/** What the speed means, while it is typed. */
function HowLong() {
  const { t } = useTranslation();
  const format = useFormat();
  const typed = Form.useWatch<string | undefined>('perMinute');
  const perMinute = wholeNumberOf(typed, 1, perMinuteMax);
  if (perMinute === null) return null;
  return (
    <p className="hint">
      {crowds
        .map((people) =>
          t('queue.settings.takes', {
            people: format.number(people),
            count: minutesFor(people, perMinute),
          }),
        )
        .join(t('common.separator'))}
    </p>
  );
}

function useRemoveQueue(activityId: string) {
  return useSubmit({
    touches: ['activity', 'queue'],
    // The version makes the key: a queue that is set up later is another one to remove.
    send: (_version: number, key) =>
      request('delete', '/activities/{activityId}/queue', { activityId }, { key }),
  });
}

function Remove({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const remove = useRemoveQueue(activity.id);
  return (
    <div className="queue-remove">
      {remove.isError && <Refusal title={t('queue.settings.notRemoved')} error={remove.error} />}
      <ConfirmButton
        danger
        loading={remove.isPending}
        question={t('queue.settings.removeQuestion')}
        confirmText={t('queue.settings.remove')}
        onConfirm={() => remove.mutate(activity.version)}
      >
        {t('queue.settings.remove')}
      </ConfirmButton>
    </div>
  );
}
