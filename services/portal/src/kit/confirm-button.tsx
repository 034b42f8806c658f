import { Button, type ButtonProps } from 'antd';
import { type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmButtonProps extends Omit<ButtonProps, 'onClick'> {
  /** What is about to happen, and whether it can be taken back. */
  readonly question: ReactNode;
  /** Names the act, such as “Cancel it”; never just “OK”. */
  readonly confirmText: string;
  readonly onConfirm: () => void;
}

/** Asks once before an act that destroys or binds. The browser's own dialog: modal, closed by Escape, without weight. */
export function ConfirmButton({ question, confirmText, onConfirm, ...button }: ConfirmButtonProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const confirm = (): void => {
    dialog.current?.close();
    onConfirm();
  };
  return (
    <>
      <Button {...button} onClick={() => dialog.current?.showModal()} />
      <dialog ref={dialog} className="confirm" aria-labelledby={id}>
        <div id={id} className="confirm-question">
          {question}
        </div>
        <div className="actions">
          <Button onClick={() => dialog.current?.close()}>{t('common.keepAsIs')}</Button>
          <Button type="primary" danger={button.danger ?? false} onClick={confirm}>
            {confirmText}
          </Button>
        </div>
      </dialog>
    </>
  );
}
