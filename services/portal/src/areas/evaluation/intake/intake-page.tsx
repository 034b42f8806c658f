import './intake.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import {
  filtersOf,
  type IntakeFilters,
  type IntakeKind,
  intakeKinds,
  type IntakeState,
  intakeStates,
  type IntakeSummary,
} from './intake.model.js';
import { IntakeTags } from './intake-tags.js';

/** The inbox of an officer: entries to their unions and those below. */
export function IntakePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const change = (changed: IntakeFilters): void => setSearch(searchOf(changed));
  return (
    <ListPage
      title={t('app.page.intake')}
      filters={
        <>
          <Choice<IntakeState>
            label={t('intake.stateLabel')}
            value={filters.state}
            options={[
              { value: '', label: t('intake.allStates') },
              ...intakeStates.map((value) => ({ value, label: t(`intake.state.${value}`) })),
            ]}
            onChange={(state) => change(withFilter(filters, 'state', state))}
          />
          <Choice<IntakeKind>
            label={t('intake.kindLabel')}
            value={filters.kind}
            options={[
              { value: '', label: t('intake.allKinds') },
              ...intakeKinds.map((value) => ({ value, label: t(`intake.kind.${value}`) })),
            ]}
            onChange={(kind) => change(withFilter(filters, 'kind', kind))}
          />
        </>
      }
      list={useList('intake', '/intake', filters)}
      empty={{ text: t('intake.empty') }}
      table={{ columns: useColumns(), rowKey: ({ id }) => id }}
    />
  );
}

function useColumns(): readonly Column<IntakeSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'text',
      title: t('intake.text'),
      cell: (entry) => (
        <Link to={`/intake/${entry.id}`} className="intake-text">
          {entry.text}
        </Link>
      ),
    },
    { key: 'state', title: t('intake.stateLabel'), cell: (entry) => <IntakeTags entry={entry} /> },
    {
      key: 'from',
      title: t('intake.from'),
      cell: ({ personName, personUnionName }) =>
        t('intake.fromPerson', { name: personName, union: personUnionName }),
    },
    { key: 'union', title: t('intake.union'), cell: ({ unionName }) => unionName },
    { key: 'due', title: t('intake.due'), cell: ({ dueAt }) => format.instant(dueAt) },
  ];
}
