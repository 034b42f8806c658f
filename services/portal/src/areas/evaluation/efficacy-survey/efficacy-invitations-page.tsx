import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { usePages } from '../../../api/use-pages.js';
import { Choice } from '../../../kit/choice.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { searchOf, withoutBlanks } from '../../../kit/filters.model.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { SeasonFilters } from './season-filters.js';
import {
  type EfficacySurvey,
  type Invitation,
  invitationPages,
  partyKindsOfSeason,
  type PartyKindOfSeason,
  useEfficacySurvey,
} from './use-efficacy-surveys.js';

/** As they stand in the address. At first it shows whom to remind. */
interface Filters {
  readonly kind?: PartyKindOfSeason;
  readonly answered?: 'yes' | 'every';
  readonly q?: string;
}

/** Who is asked as what, and who has not answered: whom to remind. */
export function EfficacyInvitationsPage() {
  const { efficacySurveyId = '' } = useParams();
  return <Loaded query={useEfficacySurvey(efficacySurveyId)}>{(one) => <Invitations survey={one} />}</Loaded>;
}

function Invitations({ survey }: { readonly survey: EfficacySurvey }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const { kind, q, answered = 'no' } = filters;
  const fetchPage = invitationPages(survey.id, {
    ...withoutBlanks<{ kind?: PartyKindOfSeason; q?: string }>({ kind, q }),
    ...(answered === 'every' ? {} : { answered: answered === 'yes' }),
  });
  const list = usePages<Invitation>(['efficacySurvey', survey.id, 'invitations', filters], fetchPage);
  const columns = useColumns();
  return (
    <>
      <PageHead
        title={t('efficacySurvey.invitationsTitle', { name: survey.name })}
        back={`/efficacy-surveys/${survey.id}`}
      >
        <ExportButton<Invitation>
          fileName={t('efficacySurvey.invitationsExport')}
          fetchPage={fetchPage}
          columns={columns.map(({ title, text }) => ({ title, text }))}
        />
      </PageHead>
      <p className="hint">{t('efficacySurvey.invitationsHint')}</p>
      <FilterBar key={q ?? ''} filters={filters} onChange={(changed) => setSearch(searchOf(changed))} />
      <PagedList list={list} empty={{ text: t('efficacySurvey.invitationsEmpty') }}>
        {(items) => (
          <DataTable
            caption={t('efficacySurvey.invitationsTitle', { name: survey.name })}
            columns={columns}
            rows={items}
            rowKey={({ kind: as, party }) => `${as}.${party.kind}.${party.id}`}
          />
        )}
      </PagedList>
    </>
  );
}

function filtersOf(search: URLSearchParams): Filters {
  return withoutBlanks<Filters>({
    kind: partyKindsOfSeason.find((one) => one === search.get('kind')),
    answered: (['yes', 'every'] as const).find((one) => one === search.get('answered')),
    q: search.get('q') ?? '',
  });
}

interface FilterBarProps {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

function FilterBar({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  return (
    <SeasonFilters<Filters> filters={filters} onChange={onChange}>
      {(change) => (
        <Choice<'yes' | 'every'>
          label={t('efficacySurvey.answeredLabel')}
          {...(filters.answered === undefined ? {} : { value: filters.answered })}
          options={[
            { value: '', label: t('efficacySurvey.answeredIs.no') },
            { value: 'yes', label: t('efficacySurvey.answeredIs.yes') },
            { value: 'every', label: t('efficacySurvey.answeredIs.every') },
          ]}
          onChange={(answered) => change({ answered })}
        />
      )}
    </SeasonFilters>
  );
}

type TextColumn = Column<Invitation> & { readonly text: (one: Invitation) => string };

function useColumns(): readonly TextColumn[] {
  const { t } = useTranslation();
  const column = (key: string, title: string, text: (one: Invitation) => string): TextColumn => ({
    key,
    title,
    text,
    cell: text,
  });
  return [
    column('party', t('efficacySurvey.party'), ({ party }) => party.name),
    column('kind', t('efficacySurvey.kindLabel'), ({ kind }) => t(`efficacySurvey.kind.${kind}`)),
    column('union', t('efficacySurvey.answering'), ({ answeringUnion }) => answeringUnion),
    column('answered', t('efficacySurvey.answeredLabel'), ({ answered }) =>
      t(`efficacySurvey.answeredIs.${answered ? 'yes' : 'no'}`),
    ),
  ];
}
