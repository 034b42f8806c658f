import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { DataTable } from '../../../kit/data-table.js';
import { FindField } from '../../../kit/find-field.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { useClosedActivities } from '../cost-pool/use-cost-pool.js';

/** Finds an activity that is over, and opens its pool. */
export function OpenPool({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  return (
    <section className="card" aria-labelledby="open-pool-title">
      <h2 id="open-pool-title">{t('money.costPool.opening.title')}</h2>
      <p className="hint">{t('money.costPool.opening.hint')}</p>
      <div className="money-filters">
        <FindField label={t('money.costPool.opening.search')} value={q} onFind={setQ} />
      </div>
      <ClosedActivities q={q} />
      <Button onClick={onClose}>{t('money.costPool.opening.close')}</Button>
    </section>
  );
}

function ClosedActivities({ q }: { readonly q: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const list = useClosedActivities(q);
  const open = useCommand('costPool', 'post', '/cost-pools');
  const choose = (activityId: string): void =>
    open.mutate({ body: { activityId } }, { onSuccess: ({ id }) => void navigate(`/cost-pools/${id}`) });
  return (
    <>
      {open.isError && <Refusal title={t('money.costPool.opening.refused')} error={open.error} />}
      <PagedList list={list} empty={{ text: t('money.costPool.opening.none') }}>
        {(activities) => (
          <DataTable
            caption={t('money.costPool.opening.title')}
            rows={activities}
            rowKey={({ id }) => id}
            columns={[
              { key: 'title', title: t('money.costPool.activity'), cell: ({ title }) => title },
              {
                key: 'when',
                title: t('money.date'),
                cell: ({ startsAt, endsAt }) => format.period(startsAt, endsAt),
              },
              {
                key: 'organiser',
                title: t('money.costPool.organiser'),
                cell: ({ organiser }) => organiser.name,
              },
              {
                key: 'open',
                title: t('money.costPool.opening.choose'),
                cell: ({ id, title }) => (
                  <Button
                    aria-label={t('money.costPool.opening.chooseOf', { title })}
                    disabled={open.isPending}
                    onClick={() => choose(id)}
                  >
                    {t('money.costPool.opening.choose')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </PagedList>
    </>
  );
}
