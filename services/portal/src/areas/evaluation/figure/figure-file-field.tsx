import { useTranslation } from 'react-i18next';
import type { FileKind } from '../../../kit/upload.model.js';
import { UploadStatus } from '../../../kit/upload-status.js';
import { type FileFieldProps, useUpload } from '../../../kit/use-upload.js';

/** Recognised by its name before it is sent: browsers do not agree on the type of .csv. */
const figureKind: FileKind = {
  isLike: ({ name }) => /\.(csv|xlsx)$/i.test(name),
  contentTypes: ['text/csv', 'application/zip'],
};

/** Takes a table of figures and sends it at once. */
export function FigureFileField({ value, onChange, ...field }: FileFieldProps) {
  const { t } = useTranslation();
  const upload = useUpload({ kind: figureKind, wrongType: t('figure.fileType'), onChange });
  return (
    <div className="file-field">
      <input
        {...field}
        type="file"
        accept=".csv,.xlsx"
        onChange={(event) => upload.choose(event.target.files?.[0])}
      />
      <UploadStatus upload={upload} name={value?.name} />
    </div>
  );
}
