import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { request } from '../../../api/request.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { ListItems } from '../../../kit/list-page.js';
import type { BulkCommand } from '../../../kit/use-bulk.js';
import { useAnswerText } from './answers.js';
import {
  type Assignment,
  type AssignmentPartLine,
  type PartFilter,
  partFilterOf,
  partFilters,
  partStates,
  queryOf,
} from './assignment.model.js';
import { PartTags } from './part-tags.js';

/** The unions of an assignment, those that owe something first; what they returned as a file. */
export function PartList({ assignment }: { readonly assignment: Assignment }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filter = partFilterOf(search);
  const { id: assignmentId, title, kind } = assignment;
  const list = useList('assignment', '/assignments/{assignmentId}/parts', {
    assignmentId,
    ...queryOf(filter),
  });
  const columns = useExportColumns(assignment);
  const accept = useAccept();
  const label = (value: PartFilter): string =>
    value === 'late' || value === 'delayAsked'
      ? t(`assignment.show.${value}`)
      : t(`assignment.partState.${value}`);
  const offered = kind === 'task' ? partFilters : partFilters.filter((one) => !isOfTask(one));
  return (
    <section aria-labelledby="parts-title">
      <h2 id="parts-title">{t('assignment.parts')}</h2>
      <div className="list-filters">
        <Choice<PartFilter>
          label={t('assignment.show.label')}
          {...(filter === undefined ? {} : { value: filter })}
          options={[
            { value: '', label: t('assignment.show.all') },
            ...offered.map((value) => ({ value, label: label(value) })),
          ]}
          onChange={(chosen) => setSearch(chosen === undefined ? {} : { show: chosen })}
        />
        <ExportButton fileName={title} columns={columns} fetchPage={list.fetchPage} />
      </div>
      <ListItems
        title={t('assignment.parts')}
        list={list}
        empty={{ text: t('assignment.noParts') }}
        table={{
          columns: useColumns(),
          rowKey: ({ id }) => id,
          rowName: ({ unionName }) => unionName,
        }}
        commands={kind === 'task' ? [accept] : []}
      />
    </section>
  );
}

/** What only a task has. */
function isOfTask(filter: PartFilter): boolean {
  return filter === 'delayAsked' || partStates.indexOf(filter as 'read') > 1;
}

function useColumns(): readonly Column<AssignmentPartLine>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'union',
      title: t('assignment.receiver'),
      cell: ({ id, unionName }) => <Link to={`/assignment-parts/${id}`}>{unionName}</Link>,
    },
    { key: 'state', title: t('assignment.stateLabel'), cell: (part) => <PartTags part={part} /> },
    { key: 'due', title: t('assignment.dueOn'), cell: ({ dueOn }) => format.date(dueOn) },
    {
      key: 'returned',
      title: t('assignment.returnedAt'),
      cell: ({ returnedAt }) => (returnedAt === null ? '' : format.instant(returnedAt)),
    },
  ];
}

function useExportColumns({ questions }: Assignment): readonly ExportColumn<AssignmentPartLine>[] {
  const { t } = useTranslation();
  const answerText = useAnswerText();
  return [
    { title: t('assignment.receiver'), text: ({ unionName }) => unionName },
    { title: t('assignment.stateLabel'), text: ({ state }) => t(`assignment.partState.${state}`) },
    { title: t('assignment.dueOn'), text: ({ dueOn }) => dueOn, kind: 'day' },
    { title: t('assignment.returnedAt'), text: ({ returnedAt }) => returnedAt ?? '', kind: 'instant' },
    ...questions.map((question): ExportColumn<AssignmentPartLine> =>
      question.kind === 'number'
        ? { title: question.title, text: ({ answers }) => numberText(answers?.[question.id]), kind: 'count' }
        : { title: question.title, text: ({ answers }) => answerText(question, answers?.[question.id]) },
    ),
  ];
}

function numberText(value: unknown): string {
  return typeof value === 'number' ? String(value) : '';
}

function useAccept(): BulkCommand<AssignmentPartLine> {
  const { t } = useTranslation();
  return {
    key: 'accept',
    text: t('assignment.accept'),
    question: (count) => t('assignment.acceptQuestion', { count }),
    mayRun: ({ state }) => state === 'returned',
    run: ({ id: partId, version }, key) =>
      request('post', '/assignment-parts/{partId}/accept', { partId, version }, { key }),
    touches: 'assignment',
  };
}
