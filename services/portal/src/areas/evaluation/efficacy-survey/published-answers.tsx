import '../../../kit/styles/ledger.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { withFilter } from '../../../kit/filters.model.js';
import { FindField } from '../../../kit/find-field.js';
import { PagedList } from '../../../kit/paged-list.js';
import { KindChoice } from './kind-choice.js';
import {
  type EfficacySurvey,
  type Manner,
  manners,
  type PartyKindOfSeason,
  type PublishedAnswer,
} from './use-efficacy-surveys.js';

interface AnswerFilters {
  readonly kind?: PartyKindOfSeason;
  readonly manner?: Manner;
  readonly q?: string;
}

/** Named answers one by one, and pools by place. */
export function PublishedAnswers({ survey }: { readonly survey: EfficacySurvey }) {
  const { t } = useTranslation();
  const [filters, setFilters] = useState<AnswerFilters>({});
  const list = useList('efficacySurvey', '/efficacy-surveys/{efficacySurveyId}/answers', {
    efficacySurveyId: survey.id,
    ...filters,
  });
  const columns = useColumns();
  return (
    <section className="card" aria-labelledby="season-list-title">
      <h2 id="season-list-title">{t('efficacySurvey.listTitle')}</h2>
      <p className="hint">{t('efficacySurvey.listHint')}</p>
      <Filters filters={filters} onChange={setFilters} />
      <PagedList list={list} empty={{ text: t('efficacySurvey.listEmpty') }}>
        {(items) => (
          <DataTable
            caption={t('efficacySurvey.listTitle')}
            columns={columns}
            rows={items}
            rowKey={({ id }) => id}
          />
        )}
      </PagedList>
      <ExportButton<PublishedAnswer>
        fileName={t('efficacySurvey.exportName')}
        fetchPage={list.fetchPage}
        columns={columns.map(({ title, text }) => ({ title, text }))}
      />
    </section>
  );
}

interface FiltersProps {
  readonly filters: AnswerFilters;
  readonly onChange: (filters: AnswerFilters) => void;
}

function Filters({ filters, onChange }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <div className="money-filters">
      <FindField
        key={filters.q}
        label={t('efficacySurvey.search')}
        value={filters.q ?? ''}
        onFind={(text) => onChange(withFilter(filters, 'q', text))}
      />
      <KindChoice value={filters.kind} onChange={(kind) => onChange(withFilter(filters, 'kind', kind))} />
      <Choice<Manner>
        label={t('efficacySurvey.mannerLabel')}
        {...(filters.manner === undefined ? {} : { value: filters.manner })}
        options={[
          { value: '', label: t('efficacySurvey.everyManner') },
          ...manners.map((value) => ({ value, label: t(`efficacySurvey.manner.${value}`) })),
        ]}
        onChange={(manner) => onChange(withFilter(filters, 'manner', manner))}
      />
    </div>
  );
}

type TextColumn = Column<PublishedAnswer> & { readonly text: (one: PublishedAnswer) => string };

function useColumns(): readonly TextColumn[] {
  const { t } = useTranslation();
  const format = useFormat();
  const column = (
    key: string,
    title: string,
    text: (one: PublishedAnswer) => string,
    isNumber = false,
  ): TextColumn => ({ key, title, text, cell: text, isNumber });
  const mean = (value: number | null): string => value?.toFixed(2) ?? t('efficacySurvey.withheld');
  return [
    column('name', t('efficacySurvey.party'), ({ name, isRest }) =>
      isRest ? t('efficacySurvey.restOf', { name }) : name,
    ),
    column('kind', t('efficacySurvey.kindLabel'), ({ kind }) => t(`efficacySurvey.kind.${kind}`)),
    column('manner', t('efficacySurvey.mannerLabel'), ({ manner }) => t(`efficacySurvey.manner.${manner}`)),
    column('answers', t('efficacySurvey.counted'), ({ answers }) => format.number(answers), true),
    column(
      'identification',
      t('efficacySurvey.aspect.identification'),
      ({ identification }) => mean(identification),
      true,
    ),
    column(
      'satisfaction',
      t('efficacySurvey.aspect.satisfaction'),
      ({ satisfaction }) => mean(satisfaction),
      true,
    ),
  ];
}
