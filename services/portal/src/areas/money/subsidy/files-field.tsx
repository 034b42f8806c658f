import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { UploadStatus } from '../../../kit/upload-status.js';
import { type FileFieldProps, type UploadedFile, useUpload } from '../../../kit/use-upload.js';
import { receiptKind } from '../../../kit/receipt.model.js';

const filesMax = 10;

interface FilesFieldProps {
  readonly id?: string;
  readonly value?: readonly UploadedFile[];
  readonly onChange?: (files: readonly UploadedFile[]) => void;
}

/** Up to ten files; each is uploaded as soon as it is chosen. */
export function FilesField({ id, value = [], onChange }: FilesFieldProps) {
  const { t } = useTranslation();
  return (
    <div className="file-field">
      <ul className="plain-list">
        {value.map((file) => (
          <li key={file.key} className="line-head">
            <span>{file.name}</span>
            <Button onClick={() => onChange?.(value.filter(({ key }) => key !== file.key))}>
              {t('subsidy.remove', { name: file.name })}
            </Button>
          </li>
        ))}
      </ul>
      {value.length < filesMax && (
        <OneFile
          key={value.length}
          {...(id === undefined ? {} : { id })}
          onChange={(file) => file !== undefined && onChange?.([...value, file])}
        />
      )}
    </div>
  );
}

/** Uploads one file as soon as it is chosen. */
export function OneFile({ value, onChange, ...field }: FileFieldProps) {
  const { t } = useTranslation();
  const upload = useUpload({ kind: receiptKind, wrongType: t('subsidy.fileType'), onChange });
  return (
    <>
      <input
        {...field}
        type="file"
        accept={receiptKind.contentTypes.join(',')}
        onChange={(event) => upload.choose(event.target.files?.[0])}
      />
      <UploadStatus upload={upload} name={value?.name} />
    </>
  );
}
