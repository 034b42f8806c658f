import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/problem.js';
import { uploadFile } from '../../api/upload.js';
import { useFormat } from '../../i18n/use-format.js';
import { fileProblem, megabytesOf } from './roster.model.js';

/** A roster that the platform keeps already, with the name that it had here. */
export interface RosterFile {
  readonly key: string;
  readonly name: string;
}

const rosterType = 'text/csv';

/** One upload at a time: a new choice ends the one before. */
export function useUpload(onChange: ((file: RosterFile | undefined) => void) | undefined) {
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
      const { key, contentType } = await uploadFile(file, { onProgress: setShare, signal: mine.signal });
      if (mine.signal.aborted) return;
      // The platform tells the kind by the first bytes, whatever the name says.
      if (contentType === rosterType) onChange?.({ key, name: file.name });
      else setProblem(t('roster.fileType'));
    } catch (error) {
      if (mine.signal.aborted) return;
      const isRefused = error instanceof ProblemError && error.problem.status < 500;
      setProblem(isRefused ? error.problem.detail : t('roster.uploadFailed'));
      setFailed(isRefused ? null : file);
    }
    if (running.current === mine) setShare(null);
  };
  const choose = (file: File | undefined): void => {
    running.current?.abort();
    setShare(null);
    setFailed(null);
    onChange?.(undefined);
    const found = file === undefined ? null : fileProblem(file);
    const size = number(megabytesOf(file?.size ?? 0));
    setProblem(found === null ? null : t(`roster.${found}`, { size }));
    if (file !== undefined && found === null) void send(file);
  };
  return { share, problem, choose, again: failed === null ? null : () => choose(failed) };
}
