import { useTranslation } from 'react-i18next';
import { UploadStatus } from './upload-status.js';
import { type FileFieldProps, useUpload } from './use-upload.js';
import { pictureKind } from './picture-kind.model.js';

/** Takes a picture and sends it at once; how far it has come, and why it is not taken, stand beneath. */
export function PictureField({ value, onChange, ...field }: FileFieldProps) {
  const { t } = useTranslation();
  const upload = useUpload({ kind: pictureKind, wrongType: t('picture.wrongType'), onChange });
  return (
    <div className="file-field">
      <input
        {...field}
        type="file"
        accept={pictureKind.contentTypes.join(',')}
        onChange={(event) => upload.choose(event.target.files?.[0])}
      />
      <UploadStatus upload={upload} name={value?.name} />
    </div>
  );
}
