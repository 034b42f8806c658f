import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import { searchOf, withFilter, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { KindChoice } from './kind-choice.js';
import {
  type EfficacySurvey,
  type Invitation,
  partyKindsOfSeason,
  type PartyKindOfSeason,
  useEfficacySurvey,
} from './use-efficacy-surveys.js';

/** They stand in the address. Without them the list shows who has not answered. */
interface Filters {
  readonly kind?: PartyKindOfSeason;
  readonly answered?: 'yes' | 'every';
  readonly q?: string;
}

/** The invited parties, and those that have not answered yet. */
export function EfficacyInvitationsPage() {
  const { efficacySurveyId = '' } = useParams();
  return <Loaded query={useEfficacySurvey(efficacySurveyId)}>{(one) => <Invitations survey={one} />}</Loaded>;
}

function Invitations({ survey }: { readonly survey: EfficacySurvey }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const { kind, q, answered = 'no' } = filters;
  const change = (changed: Filters): void => setSearch(searchOf(changed));
  const columns = useColumns();
  return (
    <ListPage
      title={t('efficacySurvey.invitationsTitle', { name: survey.name })}
      back={`/efficacy-surveys/${survey.id}`}
      intro={<p className="hint">{t('efficacySurvey.invitationsHint')}</p>}
      search={{
        label: t('efficacySurvey.search'),
        value: q ?? '',
        onFind: (text) => change(withFilter(filters, 'q', text)),
      }}
      filters={
        <>
          <KindChoice value={kind} onChange={(chosen) => change(withFilter(filters, 'kind', chosen))} />
          <Choice<'yes' | 'every'>
            label={t('efficacySurvey.answeredLabel')}
            {...(filters.answered === undefined ? {} : { value: filters.answered })}
            options={[
              { value: '', label: t('efficacySurvey.answeredIs.no') },
              { value: 'yes', label: t('efficacySurvey.answeredIs.yes') },
              { value: 'every', label: t('efficacySurvey.answeredIs.every') },
            ]}
            onChange={(chosen) => change(withFilter(filters, 'answered', chosen))}
          />
        </>
      }
      list={useList('efficacySurvey', '/efficacy-surveys/{efficacySurveyId}/invitations', {
        efficacySurveyId: survey.id,
        ...withoutBlanks<Pick<Filters, 'kind' | 'q'>>({ kind, q }),
        ...(answered === 'every' ? {} : { answered: answered === 'yes' }),
      })}
      empty={{ text: t('efficacySurvey.invitationsEmpty') }}
      table={{ columns, rowKey: ({ kind: as, party }) => `${as}.${party.kind}.${party.id}` }}
      exported={{
        name: t('efficacySurvey.invitationsExport'),
        columns: columns.map(({ title, text }) => ({ title, text })),
      }}
    />
  );
}

function filtersOf(search: URLSearchParams): Filters {
  return withoutBlanks<Filters>({
    kind: partyKindsOfSeason.find((one) => one === search.get('kind')),
    answered: (['yes', 'every'] as const).find((one) => one === search.get('answered')),
    q: search.get('q') ?? '',
  });
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
