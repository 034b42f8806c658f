import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/problem.js';
import { type KeptFile, uploadFile } from '../../api/upload.js';
import { useFormat } from '../../i18n/use-format.js';
import { megabytesOf, receiptProblem, receiptTypes } from './receipt.model.js';

/** A receipt that the platform keeps already, with the name that it had here. */
export interface Receipt extends Pick<KeptFile, 'key' | 'sha256'> {
  readonly name: string;
}

interface ReceiptFieldProps {
  readonly id?: string;
  readonly value?: Receipt | undefined;
  readonly onChange?: (receipt: Receipt | undefined) => void;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean | 'true' | 'false';
}

/** Takes a file and sends it at once; how far it has come, and why it is not taken, stand beneath. */
export function ReceiptField({ value, onChange, ...field }: ReceiptFieldProps) {
  const { t } = useTranslation();
  const upload = useUpload(onChange);
  return (
    <div className="receipt-field">
      <input
        {...field}
        type="file"
        accept={receiptTypes.join(',')}
        onChange={(event) => upload.choose(event.target.files?.[0])}
      />
      <div role="status" aria-live="polite">
        {upload.share !== null && <Progress share={upload.share} />}
        {value !== undefined && (
          <p className="hint">{t('money.costPool.addItem.uploaded', { name: value.name })}</p>
        )}
      </div>
      {upload.problem !== null && (
        <p role="alert" className="field-error">
          {upload.problem}
        </p>
      )}
      {upload.again !== null && (
        <Button onClick={upload.again}>{t('money.costPool.addItem.retryUpload')}</Button>
      )}
    </div>
  );
}

function Progress({ share }: { readonly share: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = t('money.costPool.addItem.uploading', { share: format.share(share) });
  return (
    <>
      <progress value={share} max={1} aria-label={text} />
      <span> {text}</span>
    </>
  );
}

/** One upload at a time: a new choice ends the one before. */
function useUpload(onChange: ReceiptFieldProps['onChange']) {
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
      const kept = await uploadFile(file, { onProgress: setShare, signal: mine.signal });
      if (mine.signal.aborted) return;
      // The platform tells the kind by the first bytes, and takes kinds that are no receipt.
      if (receiptTypes.includes(kept.contentType))
        onChange?.({ key: kept.key, sha256: kept.sha256, name: file.name });
      else setProblem(t('money.costPool.addItem.receiptType'));
    } catch (error) {
      if (mine.signal.aborted) return;
      const isRefused = error instanceof ProblemError && error.problem.status < 500;
      setProblem(isRefused ? error.problem.detail : t('money.costPool.addItem.uploadFailed'));
      setFailed(isRefused ? null : file);
    }
    if (running.current === mine) setShare(null);
  };
  const choose = (file: File | undefined): void => {
    running.current?.abort();
    setShare(null);
    setFailed(null);
    onChange?.(undefined);
    const found = file === undefined ? null : receiptProblem(file);
    const size = number(megabytesOf(file?.size ?? 0));
    setProblem(found === null ? null : t(`money.costPool.addItem.${found}`, { size }));
    if (file !== undefined && found === null) void send(file);
  };
  return { share, problem, choose, again: failed === null ? null : () => choose(failed) };
}
