import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';

export type ActivityTask = components['schemas']['ActivityTaskView'];

const FinishTaskForm = lazyPart('FinishTaskForm', () => import('./task-forms.js'));
const EditTaskForm = lazyPart('EditTaskForm', () => import('./task-forms.js'));

interface TaskLineProps {
  readonly task: ActivityTask;
  readonly timeZone: string;
  readonly mayManage: boolean;
}

/** One task: its party, its day, its state, and the buttons to finish, change or drop it. */
export function TaskLine({ task, timeZone, mayManage }: TaskLineProps) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const { title, party, dueOn, state, note, overdue, isAgreed, doneAt } = task;
  return (
    <article className={`activity-task is-${state}`}>
      <h3>{title}</h3>
      <p className="hint">
        <span className={`tag is-${state}`}>{t(`task.state.${state}`)}</span>
        {overdue && <strong className="is-overdue">{t('task.overdue')}</strong>}
        <span>{party.name}</span>
        <span>{dueOn === null ? t('task.noDay') : t('task.dueOn', { day: format.date(dueOn) })}</span>
        <span>{t(isAgreed ? 'task.agreed' : 'task.own')}</span>
      </p>
      {note !== null && <p className="prose">{t('task.noteWas', { note })}</p>}
      {doneAt !== null && <p className="hint">{t('task.doneAt', { time: format.instant(doneAt) })}</p>}
      {state !== 'dropped' && <Acts task={task} mayManage={mayManage} />}
    </article>
  );
}

function Acts({ task, mayManage }: Omit<TaskLineProps, 'timeZone'>) {
  const [shown, setShown] = useState<'done' | 'edit' | null>(null);
  const close = (): void => setShown(null);
  if (!task.isMine && !mayManage) return null;
  if (shown === 'done' && task.state === 'open') return <FinishTaskForm task={task} onDone={close} />;
  if (shown === 'edit') return <EditTaskForm task={task} onDone={close} />;
  return (
    <div className="actions">
      {task.state === 'open' ? <Open task={task} onShow={setShown} /> : <Reopen task={task} />}
      {task.isMine && <Edit task={task} onShow={setShown} />}
    </div>
  );
}

interface OpenProps {
  readonly task: ActivityTask;
  readonly onShow: (form: 'done' | 'edit') => void;
}

function Open({ task, onShow }: OpenProps) {
  const { t } = useTranslation();
  const { title, isMine, isAgreed } = task;
  return (
    <>
      <Button type="primary" aria-label={t('task.doneOf', { title })} onClick={() => onShow('done')}>
        {t('task.done')}
      </Button>
      {isMine && !isAgreed && <Drop task={task} />}
    </>
  );
}

function Edit({ task: { title }, onShow }: OpenProps) {
  const { t } = useTranslation();
  return (
    <Button aria-label={t('task.editOf', { title })} onClick={() => onShow('edit')}>
      {t('task.edit')}
    </Button>
  );
}

function Reopen({ task }: { readonly task: ActivityTask }) {
  const { t } = useTranslation();
  const reopen = useCommand('activityTask', 'post', '/activities/{activityId}/tasks/{taskId}/reopen');
  return (
    <>
      {reopen.isError && <Refusal title={t('task.notReopened')} error={reopen.error} />}
      <Button
        loading={reopen.isPending}
        aria-label={t('task.reopenOf', { title: task.title })}
        onClick={() => reopen.mutate({ activityId: task.activityId, taskId: task.id })}
      >
        {t('task.reopen')}
      </Button>
    </>
  );
}

function Drop({ task }: { readonly task: ActivityTask }) {
  const { t } = useTranslation();
  const drop = useCommand('activityTask', 'post', '/activities/{activityId}/tasks/{taskId}/drop');
  return (
    <>
      {drop.isError && <Refusal title={t('task.notDropped')} error={drop.error} />}
      <ConfirmButton
        danger
        loading={drop.isPending}
        aria-label={t('task.dropOf', { title: task.title })}
        question={t('task.dropQuestion', { title: task.title })}
        confirmText={t('task.drop')}
        onConfirm={() => drop.mutate({ activityId: task.activityId, taskId: task.id, version: task.version })}
      >
        {t('task.drop')}
      </ConfirmButton>
    </>
  );
}
