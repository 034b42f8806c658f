import { ShareAltOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { CopyButton } from './copy-button.js';

interface ShareButtonProps {
  readonly title: string;
  readonly url: string;
  readonly label: string;
  /** Of the clipboard, which stands in where there is no share sheet. */
  readonly doneText: string;
  readonly failedText: string;
}

/** Hands an address to the share sheet of the phone; where there is none, or it fails, to the clipboard. */
export function ShareButton({ title, url, label, doneText, failedText }: ShareButtonProps) {
  const [hasSheet, setHasSheet] = useState(typeof navigator.share === 'function');
  const share = async (): Promise<void> => {
    try {
      await navigator.share({ title, url });
    } catch (error) {
      const wasClosed = error instanceof DOMException && error.name === 'AbortError';
      if (!wasClosed) setHasSheet(false);
    }
  };
  if (!hasSheet) return <CopyButton text={url} label={label} doneText={doneText} failedText={failedText} />;
  return (
    <Button icon={<ShareAltOutlined aria-hidden />} onClick={() => void share()}>
      {label}
    </Button>
  );
}
