import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../kit/copy-button.js';

/** Hands the address of this page on: by the phone's own sheet where it has one, else by the clipboard. */
export function ShareButtons({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  const url = `${location.origin}${location.pathname}`;
  const share = async (): Promise<void> => {
    try {
      await navigator.share({ title, url });
    } catch {
      // Closed without choosing, or nothing to choose from: the link can still be copied.
    }
  };
  return (
    <>
      {typeof navigator.share === 'function' && (
        <Button type="primary" onClick={() => void share()}>
          {t('publicUnion.share')}
        </Button>
      )}
      <CopyButton
        text={url}
        label={t('publicUnion.copy')}
        doneText={t('publicUnion.copied')}
        failedText={t('publicUnion.copyByHand', { url })}
      />
    </>
  );
}
