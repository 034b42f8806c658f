import './styles/upload.css';
import type { DragEvent } from 'react';

interface ChooseFilesProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** As the attribute of the browser has it. */
  readonly accept: string;
  readonly isDisabled?: boolean;
  readonly onChoose: (files: readonly File[]) => void;
}

/** Takes several files at once: chosen, taken by the camera of a phone, or dropped. What becomes of them is up to the caller. */
export function ChooseFiles({ id, label, hint, accept, isDisabled = false, onChoose }: ChooseFilesProps) {
  const choose = (files: FileList | null): void => {
    if (!isDisabled && files !== null && files.length > 0) onChoose([...files]);
  };
  const drop = (event: DragEvent): void => {
    // Without this the browser leaves the page and shows the file.
    event.preventDefault();
    choose(event.dataTransfer.files);
  };
  return (
    <div className="file-field choose-files" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        multiple
        accept={accept}
        disabled={isDisabled}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          choose(event.target.files);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
    </div>
  );
}
