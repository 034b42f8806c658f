import './activity-task.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { Activity } from '../activity/activity-form.js';
import type { NamedParty } from '../../../session/party-picker.js';
import { useOwnHosts } from '../hosts/use-own-hosts.js';
import { TaskLine } from './task-line.js';

const AddTaskForm = lazyPart('AddTaskForm', () => import('./task-forms.js'));

interface TaskSectionProps {
  readonly activity: Activity;
  readonly mayManage: boolean;
}

/** Who does what for an activity, and which tasks are done. */
export function TaskSection({ activity, mayManage }: TaskSectionProps) {
  const { t } = useTranslation();
  const tasks = useList('activityTask', '/activities/{activityId}/tasks', { activityId: activity.id });
  const own = useOwnHosts(activity, mayManage);
  return (
    <section className="card tasks" id="tasks" aria-labelledby="tasks-title">
      <h2 id="tasks-title">{t('task.title')}</h2>
      <p className="hint">{t('task.hint')}</p>
      <PagedList list={tasks} empty={{ text: t('task.none') }}>
        {(items) => (
          <ul className="plain-list">
            {items.map((task) => (
              <li key={task.id}>
                <TaskLine task={task} timeZone={activity.timeZone} mayManage={mayManage} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      {activity.state !== 'cancelled' && own.length > 0 && <Add activityId={activity.id} hosts={own} />}
    </section>
  );
}

function Add({ activityId, hosts }: { readonly activityId: string; readonly hosts: readonly NamedParty[] }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <AddTaskForm activityId={activityId} hosts={hosts} onDone={() => setIsOpen(false)} />;
  return <Button onClick={() => setIsOpen(true)}>{t('task.add')}</Button>;
}
