import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type UploadedFile, useUpload } from '../../../kit/use-upload.js';
import { pictureKind } from '../../../kit/picture-kind.model.js';
import { useAddAlbumPicture } from './use-album.js';

interface SendingLineProps {
  readonly activityId: string;
  readonly file: File;
  /** Those before it are done: pictures go one after the other, so that a phone's network carries one at a time. */
  readonly isItsTurn: boolean;
  readonly onDone: (isAdded: boolean) => void;
}

/** One of several pictures on its way: sent, made anew, added, or why not. */
export function SendingLine({ activityId, file, isItsTurn, onDone }: SendingLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const add = useAddAlbumPicture(activityId);
  const begun = useRef(false);
  const told = useRef(false);
  const tell = (isAdded: boolean): void => {
    if (told.current) return;
    told.current = true;
    onDone(isAdded);
  };
  const keep = (kept: UploadedFile | undefined): void => {
    if (kept === undefined) return;
    const body = { fileKey: kept.key, consent: true };
    add.mutate(body, { onSuccess: () => tell(true), onError: () => tell(false) });
  };
  const upload = useUpload({ kind: pictureKind, wrongType: t('album.notSupported'), onChange: keep });
  const { choose, problem, share } = upload;
  useEffect(() => {
    if (!isItsTurn || begun.current) return;
    begun.current = true;
    choose(file);
  });
  useEffect(() => {
    if (problem !== null) tell(false);
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

/** What the platform says of it; a network that fails says nothing that helps. */
function reasonOf(error: unknown, other: string): string {
  return error instanceof ProblemError ? error.problem.detail : other;
}
