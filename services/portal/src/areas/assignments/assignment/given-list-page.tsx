import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import { ListPage } from '../../../kit/list-page.js';
import { useListSearch } from '../../../kit/use-list-search.js';
import { useServedOrder } from '../../../kit/use-served-order.js';
import {
  type AssignmentLine,
  type AssignmentState,
  assignmentStates,
  stateOf,
  toneOfAssignment,
} from './assignment.model.js';

/** Columns in whose order the platform lists assignments. */
const served = ['dueOn'] as const;

/** What my unions give to those below, the newest first. */
export function GivenListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useListSearch();
  const state = stateOf(search);
  return (
    <ListPage
      title={t('app.page.assignmentsGiven')}
      actions={<ButtonLink to="/assignments/new">{t('assignment.new')}</ButtonLink>}
      intro={<p className="hint">{t('assignment.givenHint')}</p>}
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
      list={useList('assignment', '/assignments', {
        ...(state === undefined ? {} : { state }),
        ...useServedOrder(served),
        count: true,
      })}
      empty={{
        text: t('assignment.noneGiven'),
        action: (
          <ButtonLink to="/assignments/new" isPlain>
            {t('assignment.new')}
          </ButtonLink>
        ),
      }}
      table={{ columns: useColumns(), served, rowKey: ({ id }) => id }}
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
    {
      key: 'state',
      title: t('assignment.stateLabel'),
      cell: ({ state }) => (
        <span className={`tag ${toneOfAssignment(state)}`}>{t(`assignment.state.${state}`)}</span>
      ),
    },
    {
      key: 'dueOn',
      title: t('assignment.dueOn'),
      cell: ({ dueOn }) => format.date(dueOn),
      order: ({ dueOn }) => dueOn,
    },
    { key: 'done', title: t('assignment.doneLabel'), cell: (line) => <Progress line={line} /> },
    { key: 'giver', title: t('assignment.giver'), cell: ({ unionName }) => unionName },
  ];
}

/** How many of the unions have done it, and how many are past their day. A draft was given to nobody. */
function Progress({ line: { state, unions, done, late } }: { readonly line: AssignmentLine }) {
  const { t } = useTranslation();
  if (state === 'draft') return null;
  return (
    <span className="tags">
      {t('assignment.progress', { done: String(done), unions: String(unions) })}
      {late > 0 && <span className="tag is-cancelled">{t('assignment.lateCount', { count: late })}</span>}
    </span>
  );
}
