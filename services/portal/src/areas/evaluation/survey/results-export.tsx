import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { csvOf } from '../../../kit/csv.js';
import { FileButtons } from '../../../kit/file-buttons.js';
import { MenuFold } from '../../../kit/menu-fold.js';
import { saveFile } from '../../../kit/save-file.js';
import { exportRows, type ResultRow } from './survey-results.model.js';
import type { Survey } from './use-surveys.js';

interface ResultsExportProps {
  readonly survey: Survey;
  readonly rows: readonly ResultRow[];
}

/** What was published, as .csv and as a workbook. */
export function ResultsExport({ survey, rows }: ResultsExportProps) {
  const { t } = useTranslation();
  const save = (): void => {
    const head = [t('survey.questionLabel'), t('survey.option'), t('survey.count'), t('survey.mean')];
    const name = t('survey.exportName', { title: survey.activityTitle });
    saveFile(
      `${name}.csv`,
      new Blob([csvOf([head, ...exportRows(rows)])], { type: 'text/csv;charset=utf-8' }),
    );
  };
  return (
    <MenuFold label={t('common.export')}>
      <Button onClick={save}>{t('common.exportAs.csv')}</Button>
      <FileButtons
        files={[
          {
            label: t('common.exportAs.xlsx'),
            path: `/api/v1/surveys/${survey.id}/results/file?format=xlsx`,
            name: `${t('survey.exportName', { title: survey.activityTitle })}.xlsx`,
          },
        ]}
        refused={t('survey.exportFailed')}
      />
    </MenuFold>
  );
}
