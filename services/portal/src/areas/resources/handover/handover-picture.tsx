import { useTranslation } from 'react-i18next';
import { OwnImage } from '../../../kit/own-image.js';
import type { Handover } from './handover.js';

interface HandoverPictureProps {
  readonly handover: Handover;
  readonly picture: Handover['pictures'][number];
}

/** Only the two sides of the loan may see it. */
export function HandoverPicture({ handover, picture: { id, width, height } }: HandoverPictureProps) {
  const { t } = useTranslation();
  const path = `/api/v1/loans/${handover.loanId}/handovers/${handover.id}/pictures/${id}/800`;
  return <OwnImage path={path} alt={t('handover.picture')} width={width} height={height} />;
}
