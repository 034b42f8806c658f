import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ListPage } from '../../../kit/list-page.js';
import type { MemberMerge } from './merge.model.js';

const states = ['proposed', 'applying', 'applied', 'refused', 'withdrawn', 'undoing', 'undone'] as const;
type State = (typeof states)[number];

/** Merges within one's unions, newest first. */
export function MergeListPage() {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const state = states.find((one) => one === search.get('state'));
  return (
    <ListPage
      title={t('app.page.merges')}
      actions={
        <Button type="primary" onClick={() => void navigate('/member-merges/candidates')}>
          {t('memberMerge.candidates')}
        </Button>
      }
      intro={<p className="hint">{t('memberMerge.listHint')}</p>}
      filters={
        <Choice<State>
          label={t('memberMerge.state')}
          {...(state === undefined ? {} : { value: state })}
          onChange={(value) => setSearch(value === undefined ? {} : { state: value })}
          options={[
            { value: '', label: t('memberMerge.allStates') },
            ...states.map((value) => ({ value, label: t(`memberMerge.states.${value}`) })),
          ]}
        />
      }
      list={useList('memberMerge', '/member-merges', state === undefined ? {} : { state })}
      empty={{ text: t('memberMerge.empty') }}
      table={{
        rowKey: ({ id }) => id,
        columns: [
          { key: 'name', title: t('memberMerge.person'), cell: (merge) => <NameCell merge={merge} /> },
          { key: 'union', title: t('memberMerge.union'), cell: ({ unionName }) => unionName },
          {
            key: 'state',
            title: t('memberMerge.state'),
            cell: (one) => t(`memberMerge.states.${one.state}`),
          },
          { key: 'at', title: t('memberMerge.proposedAt'), cell: ({ proposedAt }) => instant(proposedAt) },
        ],
      }}
    />
  );
}

function NameCell({ merge: { id, survivor, waitsForMe } }: { readonly merge: MemberMerge }) {
  const { t } = useTranslation();
  return (
    <>
      <Link to={`/member-merges/${id}`} className="cell-link">
        {survivor.name}
      </Link>
      {waitsForMe && <span className="tag">{t('memberMerge.waitsForMe')}</span>}
    </>
  );
}
