import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useList, useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { ListPage } from '../../../kit/list-page.js';
import { WaitingItem } from './waiting-item.js';

type Kind = components['schemas']['WaitingView']['kind'];

/** Everything that waits for the reader, what is due first comes first. */
export function WaitingListPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const { data } = useRead('waiting', '/waiting', { limit: 1 });
  const counts = data?.counts ?? [];
  const kind = counts.find((one) => one.kind === params.get('kind'))?.kind;
  const list = useList('waiting', '/waiting', kind === undefined ? {} : { kind });
  return (
    <ListPage
      title={t('app.page.waiting')}

      filters={
        <Choice<Kind>
          label={t('home.kind')}
          {...(kind === undefined ? {} : { value: kind })}
          options={[
            { value: '', label: t('home.everyKind', { count: data?.total ?? 0 }) },
            ...counts.map(({ kind: value, heading, count }) => ({
              value,
              label: t('home.ofKind', { heading, count }),
            })),
          ]}
          onChange={(chosen) => setParams(chosen === undefined ? {} : { kind: chosen }, { replace: true })}
        />
      }
      list={list}
      empty={{ text: t('home.nothing') }}
      exported={{
        name: t('app.page.waiting'),
        columns: [
          { title: t('home.kind'), text: ({ heading }) => heading },
          { title: t('home.about'), text: ({ title }) => title ?? '' },
          { title: t('home.act'), text: ({ act }) => act },
          { title: t('home.due'), text: ({ dueAt }) => dueAt ?? '', kind: 'instant' },
          { title: t('home.union'), text: ({ unionName }) => unionName ?? '' },
        ],
      }}
    >
      {(items) => (
        <div className="card">
          <ul className="plain-list">
            {items.map((item) => (
              <WaitingItem key={item.id} item={item} namesKind />
            ))}
          </ul>
        </div>
      )}
    </ListPage>
  );
}
