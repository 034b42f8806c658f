import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AlbumImage } from './album-image.js';
import type { AlbumPicture } from './use-album.js';

interface LargerPictureProps {
  readonly activityId: string;
  readonly picture: AlbumPicture;
  /** Its place in the list, from 1. */
  readonly number: number;
}

/** A small picture that opens the large one: in the browser's own dialog, closed by Escape or its button. */
export function LargerPicture({ activityId, picture, number }: LargerPictureProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const open = (): void => {
    setIsOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" className="album-open" onClick={open} aria-label={t('album.larger', { number })}>
        <AlbumImage activityId={activityId} picture={picture} width="320" />
      </button>
      <dialog
        ref={dialog}
        className="confirm album-large"
        aria-label={picture.caption ?? t('album.unnamed')}
        onClose={() => setIsOpen(false)}
      >
        {isOpen && <AlbumImage activityId={activityId} picture={picture} width="1600" />}
        <div className="actions">
          <Button onClick={() => dialog.current?.close()}>{t('album.shut')}</Button>
        </div>
      </dialog>
    </>
  );
}
