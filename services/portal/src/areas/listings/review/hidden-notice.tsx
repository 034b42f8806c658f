import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

/** Says to officers, and to whoever still sees it, that a listing is hidden, and why. */
export function HiddenNotice({ isHidden, hiddenReason }: HiddenProps) {
  const { t } = useTranslation();
  if (!isHidden) return null;
  const title =
    hiddenReason === null
      ? t('listingReview.isHiddenByReports')
      : t('listingReview.isHidden', { reason: hiddenReason });
  return <Alert type="warning" showIcon className="notice" title={title} />;
}

interface HiddenProps {
  readonly isHidden: boolean;
  readonly hiddenReason: string | null;
}
