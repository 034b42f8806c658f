import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem.js';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type UploadedFile, useUpload } from '../../../kit/use-upload.js';
import { pictureKind } from '../../../kit/picture-kind.model.js';

interface SendingLineProps {
  readonly activityId: string;
  readonly file: File;
  /** Those before it are done: pictures are sent one after the other, so that a phone's network carries one at a time. */
  readonly isItsTurn: boolean;
  readonly onDone: (isAdded: boolean) => void;
}

/** One of several pictures on its way: uploaded, converted, added, or why not. */
export function SendingLine({ activityId, file, isItsTurn, onDone }: SendingLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const add = useCommand('albumPicture', 'post', '/activities/{activityId}/album-pictures');
  const begun = useRef(false);
  const isReported = useRef(false);
  const report = (isAdded: boolean): void => {
    if (isReported.current) return;
    isReported.current = true;
    onDone(isAdded);
  };
  const addUploaded = (uploaded: UploadedFile | undefined): void => {
    if (uploaded === undefined) return;
    const body = { fileKey: uploaded.key, consent: true };
    add.mutate({ activityId, body }, { onSuccess: () => report(true), onError: () => report(false) });
  };
  const upload = useUpload({ kind: pictureKind, wrongType: t('album.notSupported'), onChange: addUploaded });
  const { choose, problem, share } = upload;
  useEffect(() => {
    if (!isItsTurn || begun.current) return;
    begun.current = true;
    choose(file);
  });
  useEffect(() => {
    if (problem !== null) report(false);
  });
  const failure = problem ?? (add.isError ? reasonOf(add.error, t('album.tryAgain')) : null);
  const says = (): string => {
    if (failure !== null) return t('album.failed', { reason: failure });
    if (add.isSuccess) return t('album.sent');
    if (add.isPending) return t('album.making');
    return share === null ? t('album.queued') : t('album.sending', { share: format.share(share) });
  };
  return (
    <li>
      <span className="file-name">{file.name}</span>
      {share !== null && <progress value={share} max={1} aria-label={file.name} />}
      <span className={failure === null ? 'hint' : 'field-error'}>{says()}</span>
    </li>
  );
}

/** The platform's words where it refuses; an error of the network would not help the reader. */
function reasonOf(error: unknown, other: string): string {
  return error instanceof ProblemError ? error.problem.detail : other;
}
