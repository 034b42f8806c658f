import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../kit/save-file.js';
import { honourLevels, insurancePayers, type RecordKind, recordKinds, recordPosts } from './record.model.js';
import { type ImportColumn, templateColumns } from './import-rows.model.js';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const day = '2026-03-01';
const lastDay = '2027-02-28';
/** What is no word. The phone belongs to nobody. */
const plainExamples: Readonly<Partial<Record<ImportColumn, string>>> = {
  identity: '13800000000',
  year: '2026',
  from: day,
  to: lastDay,
  hours: '36',
  issuedOn: day,
  validUntil: lastDay,
  number: 'A20260001',
};

/** Saves a table to be filled in with records of a kind. */
export function TemplateButton({ kind }: { readonly kind: RecordKind }) {
  const { t } = useTranslation();
  const values: Readonly<Partial<Record<ImportColumn, readonly string[]>>> = {
    kind: recordKinds.map((one) => t(`personRecord.kind.${one}`)),
    honourLevel: honourLevels.map((one) => t(`personRecord.honourLevel.${one}`)),
    post: recordPosts.map((one) => t(`personRecord.post.${one}`)),
    payer: insurancePayers.map((one) => t(`personRecord.payer.${one}`)),
  };
  const exampleOf = (column: ImportColumn): string => {
    if (column === 'kind') return t(`personRecord.kind.${kind}`);
    const word = wordExamples.find((one) => one === column);
    return word === undefined
      ? (plainExamples[column] ?? values[column]?.[0] ?? '')
      : t(`recordImport.example.${word}`);
  };
  const save = async (): Promise<void> => {
    const { templateWorkbook } = await import('../../kit/template-workbook.js');
    const name = t('recordImport.templateName', { kind: t(`personRecord.kind.${kind}`) });
    const bytes = await templateWorkbook({
      sheet: t(`personRecord.kind.${kind}`),
      columns: templateColumns(kind).map((column) => {
        const offered = values[column];
        return {
          title: t(`recordImport.column.${column}`),
          example: exampleOf(column),
          ...(offered === undefined ? {} : { values: offered }),
        };
      }),
    });
    saveFile(`${name}.xlsx`, new Blob([bytes as BlobPart], { type: workbookType }));
  };
  return <Button onClick={() => void save()}>{t('recordImport.template')}</Button>;
}

const wordExamples = ['name', 'title', 'skillLevel', 'result', 'issuer'] as const;
