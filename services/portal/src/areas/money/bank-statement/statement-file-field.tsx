import { useTranslation } from 'react-i18next';
import { UploadStatus } from '../../../kit/upload-status.js';
import { type FileFieldProps, useUpload } from '../../../kit/use-upload.js';
import { statementKind } from './bank-statement.model.js';

/** Uploads the file of a bank as soon as it is chosen. */
export function StatementFileField({ value, onChange, ...field }: FileFieldProps) {
  const { t } = useTranslation();
  const upload = useUpload({ kind: statementKind, wrongType: t('settling.bank.fileType'), onChange });
  return (
    <div className="file-field">
      <input
        {...field}
        type="file"
        accept=".csv,.txt,text/csv"
        onChange={(event) => upload.choose(event.target.files?.[0])}
      />
      <UploadStatus upload={upload} name={value?.name} />
    </div>
  );
}
