import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Resource } from '../resource/resource-filters.js';
import { ofStatus, type Task } from './maintenance.model.js';

const shownMax = 3;

/** On the page of a resource: the tasks that are due next, for its keeper. */
export function MaintenanceSection({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const { items } = useList('maintenance', '/maintenance-tasks', {
    resourceId: resource.id,
    ...ofStatus('open'),
  });
  return (
    <section className="card" aria-labelledby="maintenance-title">
      <h2 id="maintenance-title">{t('maintenance.title')}</h2>
      {items === undefined || items.length === 0 ? (
        <p className="hint">{t('maintenance.noPlans')}</p>
      ) : (
        <ul className="plain-list lines">
          {items.slice(0, shownMax).map((task) => (
            <Due key={task.id} task={task} />
          ))}
        </ul>
      )}
      <p>
        <Link to={`/resources/${resource.id}/maintenance`} className="text-link">
          {t('maintenance.manage')}
        </Link>
      </p>
    </section>
  );
}

function Due({ task: { title, pieceLabel, dueOn, loansLeft, overdue } }: { readonly task: Task }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <p>
        <strong>{pieceLabel === null ? title : `${pieceLabel} ${title}`}</strong>{' '}
        {overdue && <span className="tag is-cancelled">{t('maintenance.heap.overdue')}</span>}
      </p>
      <p>
        {dueOn === null
          ? t('maintenance.loansLeft', { count: loansLeft ?? 0 })
          : t('maintenance.due', { day: format.date(dueOn) })}
      </p>
    </li>
  );
}

/** Where loans are handed over: whether a task is late. Without a network the page works without it. */
export function MaintenanceLate() {
  const { t } = useTranslation();
  const { items = [], hasNextPage } = useList('maintenance', '/maintenance-tasks', ofStatus('overdue'));
  return (
    <p>
      <Link to={items.length === 0 ? '/maintenance' : '/maintenance?which=overdue'} className="text-link">
        {items.length === 0
          ? t('maintenance.title')
          : t(hasNextPage ? 'maintenance.lateMore' : 'maintenance.late', { count: items.length })}
      </Link>
    </p>
  );
}
