import { Button } from 'antd';
import { useState } from 'react';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly doneText: string;
  /** What to do by hand where the browser does not let a page copy. */
  readonly failedText: string;
}

/** Puts a text on the clipboard and says whether that worked. */
export function CopyButton({ text, label, doneText, failedText }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    // Without https there is no clipboard at all, not even one that refuses.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    try {
      if (clipboard === undefined) throw new Error('no clipboard');
      await clipboard.writeText(text);
      setSaid(doneText);
    } catch {
      setSaid(failedText); // refused by the browser or by its owner: the text is on the page
    }
  };
  return (
    <>
      <Button onClick={() => void copy()}>{label}</Button>
      <span role="status" aria-live="polite" className="hint">
        {said}
      </span>
    </>
  );
}
