import { UploadStatus } from './upload-status.js';
import type { FileKind } from './upload.model.js';
import { type FileFieldProps, useUpload } from './use-upload.js';

interface Props extends FileFieldProps {
  readonly kind: FileKind;
  /** What is said of a file of another kind. */
  readonly wrongType: string;
}

/** Takes a file and sends it at once; how far it has come, and why it is not taken, stand beneath. */
export function FileField({ kind, wrongType, value, onChange, ...field }: Props) {
  const upload = useUpload({ kind, wrongType, onChange });
  return (
    <div className="file-field">
      <input
        {...field}
        type="file"
        accept={kind.contentTypes.join(',')}
        onChange={(event) => upload.choose(event.target.files?.[0])}
      />
      <UploadStatus upload={upload} name={value?.name} />
    </div>
  );
}
