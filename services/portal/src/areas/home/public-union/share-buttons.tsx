import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../kit/copy-button.js';

/** Shares the address of this page by the share sheet of the phone, where there is one, or by the clipboard. */
export function ShareButtons({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  const url = `${location.origin}${location.pathname}`;
  const share = async (): Promise<void> => {
    try {
      await navigator.share({ title, url });
    } catch {
      // The person closed the sheet, or it is empty: the link can still be copied.
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
