import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useList, useRead } from '../../../api/use-read.js';
import { localTimeOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { DataTable } from '../../../kit/data-table.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { Edition } from './brand.model.js';
import { perHead } from './cost-per-head.model.js';

/** Of `2026-11-20`. */
const dayLength = 10;

type Money = components['schemas']['Money'];

/** The editions that the reader may see, the latest first. */
export function Editions({ brandId }: { readonly brandId: string }) {
  const { t } = useTranslation();
  const list = useList('brand', '/brands/{brandId}/editions', { brandId });
  return (
    <section className="card" aria-labelledby="editions-title">
      <h2 id="editions-title">{t('brand.editions.title')}</h2>
      <PagedList list={list} empty={{ text: t('brand.editions.none') }}>
        {(items) => <EditionTable editions={items} />}
      </PagedList>
    </section>
  );
}

function EditionTable({ editions }: { readonly editions: readonly Edition[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable<Edition>
      caption={t('brand.editions.title')}
      rows={editions}
      rowKey={({ activityId }) => activityId}
      columns={[
        {
          key: 'edition',
          title: t('brand.editions.number'),
          cell: ({ edition }) => format.number(edition),
        },
        {
          key: 'title',
          title: t('brand.editions.name'),
          cell: ({ activityId, title }) => <Link to={`/activities/${activityId}`}>{title}</Link>,
        },
        { key: 'union', title: t('activity.organiser'), cell: ({ organiser }) => organiser.name },
        {
          key: 'date',
          title: t('activity.time'),
          cell: ({ startsAt, timeZone }) => format.date(localTimeOf(startsAt, timeZone).slice(0, dayLength)),
        },
        {
          key: 'state',
          title: t('activity.stateLabel'),
          cell: ({ state }) => <span className={`tag is-${state}`}>{t(`activity.state.${state}`)}</span>,
        },
        {
          key: 'heads',
          title: t('brand.years.heads'),
          isNumber: true,
          cell: ({ heads }) => (heads === null ? '—' : format.number(heads)),
        },
        {
          key: 'template',
          title: t('brand.template.version'),
          cell: ({ templateVersion }) => templateVersion,
        },
        { key: 'cost', title: t('brand.cost.perHead'), cell: (edition) => <Cost edition={edition} /> },
      ]}
    />
  );
}

/** Read one by one on demand: the reader may see the costs of few editions. */
function Cost({ edition }: { readonly edition: Edition }) {
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  const query = isAsked ? { activityId: edition.activityId, limit: 1 } : undefined;
  const { data, error, isFetching } = useRead('costPool', '/cost-pools', query);
  const total = data?.items[0]?.total ?? null;
  if (edition.heads === null || edition.heads === 0) return '—';
  if (total !== null) return <PerHead total={total} heads={edition.heads} />;
  if (error !== null || data !== undefined) return t('brand.cost.unknown');
  return (
    <Button
      loading={isFetching}
      aria-label={t('brand.cost.showOf', { number: edition.edition })}
      onClick={() => setIsAsked(true)}
    >
      {t('brand.cost.show')}
    </Button>
  );
}

function PerHead({ total, heads }: { readonly total: Money; readonly heads: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {format.money(perHead(total, heads))}
      <br />
      <span className="hint">{t('brand.cost.total', { total: format.money(total) })}</span>
    </>
  );
}
