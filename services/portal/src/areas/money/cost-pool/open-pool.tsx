import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { DataTable } from '../../../kit/data-table.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { useClosedActivities, useOpenPool } from './use-cost-pool.js';
import { Input } from '../../../kit/input.js';

/** Finds an activity that is over, and opens its pool. */
export function OpenPool({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [q, setQ] = useState('');
  const find = (): void => setQ(text.trim());
  return (
    <section className="card" aria-labelledby="open-pool-title">
      <h2 id="open-pool-title">{t('money.costPool.opening.title')}</h2>
      <p className="hint">{t('money.costPool.opening.hint')}</p>
      <form
        role="search"
        className="money-filters"
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <Input
          type="search"
          value={text}
          maxLength={200}
          aria-label={t('money.costPool.opening.search')}
          placeholder={t('money.costPool.opening.search')}
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit">{t('common.search')}</Button>
      </form>
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
  const open = useOpenPool();
  const choose = (activityId: string): void =>
    open.mutate(activityId, { onSuccess: ({ id }) => void navigate(`/cost-pools/${id}`) });
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
