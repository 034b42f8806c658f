import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';

const states = ['filed', 'waiting', 'erasing', 'erased', 'withdrawn', 'refused', 'lapsed'] as const;
type State = (typeof states)[number];

/** The record of erasures of one's unions, without names, newest first. */
export function ErasureListPage() {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const state = states.find((one) => one === search.get('state'));
  return (
    <ListPage
      title={t('erasure.listTitle')}
      back="/account/data"
      actions={
        holds('officer') && (
          <ButtonLink to="/paper-erasures" isPlain>
            {t('erasure.onPaper')}
          </ButtonLink>
        )
      }
      intro={<p className="hint">{t('erasure.listHint')}</p>}
      filters={
        <Choice<State>
          label={t('erasure.state')}
          {...(state === undefined ? {} : { value: state })}
          onChange={(value) => setSearch(value === undefined ? {} : { state: value })}
          options={[
            { value: '', label: t('erasure.allStates') },
            ...states.map((value) => ({ value, label: t(`erasure.states.${value}`) })),
          ]}
        />
      }
      list={useList('erasure', '/erasures', state === undefined ? {} : { state })}
      empty={{ text: t('erasure.empty') }}
      table={{
        rowKey: ({ id }) => id,
        columns: [
          { key: 'union', title: t('erasure.union'), cell: ({ unionName }) => unionName },
          { key: 'state', title: t('erasure.state'), cell: (one) => t(`erasure.states.${one.state}`) },
          { key: 'asked', title: t('erasure.askedAt'), cell: ({ askedAt }) => instant(askedAt) },
          {
            key: 'ended',
            title: t('erasure.endedAt'),
            cell: ({ endedAt }) => (endedAt === null ? '' : instant(endedAt)),
          },
        ],
      }}
    />
  );
}
