import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import { ListPage } from '../../../kit/list-page.js';
import { type AssignmentLine, type AssignmentState, assignmentStates, stateOf } from './assignment.model.js';

/** What my unions give to those below, the newest first. */
export function GivenListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const state = stateOf(search);
  return (
    <ListPage
      title={t('assignment.given')}
      back="/assignments"
      actions={<ButtonLink to="/assignments/new">{t('assignment.new')}</ButtonLink>}
      filters={
        <Choice<AssignmentState>
          label={t('assignment.stateLabel')}
          {...(state === undefined ? {} : { value: state })}
          options={[
            { value: '', label: t('assignment.everyState') },
            ...assignmentStates.map((value) => ({ value, label: t(`assignment.state.${value}`) })),
          ]}
          onChange={(chosen) => setSearch(chosen === undefined ? {} : { state: chosen })}
        />
      }
      list={useList('assignment', '/assignments', state === undefined ? {} : { state })}
      empty={{
        text: t('assignment.noneGiven'),
        action: (
          <ButtonLink to="/assignments/new" isPlain>
            {t('assignment.new')}
          </ButtonLink>
        ),
      }}
      table={{ columns: useColumns(), rowKey: ({ id }) => id }}
    />
  );
}

function useColumns(): readonly Column<AssignmentLine>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'title',
      title: t('assignment.title'),
      cell: ({ id, title }) => <Link to={`/assignments/${id}`}>{title}</Link>,
    },
    { key: 'kind', title: t('assignment.kindLabel'), cell: ({ kind }) => t(`assignment.kind.${kind}`) },
    { key: 'state', title: t('assignment.stateLabel'), cell: ({ state }) => t(`assignment.state.${state}`) },
    { key: 'due', title: t('assignment.dueOn'), cell: ({ dueOn }) => format.date(dueOn) },
    { key: 'unions', title: t('assignment.unions'), cell: ({ unions }) => unions },
    { key: 'giver', title: t('assignment.giver'), cell: ({ unionName }) => unionName },
  ];
}
