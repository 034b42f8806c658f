import { SearchOutlined } from '@ant-design/icons';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { lazyPart } from '../kit/lazy-part.js';

const FindAnything = lazyPart('FindAnything', () => import('../areas/home/find/find-anything.js'), {
  rows: 3,
  texts: ['finder', 'services'],
});

/** Opens the search over everything, also by Ctrl-K (⌘K) from wherever one is. */
export function FindButton() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const open = (): void => {
    setIsOpen(true);
    if (dialog.current?.open === false) dialog.current.showModal();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => dialog.current?.close(), [pathname]);
  return (
    <>
      <button type="button" className="find-button" aria-keyshortcuts="Control+K Meta+K" onClick={open}>
        <SearchOutlined aria-hidden />
        <span>{t('app.find')}</span>
        <kbd aria-hidden>{t('app.findKeys')}</kbd>
      </button>
      <dialog
        ref={dialog}
        className="find-dialog"
        aria-label={t('app.find')}
        onClose={() => setIsOpen(false)}
        onClick={({ target, currentTarget }) => {
          if (target === currentTarget) currentTarget.close();
        }}
      >
        {isOpen && <FindAnything onDone={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}
