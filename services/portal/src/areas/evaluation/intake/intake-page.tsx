import './intake.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { Choice } from '../../../kit/choice.js';
import { DataTable } from '../../../kit/data-table.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
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
import { useIntakeList } from './use-intake.js';

/** The inbox of an officer: what was sent to his unions and those below. */
export function IntakePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const entries = useIntakeList(filters);
  const change = (changed: Partial<Record<keyof IntakeFilters, string | undefined>>): void =>
    setSearch(
      Object.entries({ ...filters, ...changed }).filter((entry): entry is [string, string] => !!entry[1]),
    );
  return (
    <>
      <AreaTabs area="members" />
      <PageHead title={t('intake.inbox')} />
      <div className="intake-filters">
        <Choice<IntakeState>
          label={t('intake.stateLabel')}
          value={filters.state}
          options={[
            { value: '', label: t('intake.allStates') },
            ...intakeStates.map((value) => ({ value, label: t(`intake.state.${value}`) })),
          ]}
          onChange={(state) => change({ state })}
        />
        <Choice<IntakeKind>
          label={t('intake.kindLabel')}
          value={filters.kind}
          options={[
            { value: '', label: t('intake.allKinds') },
            ...intakeKinds.map((value) => ({ value, label: t(`intake.kind.${value}`) })),
          ]}
          onChange={(kind) => change({ kind })}
        />
      </div>
      <PagedList list={entries} empty={{ text: t('intake.empty') }}>
        {(items) => <IntakeTable items={items} />}
      </PagedList>
    </>
  );
}

function IntakeTable({ items }: { readonly items: readonly IntakeSummary[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      caption={t('intake.inbox')}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
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
      ]}
    />
  );
}
