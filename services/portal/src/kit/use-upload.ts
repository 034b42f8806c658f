import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem.js';
import { type KeptFile, uploadFile } from '../api/upload.js';
import { useFormat } from '../i18n/use-format.js';
import { type FileKind, fileProblem, megabytesOf } from './upload.model.js';

/** A file that the platform keeps already, with the name that it had here. */
export interface UploadedFile extends Pick<KeptFile, 'key' | 'sha256'> {
  readonly name: string;
  /** Of a picture that was made of it, see `FileKind`. */
  readonly pictureKey?: string;
}

/** What a field for a file gets from its form. */
export interface FileFieldProps {
  readonly id?: string;
  readonly value?: UploadedFile | undefined;
  readonly onChange?: (file: UploadedFile | undefined) => void;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean | 'true' | 'false';
}

interface UploadOptions {
  readonly kind: FileKind;
  /** What is said of a file of another kind. */
  readonly wrongType: string;
  readonly onChange: FileFieldProps['onChange'];
}

export type Upload = ReturnType<typeof useUpload>;

/** One upload at a time: a new choice ends the one before. */
export function useUpload({ kind, wrongType, onChange }: UploadOptions) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const running = useRef<AbortController | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [failed, setFailed] = useState<File | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const send = async (file: File): Promise<void> => {
    const mine = new AbortController();
    running.current = mine;
    setShare(0);
    try {
      const sent = await sendFile(file, kind, { onProgress: setShare, signal: mine.signal });
      if (mine.signal.aborted) return;
      if (sent === null) setProblem(wrongType);
      else onChange?.(sent);
    } catch (error) {
      if (mine.signal.aborted) return;
      const isRefused = error instanceof ProblemError && error.problem.status < 500;
      setProblem(isRefused ? error.problem.detail : t('upload.failed'));
      setFailed(isRefused ? null : file);
    }
    if (running.current === mine) setShare(null);
  };
  const choose = (file: File | undefined): void => {
    running.current?.abort();
    setShare(null);
    setFailed(null);
    onChange?.(undefined);
    const found = file === undefined ? null : fileProblem(file, kind);
    const texts = {
      type: wrongType,
      empty: t('upload.empty'),
      size: t('upload.size', { size: number(megabytesOf(file?.size ?? 0)) }),
    };
    setProblem(found === null ? null : texts[found]);
    if (file !== undefined && found === null) void send(file);
  };
  return { share, problem, choose, again: failed === null ? null : () => choose(failed) };
}

/** Sends a file, and after it the picture that is made of it. @returns null where it is of another type than it should be */
async function sendFile(
  file: File,
  { contentTypes, pictureOf }: FileKind,
  options: Parameters<typeof uploadFile>[1],
): Promise<UploadedFile | null> {
  const { key, sha256, contentType } = await uploadFile(file, options);
  if (!contentTypes.includes(contentType)) return null;
  const sent = { key, sha256, name: file.name };
  const picture = (await pictureOf?.(file)) ?? null;
  if (picture === null || options.signal.aborted) return sent;
  const { key: pictureKey } = await uploadFile(picture, { ...options, onProgress: () => undefined });
  return { ...sent, pictureKey };
}
