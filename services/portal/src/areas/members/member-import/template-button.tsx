import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../../kit/save-file.js';
import { type RosterField, rosterFields } from './roster.model.js';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type WordField = 'name' | 'employmentKind' | 'sex';
/** The number is that of the standard, which belongs to nobody. */
const exampleOf: Readonly<Partial<Record<RosterField, string>>> = {
  residentNumber: '11010519491231002X',
  phone: '13800000000',
  union: '',
  validFrom: '2021-05-01',
};

/** Saves a roster to be filled in. */
export function TemplateButton() {
  const { t } = useTranslation();
  const save = async (): Promise<void> => {
    const { templateWorkbook } = await import('../../../kit/template-workbook.js');
    const values = {
      employmentKind: t('roster.templateKinds').split('|'),
      sex: t('roster.templateSexes').split('|'),
    } as const;
    const bytes = await templateWorkbook({
      sheet: t('roster.templateName'),
      columns: rosterFields.map((field) => ({
        title: t(`roster.templateColumns.${field}`),
        example: exampleOf[field] ?? t(`roster.templateExample.${field as WordField}`),
        ...(field === 'employmentKind' || field === 'sex' ? { values: values[field] } : {}),
      })),
    });
    saveFile(`${t('roster.templateName')}.xlsx`, new Blob([bytes as BlobPart], { type: workbookType }));
  };
  return <Button onClick={() => void save()}>{t('roster.template')}</Button>;
}
