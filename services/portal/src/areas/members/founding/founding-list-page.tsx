import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { searchOf, withFilter, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { FilingStatistics } from '../filing-statistics/filing-statistics.js';
import { FoundingStateTag } from './founding-state-tag.js';
import { type FoundingState, foundingStates, type FoundingSummary } from './founding.model.js';

interface Filters {
  readonly union?: string;
  readonly state?: FoundingState;
  readonly q?: string;
}

/** Filings that found a union, with the unions of an officer: what waits comes first, by its deadline. */
export function FoundingListPage() {
  const { t } = useTranslation();
  const { instant, number } = useFormat();
  const [search, setSearch] = useSearchParams();
  const state = foundingStates.find((one) => one === search.get('state'));
  const filters = withoutBlanks<Filters>({
    union: search.get('union') ?? undefined,
    state,
    q: search.get('q') ?? undefined,
  });
  const filter = (name: keyof Filters, value: string | undefined): void =>
    setSearch(searchOf(withFilter(filters, name, value)));
  const due = ({ dueAt }: FoundingSummary): string => (dueAt === null ? '' : instant(dueAt));
  return (
    <ListPage
      title={t('app.page.unionFoundings')}
      intro={
        <>
          <p className="hint">{t('founding.hint')}</p>
          <FilingStatistics kind="founding" unionId={filters.union} />
        </>
      }
      search={{ label: t('founding.find'), value: filters.q ?? '', onFind: (text) => filter('q', text) }}
      filters={
        <>
          <UnionPicker
            label={t('founding.union')}
            none={t('founding.everyUnion')}
            roles={['officer']}
            {...(filters.union === undefined ? {} : { value: filters.union })}
            onChange={(union) => filter('union', union)}
          />
          <Choice<FoundingState>
            label={t('founding.stateLabel')}
            {...(state === undefined ? {} : { value: state })}
            options={[
              { value: '', label: t('founding.everyState') },
              ...foundingStates.map((value) => ({ value, label: t(`founding.state.${value}`) })),
            ]}
            onChange={(chosen) => filter('state', chosen)}
          />
        </>
      }
      list={useList('unionFounding', '/union-foundings', filters)}
      empty={{ text: t('founding.empty') }}
      table={{
        rowKey: ({ id }) => id,
        columns: [
          {
            key: 'enterprise',
            title: t('founding.enterprise'),
            cell: ({ id, enterpriseName }) => (
              <Link to={`/union-foundings/${id}`} className="cell-link">
                {enterpriseName}
              </Link>
            ),
          },
          {
            key: 'state',
            title: t('founding.stateLabel'),
            cell: (one) => <FoundingStateTag founding={one} />,
          },
          {
            key: 'due',
            title: t('founding.dueAt'),
            cell: (one) => due(one) || t('common.none'),
            order: ({ dueAt }) => dueAt,
          },
          { key: 'form', title: t('founding.form'), cell: ({ form }) => t(`founding.formIs.${form}`) },
          {
            key: 'members',
            title: t('founding.plannedMembers'),
            isNumber: true,
            cell: ({ plannedMembers }) => number(plannedMembers),
          },
          { key: 'union', title: t('founding.union'), cell: ({ unionName }) => unionName },
          { key: 'sent', title: t('founding.sentAt'), cell: ({ sentAt }) => instant(sentAt) },
        ],
      }}
      exported={{
        name: t('founding.title'),
        columns: [
          { title: t('founding.number'), text: (one) => one.number },
          { title: t('founding.enterprise'), text: ({ enterpriseName }) => enterpriseName },
          { title: t('founding.uscc'), text: ({ uscc }) => uscc },
          { title: t('founding.stateLabel'), text: (one) => t(`founding.state.${one.state}`) },
          { title: t('founding.dueAt'), text: due },
          { title: t('founding.form'), text: ({ form }) => t(`founding.formIs.${form}`) },
          { title: t('founding.employees'), text: ({ employees }) => String(employees) },
          { title: t('founding.plannedMembers'), text: ({ plannedMembers }) => String(plannedMembers) },
          { title: t('founding.union'), text: ({ unionName }) => unionName },
          { title: t('founding.sentAt'), text: ({ sentAt }) => instant(sentAt) },
        ],
      }}
    />
  );
}
