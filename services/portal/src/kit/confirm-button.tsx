import { Button, type ButtonProps } from 'antd';
import { type ReactNode, type RefObject, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmButtonProps extends Omit<ButtonProps, 'onClick'> {
  /** What is about to happen, and whether it can be taken back. */
  readonly question: ReactNode;
  /** Names the act, such as “Cancel it”; never just “OK”. */
  readonly confirmText: string;
  readonly onConfirm: () => void;
}

/** Asks once before an act that destroys or binds. */
export function ConfirmButton({ question, confirmText, onConfirm, ...button }: ConfirmButtonProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button {...button} onClick={() => dialog.current?.showModal()} />
      <ConfirmDialog
        dialog={dialog}
        question={question}
        text={confirmText}
        danger={button.danger ?? false}
        onConfirm={onConfirm}
      />
    </>
  );
}

interface ConfirmDialogProps {
  /** Opened by `showModal`. */
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly question: ReactNode;
  readonly text: string;
  readonly danger: boolean;
  readonly onConfirm: () => void;
}

/** The browser's own dialog: modal, closed by Escape, without weight. */
export function ConfirmDialog({ dialog, question, text, danger, onConfirm }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const confirm = (): void => {
    dialog.current?.close();
    onConfirm();
  };
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={id}>
      <div id={id} className="confirm-question">
        {question}
      </div>
      <div className="actions">
        <Button onClick={() => dialog.current?.close()}>{t('common.keepAsIs')}</Button>
        <Button type="primary" danger={danger} onClick={confirm}>
          {text}
        </Button>
      </div>
    </dialog>
  );
}
