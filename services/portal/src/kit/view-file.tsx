import './styles/larger-picture.css';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../api/download.js';
import { saveFile } from './save-file.js';
import { Refusal } from './states.js';

interface ViewFileProps {
  /** Of the interface: where its file is. */
  readonly path: string;
  /** What the file is called where the platform does not say. */
  readonly name: string;
  /** Names the file to those who hear the buttons. */
  readonly about: string;
  /** What stands above a refusal. */
  readonly refused: string;
}

interface Shown {
  readonly address: string;
  readonly isPicture: boolean;
  readonly isOpened: boolean;
}

type Use = 'view' | 'save';

/**
 * Shows a file without saving it: a picture in the page, a PDF in a tab of its own, where the browser has a reader for it.
 * It is fetched in the name of whoever is signed in, which a plain link could not do, and only when asked for.
 */
export function ViewFile({ path, name, about, refused }: ViewFileProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useShown();
  const fetchFile = useMutation({
    mutationFn: (_use: Use) => download(path),
    onSuccess: ({ content, name: given }, use) => {
      if (use === 'save' || !isShowable(content)) return saveFile(given ?? name, content);
      const address = URL.createObjectURL(content);
      const isPicture = !isPdf(content);
      if (isPicture) dialog.current?.showModal();
      // A browser that stops the new tab returns null; then the address is offered as a link.
      const isOpened = !isPicture && window.open(address, '_blank') !== null;
      setShown({ address, isPicture, isOpened });
    },
  });
  const button = (use: Use, text: string) => (
    <Button
      type="link"
      className="view-file"
      loading={fetchFile.isPending && fetchFile.variables === use}
      aria-label={`${text} ${about}`}
      onClick={() => fetchFile.mutate(use)}
    >
      {text}
    </Button>
  );
  return (
    <>
      {button('view', t('common.viewFile'))}
      {button('save', t('common.downloadFile'))}
      {shown !== null && !shown.isPicture && !shown.isOpened && (
        <a href={shown.address} target="_blank" rel="noreferrer">
          {t('common.openInTab')}
        </a>
      )}
      <dialog
        ref={dialog}
        className="confirm picture-large"
        aria-label={about}
        onClose={() => setShown(null)}
      >
        {shown?.isPicture === true && <img src={shown.address} alt={about} />}
        <div className="actions">
          <Button onClick={() => dialog.current?.close()}>{t('common.closeView')}</Button>
        </div>
      </dialog>
      {fetchFile.isError && <Refusal title={refused} error={fetchFile.error} />}
    </>
  );
}

const isPdf = ({ type }: Blob): boolean => type.startsWith('application/pdf');

/** Nothing else is opened: a page of somebody's making would run under our own address. */
const isShowable = (content: Blob): boolean =>
  isPdf(content) || /^image\/(png|jpeg|webp)\b/.test(content.type);

/** What is shown, with its address taken back once something else is shown or the page is left. */
function useShown() {
  const state = useState<Shown | null>(null);
  const [shown] = state;
  const address = shown?.address;
  useEffect(() => {
    if (address === undefined) return undefined;
    return () => URL.revokeObjectURL(address);
  }, [address]);
  return state;
}
