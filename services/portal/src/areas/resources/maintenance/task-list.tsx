import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type FetchPage, useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ExportButton } from '../../../kit/export-button.js';
import { FindField } from '../../../kit/find-field.js';
import { PagedList } from '../../../kit/paged-list.js';
import { type TaskStatus, taskStatuses, ofStatus, type Task } from './maintenance.model.js';
import { TaskLine } from './task-line.js';

interface TaskListProps {
  /** Of one resource; of all the resources that the reader keeps where absent. */
  readonly resourceId?: string;
  readonly fileName: string;
}

/** The tasks that are due and those that were done: searched, filtered and exported. */
export function TaskList({ resourceId, fileName }: TaskListProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q')?.trim() ?? '';
  const status = taskStatuses.find((one) => one === search.get('which')) ?? 'open';
  const tasks = useList('maintenance', '/maintenance-tasks', {
    ...(q === '' ? {} : { q }),
    ...(resourceId === undefined ? {} : { resourceId }),
    ...ofStatus(status),
  });
  const show = (found: string, shown: TaskStatus): void =>
    setSearch({ ...(found === '' ? {} : { q: found }), ...(shown === 'open' ? {} : { which: shown }) });
  return (
    <>
      <div className="resource-filters">
        <FindField key={q} label={t('maintenance.search')} value={q} onFind={(text) => show(text, status)} />
        <Choice<TaskStatus>
          value={status}
          label={t('maintenance.which')}
          options={taskStatuses.map((value) => ({ value, label: t(`maintenance.heap.${value}`) }))}
          onChange={(value) => show(q, value ?? 'open')}
        />
      </div>
      <ExportTasks fetchPage={tasks.fetchPage} fileName={fileName} />
      <PagedList
        list={tasks}
        empty={{ text: t(q === '' ? `maintenance.empty.${status}` : 'maintenance.emptyFiltered') }}
      >
        {(items) => (
          <ul className="plain-list lines">
            {items.map((task) => (
              <TaskLine key={task.id} task={task} withResource={resourceId === undefined} />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}

interface ExportTasksProps {
  readonly fetchPage: FetchPage<Task>;
  readonly fileName: string;
}

function ExportTasks({ fetchPage, fileName }: ExportTasksProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <p>
      <ExportButton
        fileName={fileName}
        fetchPage={fetchPage}
        columns={[
          { title: t('maintenance.resource'), text: ({ resourceTitle }) => resourceTitle },
          { title: t('maintenance.piece'), text: ({ pieceLabel }) => pieceLabel ?? '' },
          { title: t('maintenance.what'), text: ({ title }) => title },
          { title: t('maintenance.byWhom'), text: ({ byWhom }) => byWhom ?? '' },
          { title: t('maintenance.dueOn'), text: ({ dueOn }) => dueOn ?? '' },
          { title: t('maintenance.which'), text: (task) => t(`maintenance.heap.${statusOf(task)}`) },
          { title: t('maintenance.doneOn'), text: ({ doneOn }) => doneOn ?? '' },
          { title: t('maintenance.cost'), text: ({ cost }) => (cost === null ? '' : money(cost)) },
          { title: t('maintenance.note'), text: ({ note }) => note ?? '' },
        ]}
      />
    </p>
  );
}

function statusOf({ state, overdue }: Task): TaskStatus {
  return overdue ? 'overdue' : state;
}
