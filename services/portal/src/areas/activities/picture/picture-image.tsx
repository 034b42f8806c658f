import { useTranslation } from 'react-i18next';
import { OwnImage } from '../../../kit/own-image.js';
import { pictureAddress, type PictureWidth } from '../activity/picture-address.js';
import type { Activity } from '../activity/use-activities.js';
import type { Picture } from './picture.model.js';

interface PictureImageProps {
  readonly activity: Pick<Activity, 'id' | 'publishedAt'>;
  readonly picture: Picture;
  readonly width: PictureWidth;
  /** It was removed: only those who may restore it see it. */
  readonly isRemoved?: boolean;
}

/** One picture of an activity: for everybody once that is published. */
export function PictureImage({ activity, picture, width, isRemoved = false }: PictureImageProps) {
  const { t } = useTranslation();
  const shown = {
    alt: picture.alt ?? picture.caption ?? t('picture.unnamed'),
    width: picture.width,
    height: picture.height,
  };
  if (activity.publishedAt === null || isRemoved) {
    return <OwnImage path={`/api/v1/activities/${activity.id}/pictures/${picture.id}/${width}`} {...shown} />;
  }
  const src = pictureAddress(activity.id, picture.id, width);
  return <img {...shown} src={src} loading="lazy" decoding="async" />;
}
