import { useTranslation } from 'react-i18next';
import { UploadStatus } from './upload-status.js';
import { type FileFieldProps, useUpload } from './use-upload.js';
import { accepted, attachmentKind } from './attachment-kind.model.js';

/** Takes a file and sends it at once; how far it has come, and why it is not taken, stand beneath. */
export function AttachmentField({ value, onChange, ...field }: FileFieldProps) {
  const { t } = useTranslation();
  const upload = useUpload({ kind: attachmentKind, wrongType: t('attachment.wrongType'), onChange });
  return (
    <div className="file-field">
      <input
        {...field}
        type="file"
        accept={accepted}
        onChange={(event) => upload.choose(event.target.files?.[0])}
      />
      <UploadStatus upload={upload} name={value?.name} />
    </div>
  );
}
