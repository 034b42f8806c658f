import './styles/larger-picture.css';
import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';

interface LargerPictureProps {
  /** Names the button that opens it, for those who do not see it. */
  readonly open: string;
  /** Names what is opened. */
  readonly name: string;
  /** Text of the button that closes it. */
  readonly shut: string;
  readonly small: ReactNode;
  /** Asked for once it is opened. */
  readonly large: ReactNode;
}

/** A small picture that opens the large one: in the browser's own dialog, closed by Escape or its button. */
export function LargerPicture({ open, name, shut, small, large }: LargerPictureProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const show = (): void => {
    setIsOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" className="picture-open" onClick={show} aria-label={open}>
        {small}
      </button>
      <dialog
        ref={dialog}
        className="confirm picture-large"
        aria-label={name}
        onClose={() => setIsOpen(false)}
      >
        {isOpen && large}
        <div className="actions">
          <Button onClick={() => dialog.current?.close()}>{shut}</Button>
        </div>
      </dialog>
    </>
  );
}
