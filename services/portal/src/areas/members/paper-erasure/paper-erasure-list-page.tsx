import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ListPage } from '../../../kit/list-page.js';
import { MemberName } from '../../../session/member-name.js';
import { type PaperErasure, type PaperErasureState, states } from './paper-erasure.model.js';

/** Requests on paper to erase data of people of one's unions, newest first. */
export function PaperErasureListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const state = states.find((one) => one === search.get('state'));
  return (
    <ListPage
      title={t('paperErasure.listTitle')}
      back="/erasures"
      intro={<p className="hint">{t('paperErasure.listHint')}</p>}
      filters={
        <Choice<PaperErasureState>
          label={t('paperErasure.state')}
          {...(state === undefined ? {} : { value: state })}
          onChange={(value) => setSearch(value === undefined ? {} : { state: value })}
          options={[
            { value: '', label: t('paperErasure.allStates') },
            ...states.map((value) => ({ value, label: t(`paperErasure.states.${value}`) })),
          ]}
        />
      }
      list={useList('paperErasure', '/paper-erasures', state === undefined ? {} : { state })}
      empty={{ text: t('paperErasure.empty') }}
      table={{
        rowKey: ({ id }) => id,
        columns: [
          { key: 'person', title: t('paperErasure.person'), cell: (one) => <PersonCell erasure={one} /> },
          { key: 'union', title: t('paperErasure.union'), cell: ({ unionName }) => unionName },
          {
            key: 'kind',
            title: t('paperErasure.kind'),
            cell: ({ paperKind }) => t(`paperErasure.kinds.${paperKind}`),
          },
          {
            key: 'state',
            title: t('paperErasure.state'),
            cell: (one) => t(`paperErasure.states.${one.state}`),
          },
          { key: 'filed', title: t('paperErasure.filedAt'), cell: ({ filedAt }) => format.instant(filedAt) },
        ],
      }}
    />
  );
}

function PersonCell({ erasure: { id, personId, personName, acts } }: { readonly erasure: PaperErasure }) {
  const { t } = useTranslation();
  return (
    <>
      <Link to={`/paper-erasures/${id}`} className="cell-link">
        <MemberName personId={personId} mask={personName} />
      </Link>{' '}
      {acts.includes('confirm') && <span className="tag">{t('paperErasure.waitsForMe')}</span>}
    </>
  );
}
