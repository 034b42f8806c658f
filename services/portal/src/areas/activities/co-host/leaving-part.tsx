import './leaving.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { type AnswerAt, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import type { CoHost } from '../hosts/use-co-hosts.js';
import { LeavingCost } from './leaving-cost.js';

const path = '/activities/{activityId}/co-hosts/{coHostId}/leaving';
type Leaving = AnswerAt<typeof path>;

interface LeavingPartProps {
  readonly coHost: CoHost;
  readonly onBack: () => void;
}

/** What happens if a co-host leaves, and the form to leave. */
export function LeavingPart({ coHost, onBack }: LeavingPartProps) {
  const { t } = useTranslation();
  const leaving = useRead('coHost', path, { activityId: coHost.activityId, coHostId: coHost.id });
  return (
    <section className="leaving" aria-labelledby="leaving-title">
      <h3 id="leaving-title">{t('leaving.title')}</h3>
      {leaving.isPending && <LoadingState rows={5} />}
      {leaving.isError && <ErrorState error={leaving.error} onRetry={() => void leaving.refetch()} />}
      {leaving.data !== undefined && (
        <>
          <Effects leaving={leaving.data} />
          {leaving.data.problem === null && <LeaveForm coHost={coHost} />}
        </>
      )}
      <Button onClick={onBack}>{t('leaving.back')}</Button>
    </section>
  );
}

const problemTexts = {
  CO_HOST_LEAVE_CLOSED: 'leaving.closed',
  ACTIVITY_STARTED: 'leaving.started',
  CO_HOST_NOT_JOINED: 'leaving.notJoined',
} as const;

function Effects({ leaving }: { readonly leaving: Leaving }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { problem, until, tasks, loans, cost, endsAgreement } = leaving;
  const mayUntil =
    until === null ? t('leaving.untilPublished') : t('leaving.until', { time: format.instant(until) });
  return (
    <>
      <p className={problem === null ? 'hint' : 'is-overdue'}>
        {problem === null ? mayUntil : t(problemTexts[problem])}
      </p>
      <h4>{t('leaving.seats')}</h4>
      <Seats leaving={leaving} />
      <h4>{t('leaving.cost')}</h4>
      {cost === null ? <p className="hint">{t('leaving.noAgreement')}</p> : <LeavingCost cost={cost} />}
      <h4>{t('leaving.tasks')}</h4>
      {tasks.length === 0 && <p className="hint">{t('leaving.noTasks')}</p>}
      <ul>
        {tasks.map(({ id, title, dueOn }) => (
          <li key={id}>
            {title}
            {dueOn !== null && ` · ${t('task.dueOn', { day: format.date(dueOn) })}`}
          </li>
        ))}
      </ul>
      {loans.map(({ id, resourceName: name, startsAt, endsAt }) => (
        <p key={id}>{t('leaving.loanStays', { name, period: format.period(startsAt, endsAt) })}</p>
      ))}
      <p>
        <strong>{t(endsAgreement ? 'leaving.agreement' : 'leaving.noneEnds')}</strong>
      </p>
    </>
  );
}

function Seats({ leaving: { pools, caps } }: { readonly leaving: Leaving }) {
  const { t } = useTranslation();
  if (pools.length === 0 && caps.length === 0) return <p className="hint">{t('leaving.noSeats')}</p>;
  return (
    <ul>
      {pools.map(({ id, name, ...numbers }) => (
        <li key={id}>{t('leaving.poolIs', { name, ...numbers })}</li>
      ))}
      {caps.map(({ id, name, capacity }) => (
        <li key={id}>{t('leaving.cap', { name, capacity })}</li>
      ))}
    </ul>
  );
}

function LeaveForm({ coHost }: { readonly coHost: CoHost }) {
  const { t } = useTranslation();
  const leave = useCommand('coHost', 'post', '/activities/{activityId}/co-hosts/{coHostId}/leave');
  return (
    <CommandForm
      command={leave}
      name="leave"
      input={({ reason }: { readonly reason: string }) => ({
        activityId: coHost.activityId,
        coHostId: coHost.id,
        version: coHost.version,
        body: { reason: reason.trim() },
      })}
      submit={t('leaving.leave')}
      refused={t('leaving.notLeft')}
      confirm={{
        question: t('leaving.leaveQuestion', { name: coHost.party.name }),
        text: t('leaving.leave'),
      }}
      danger
    >
      <Form.Item
        name="reason"
        label={t('leaving.reason')}
        rules={[{ required: true, whitespace: true, message: t('leaving.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}
