import '../../kit/styles/upload.css';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../kit/choice.js';
import { PageHead } from '../../kit/page-head.js';
import { LoadingState, Refusal } from '../../kit/states.js';
import { type RecordKind, recordKinds } from './record.model.js';
import { importRowsMax } from './import-rows.model.js';
import { ImportedRows } from './imported-rows.js';
import { TemplateButton } from './template-button.js';
import { useRecordImport } from './use-record-import.js';

/** Records of many members from a table: a template, what each row would do, and one act for those that are right. */
export function ImportRecordsPage() {
  const { t } = useTranslation();
  const [kind, setKind] = useState<RecordKind>('honour');
  const { problem, file, check, enter, forget } = useRecordImport();
  if (file !== null)
    return (
      <>
        <PageHead title={t('recordImport.title')} back="/records">
          <Button onClick={forget}>{t('recordImport.another')}</Button>
        </PageHead>
        <ImportedRows file={file} enter={enter} />
      </>
    );
  return (
    <>
      <PageHead title={t('recordImport.title')} back="/records" />
      <p className="hint">{t('recordImport.hint')}</p>
      <section className="card">
        <label htmlFor="import-kind">{t('recordImport.kind')}</label>
        <Choice<RecordKind>
          id="import-kind"
          value={kind}
          options={recordKinds.map((value) => ({ value, label: t(`personRecord.kind.${value}`) }))}
          onChange={(chosen) => setKind(chosen ?? kind)}
        />
        <div className="actions">
          <TemplateButton kind={kind} />
        </div>
        <div className="file-field">
          <label htmlFor="import-file">{t('recordImport.fileLabel')}</label>
          <input
            id="import-file"
            type="file"
            accept=".xlsx,.csv"
            disabled={check.isPending}
            aria-describedby="import-file-hint"
            onChange={({ target }) => {
              const chosen = target.files?.[0];
              if (chosen !== undefined) check.mutate({ chosen, kind });
              // The same file may be chosen again once it is mended.
              target.value = '';
            }}
          />
          <p id="import-file-hint" className="hint">
            {t('recordImport.fileHint', { max: importRowsMax })}
          </p>
        </div>
      </section>
      {check.isPending && (
        <>
          <p role="status">{t('recordImport.reading')}</p>
          <LoadingState rows={2} />
        </>
      )}
      {problem !== null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="notice"
          title={
            problem.code === 'noColumns'
              ? t('recordImport.noColumns', {
                  columns: problem.missing
                    .map((column) => t(`recordImport.column.${column}`))
                    .join(t('common.separator')),
                })
              : t(`recordImport.${problem.code}`, { max: importRowsMax })
          }
        />
      )}
      {check.isError && <Refusal title={t('recordImport.failed')} error={check.error} />}
    </>
  );
}
