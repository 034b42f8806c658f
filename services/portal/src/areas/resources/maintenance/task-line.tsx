import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import type { Task } from './maintenance.model.js';

const CompleteForm = lazyPart('CompleteForm', () => import('./complete-form.js'));
const SkipForm = lazyPart('SkipForm', () => import('./skip-form.js'));
const RescheduleForm = lazyPart('RescheduleForm', () => import('./reschedule-form.js'));

type Open = 'complete' | 'skip' | 'reschedule';
const acts = ['complete', 'skip', 'reschedule'] as const satisfies readonly Open[];

interface TaskLineProps {
  readonly task: Task;
  /** Shows the resource too. */
  readonly withResource: boolean;
}

/** A maintenance task: when it is due, by whom, and what can be recorded. */
export function TaskLine({ task, withResource }: TaskLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, pieceLabel, resourceTitle, resourceId, byWhom, state, overdue, doneOn, cost, note } = task;
  return (
    <li>
      <h3 className="line-head">
        <span>{pieceLabel === null ? title : `${pieceLabel} ${title}`}</span>
        <span className={`tag ${overdue ? 'is-cancelled' : ''}`}>
          {t(`maintenance.heap.${overdue ? 'overdue' : state}`)}
        </span>
      </h3>
      {withResource && (
        <p>
          <Link to={`/resources/${resourceId}/maintenance`} className="text-link">
            {resourceTitle}
          </Link>
        </p>
      )}
      <p>
        <WhenDue task={task} />
      </p>
      {byWhom !== null && <p className="hint">{t('maintenance.by', { whom: byWhom })}</p>}
      {doneOn !== null && <p>{t('maintenance.wasDone', { day: format.date(doneOn) })}</p>}
      {cost !== null && <p>{t('maintenance.didCost', { amount: format.money(cost) })}</p>}
      {note !== null && <p>{note}</p>}
      {state === 'open' ? <Acts task={task} /> : <Reopen task={task} />}
    </li>
  );
}

function WhenDue({ task }: { readonly task: Task }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { dueOn, loansLeft, blocks, blockedFrom, blockedUntil, state } = task;
  const due =
    dueOn === null
      ? t('maintenance.loansLeft', { count: loansLeft ?? 0 })
      : t('maintenance.due', { day: format.date(dueOn) });
  if (state !== 'open' || !blocks || dueOn === null) return <>{due}</>;
  const time =
    blockedFrom === null || blockedUntil === null
      ? t('maintenance.noTime')
      : t('maintenance.blocked', { time: format.period(blockedFrom, blockedUntil) });
  return <>{`${due} · ${time}`}</>;
}

function Acts({ task }: { readonly task: Task }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <div className="actions">
        {acts.map((act) => (
          <Button key={act} aria-expanded={open === act} onClick={() => setOpen(open === act ? null : act)}>
            {t(`maintenance.${act}`)}
          </Button>
        ))}
      </div>
      {open === 'complete' && <CompleteForm task={task} onDone={close} />}
      {open === 'skip' && <SkipForm task={task} onDone={close} />}
      {open === 'reschedule' && <RescheduleForm task={task} onDone={close} />}
    </>
  );
}

function Reopen({ task }: { readonly task: Task }) {
  const { t } = useTranslation();
  const reopen = useCommand('maintenance', 'post', '/maintenance-tasks/{taskId}/reopen');
  return (
    <>
      <ConfirmButton
        loading={reopen.isPending}
        question={t('maintenance.reopenQuestion')}
        confirmText={t('maintenance.reopen')}
        onConfirm={() => reopen.mutate({ taskId: task.id, version: task.version })}
      >
        {t('maintenance.reopen')}
      </ConfirmButton>
      {reopen.isError && <Refusal title={t('maintenance.refused')} error={reopen.error} />}
    </>
  );
}
