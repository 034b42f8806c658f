import { useTranslation } from 'react-i18next';
import { OwnImage } from '../../../kit/own-image.js';
import type { Handover } from './handover-desk.js';

interface HandoverPictureProps {
  readonly handover: Handover;
  readonly picture: Handover['pictures'][number];
}

/** For the two sides alone. */
export function HandoverPicture({ handover, picture: { id, width, height } }: HandoverPictureProps) {
  const { t } = useTranslation();
  const path = `/api/v1/loans/${handover.loanId}/handovers/${handover.id}/pictures/${id}/800`;
  return <OwnImage path={path} alt={t('handover.picture')} width={width} height={height} />;
}
