import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import { ListPage } from '../../../kit/list-page.js';
import { type AssignmentDesk, assignmentDesks, type AssignmentPartLine, deskOf } from './assignment.model.js';
import { PartTags } from './part-tags.js';

/** What unions above ask of my union: what is owed, by its day. */
export function OwedListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const desk = deskOf(search);
  return (
    <ListPage
      title={t('app.page.assignments')}
      actions={<ButtonLink to="/assignments/new">{t('assignment.new')}</ButtonLink>}
      intro={<p className="hint">{t('assignment.owedHint')}</p>}
      filters={
        <Choice<AssignmentDesk>
          label={t('assignment.deskLabel')}
          value={desk}
          options={assignmentDesks.map((value) => ({ value, label: t(`assignment.desk.${value}`) }))}
          onChange={(chosen) => setSearch(chosen === undefined ? {} : { desk: chosen })}
        />
      }
      list={useList('assignment', '/assignment-parts', { desk })}
      empty={{
        text: t(`assignment.deskEmpty.${desk}`),
        action: (
          <ButtonLink to="/assignments/given" isPlain>
            {t('app.page.assignmentsGiven')}
          </ButtonLink>
        ),
      }}
      table={{ columns: useColumns(), rowKey: ({ id }) => id }}
    />
  );
}

function useColumns(): readonly Column<AssignmentPartLine>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'title',
      title: t('assignment.title'),
      cell: ({ id, title }) => <Link to={`/assignment-parts/${id}`}>{title}</Link>,
    },
    { key: 'state', title: t('assignment.stateLabel'), cell: (part) => <PartTags part={part} /> },
    {
      key: 'due',
      title: t('assignment.dueOn'),
      cell: ({ dueOn }) => format.date(dueOn),
      order: ({ dueOn }) => dueOn,
    },
    { key: 'giver', title: t('assignment.giver'), cell: ({ giverName }) => giverName },
    { key: 'union', title: t('assignment.receiver'), cell: ({ unionName }) => unionName },
  ];
}
