import '../../../kit/styles/figure-tiles.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Column } from '../../../kit/data-table.js';
import { DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import type { CourseFigures, UnionFigures } from './course.model.js';

const counts = ['begun', 'passed', 'failed'] as const;

/** How many have begun and passed a course, in all and by union. */
export function CourseFiguresPage() {
  const { courseId = '' } = useParams();
  const query = useRead('course', '/courses/{courseId}/figures', { courseId });
  return <Loaded query={query}>{(figures) => <Figures courseId={courseId} figures={figures} />}</Loaded>;
}

interface FiguresProps {
  readonly courseId: string;
  readonly figures: CourseFigures;
}

function Figures({ courseId, figures }: FiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: course } = useRead('course', '/courses/{courseId}', { courseId });
  const title = course === undefined ? t('course.figures') : t('course.figuresOf', { title: course.title });
  const { unions } = figures;
  const columns = useColumns();
  const exportColumns = useExportColumns();
  return (
    <>
      <PageHead title={title} back={`/courses/${courseId}`}>
        {unions.length > 0 && (
          <ExportButton
            fileName={title}
            columns={exportColumns}
            fetchPage={() => Promise.resolve({ items: unions, nextCursor: null })}
          />
        )}
      </PageHead>
      <dl className="figure-tiles">
        {counts.map((name) => (
          <div key={name}>
            <dt>{t(`course.figure.${name}`)}</dt>
            <dd>{format.number(figures[name])}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{t('course.figuresHint')}</p>
      {unions.length === 0 ? (
        <EmptyState text={t('course.noFigures')} />
      ) : (
        <DataTable
          caption={t('course.byUnion')}
          columns={columns}
          rows={unions}
          rowKey={({ unionId }) => unionId ?? ''}
        />
      )}
    </>
  );
}

function useNameOf(): (figures: UnionFigures) => string {
  const { t } = useTranslation();
  return ({ unionName }) => unionName ?? t('course.noUnion');
}

function useColumns(): readonly Column<UnionFigures>[] {
  const { t } = useTranslation();
  const { number } = useFormat();
  return [
    { key: 'union', title: t('course.ofUnion'), cell: useNameOf() },
    ...counts.map((key): Column<UnionFigures> => ({
      key,
      title: t(`course.figure.${key}`),
      isNumber: true,
      cell: (line) => number(line[key]),
    })),
  ];
}

function useExportColumns(): readonly ExportColumn<UnionFigures>[] {
  const { t } = useTranslation();
  return [
    { title: t('course.ofUnion'), text: useNameOf() },
    ...counts.map((key): ExportColumn<UnionFigures> => ({
      title: t(`course.figure.${key}`),
      text: (line) => String(line[key]),
      kind: 'count',
    })),
  ];
}
