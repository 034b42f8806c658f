import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../../api/use-read.js';
import { useFormat } from '../../../../i18n/use-format.js';
import { ButtonLink } from '../../../../kit/button-link.js';
import { Choice } from '../../../../kit/choice.js';
import { ListPage } from '../../../../kit/list-page.js';
import { type Breach, states } from './breach.model.js';

/** Breaches that were recorded, newest first, with how many people were notified. */
export function BreachListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const state = states.find((one) => one === search.get('state'));
  return (
    <ListPage
      title={t('breach.listTitle')}
      back="/account/data"
      actions={<ButtonLink to="/data-breaches/new">{t('breach.new')}</ButtonLink>}
      intro={<p className="hint">{t('breach.listHint')}</p>}
      filters={
        <Choice<Breach['state']>
          label={t('breach.state')}
          {...(state === undefined ? {} : { value: state })}
          onChange={(value) => setSearch(value === undefined ? {} : { state: value })}
          options={[
            { value: '', label: t('breach.allStates') },
            ...states.map((value) => ({ value, label: t(`breach.states.${value}`) })),
          ]}
        />
      }
      list={useList('dataBreach', '/data-breaches', state === undefined ? {} : { state })}
      empty={{ text: t('breach.empty') }}
      table={{
        rowKey: ({ id }) => id,
        columns: [
          {
            key: 'cause',
            title: t('breach.cause'),
            cell: ({ id, cause }) => (
              <Link to={`/data-breaches/${id}`} className="cell-link">
                {cause}
              </Link>
            ),
          },
          { key: 'state', title: t('breach.state'), cell: (one) => t(`breach.states.${one.state}`) },
          {
            key: 'noticed',
            title: t('breach.noticedAt'),
            cell: ({ noticedAt }) => format.instant(noticedAt),
          },
          {
            key: 'notified',
            title: t('breach.notified'),
            cell: ({ notified, affected }) => t('breach.progress', { notified, affected }),
          },
          {
            key: 'handedOver',
            title: t('breach.handovers'),
            cell: ({ handovers }) => {
              const last = handovers.at(-1);
              return last === undefined ? t('breach.notYet') : format.instant(last.handedOverAt);
            },
          },
        ],
      }}
    />
  );
}
