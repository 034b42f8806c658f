import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import type { Column } from '../../../kit/data-table.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import type { Vote } from './vote.model.js';
import { VoteStateTag } from './vote-state-tag.js';

export function VoteListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const create = holds('officer') ? <ButtonLink to="/votes/new">{t('vote.new')}</ButtonLink> : undefined;
  return (
    <ListPage
      title={t('app.page.votes')}
      actions={create}
      list={useList('vote', '/votes', {})}
      empty={{ text: t('vote.empty'), action: create }}
      table={{ columns: useColumns(), rowKey: ({ id }) => id }}
    />
  );
}

function useColumns(): readonly Column<Vote>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'title',
      title: t('vote.title'),
      cell: ({ id, title }) => <Link to={`/votes/${id}`}>{title}</Link>,
    },
    { key: 'union', title: t('vote.union'), cell: ({ unionName }) => unionName },
    { key: 'state', title: t('vote.stateLabel'), cell: ({ state }) => <VoteStateTag state={state} /> },
    {
      key: 'window',
      title: t('vote.window'),
      cell: ({ opensAt, closesAt }) => format.period(opensAt, closesAt),
    },
    {
      key: 'entitled',
      title: t('vote.entitled'),
      isNumber: true,
      cell: ({ entitled }) => (entitled === null ? '' : format.number(entitled)),
    },
  ];
}
