import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ExportButton } from '../../../kit/export-button.js';
import { Input } from '../../../kit/input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { TaskLine } from './task-line.js';
import { fetchTasks, type Heap, heaps, type TaskFilters, useTasks } from './use-maintenance.js';

interface TaskListProps {
  /** Of one resource; of all that the reader keeps where absent. */
  readonly resourceId?: string;
  readonly fileName: string;
}

/** What is due and what was done, searched, filtered, and taken along as a file. */
export function TaskList({ resourceId, fileName }: TaskListProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = { ...filtersOf(search), ...(resourceId === undefined ? {} : { resourceId }) };
  const tasks = useTasks(filters);
  const isFiltered = filters.q !== undefined;
  return (
    <>
      <Filters key={filters.q ?? ''} filters={filters} onChange={(next) => setSearch(searchOf(next))} />
      <ExportTasks filters={filters} fileName={fileName} />
      <PagedList
        list={tasks}
        empty={{ text: t(isFiltered ? 'maintenance.emptyFiltered' : `maintenance.empty.${filters.heap}`) }}
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

interface FiltersProps {
  readonly filters: TaskFilters;
  readonly onChange: (filters: TaskFilters) => void;
}

function Filters({ filters: { q, heap }, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(q ?? '');
  const said = text.trim();
  const withText = said === '' ? {} : { q: said };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange({ ...withText, heap });
  };
  return (
    <form role="search" onSubmit={submit} className="resource-filters">
      <Input
        type="search"
        value={text}
        maxLength={50}
        aria-label={t('maintenance.search')}
        placeholder={t('maintenance.search')}
        onChange={(event) => setText(event.target.value)}
      />
      <Choice<Heap>
        value={heap}
        label={t('maintenance.which')}
        options={heaps.map((value) => ({ value, label: t(`maintenance.heap.${value}`) }))}
        onChange={(value) => onChange({ ...withText, heap: value ?? 'open' })}
      />
    </form>
  );
}

function ExportTasks({ filters, fileName }: { readonly filters: TaskFilters; readonly fileName: string }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <p>
      <ExportButton
        fileName={fileName}
        fetchPage={fetchTasks(filters)}
        columns={[
          { title: t('maintenance.resource'), text: ({ resourceTitle }) => resourceTitle },
          { title: t('maintenance.piece'), text: ({ pieceLabel }) => pieceLabel ?? '' },
          { title: t('maintenance.what'), text: ({ title }) => title },
          { title: t('maintenance.byWhom'), text: ({ byWhom }) => byWhom ?? '' },
          { title: t('maintenance.dueOn'), text: ({ dueOn }) => dueOn ?? '' },
          { title: t('maintenance.which'), text: (task) => t(`maintenance.heap.${heapOf(task)}`) },
          { title: t('maintenance.doneOn'), text: ({ doneOn }) => doneOn ?? '' },
          { title: t('maintenance.cost'), text: ({ cost }) => (cost === null ? '' : money(cost)) },
          { title: t('maintenance.note'), text: ({ note }) => note ?? '' },
        ]}
      />
    </p>
  );
}

function heapOf({ state, overdue }: { readonly state: Exclude<Heap, 'overdue'>; readonly overdue: boolean }) {
  return overdue ? 'overdue' : state;
}

function filtersOf(search: URLSearchParams): TaskFilters {
  const q = search.get('q')?.trim() ?? '';
  const heap = heaps.find((one) => one === search.get('which')) ?? 'open';
  return { heap, ...(q === '' ? {} : { q }) };
}

function searchOf({ q, heap }: TaskFilters): URLSearchParams {
  return new URLSearchParams({
    ...(q === undefined ? {} : { q }),
    ...(heap === 'open' ? {} : { which: heap }),
  });
}
