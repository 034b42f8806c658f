import '../../../kit/styles/resource.css';
import '../../../kit/styles/stock.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { Resource } from '../resource/resource-filters.js';
import { useResource } from '../resource/use-resource.js';
import { PlanLine } from './plan-line.js';
import { TaskList } from './task-list.js';

const AddPlanForm = lazyPart('AddPlanForm', () => import('./plan-form.js'), { rows: 6 });

/** The maintenance plans of one resource, and their tasks. */
export function MaintenancePage() {
  const { resourceId = '' } = useParams();
  const resource = useResource(resourceId);
  return <Loaded query={resource}>{(data) => <Maintenance key={data.id} resource={data} />}</Loaded>;
}

function Maintenance({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const title = t('maintenance.of', { title: resource.title });
  return (
    <>
      <PageHead title={title} back={`/resources/${resource.id}`} />
      <PlanSection resource={resource} />
      <section aria-labelledby="maintenance-tasks">
        <h2 id="maintenance-tasks">{t('maintenance.tasks')}</h2>
        <TaskList resourceId={resource.id} fileName={title} />
      </section>
    </>
  );
}

function PlanSection({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const pieceId = search.get('piece');
  const plans = useList('maintenance', '/resources/{resourceId}/maintenance-plans', {
    resourceId: resource.id,
  });
  const [isAdding, setIsAdding] = useState(pieceId !== null);
  return (
    <section className="card" aria-labelledby="maintenance-plans">
      <h2 id="maintenance-plans">{t('maintenance.plans')}</h2>
      <p className="hint">{t('maintenance.hint')}</p>
      <PagedList list={plans} empty={{ text: t('maintenance.noPlans') }}>
        {(items) => (
          <ul className="plain-list lines">
            {items.map((plan) => (
              <PlanLine key={plan.id} plan={plan} />
            ))}
          </ul>
        )}
      </PagedList>
      <Preload part={AddPlanForm} />
      {isAdding ? (
        <AddPlanForm resource={resource} pieceId={pieceId} onDone={() => setIsAdding(false)} />
      ) : (
        <Button onClick={() => setIsAdding(true)}>{t('maintenance.add')}</Button>
      )}
    </section>
  );
}
