import { useTranslation } from 'react-i18next';
import { OwnImage } from '../../../kit/own-image.js';
import type { AlbumPicture } from './use-album.js';

interface AlbumImageProps {
  readonly activityId: string;
  readonly picture: Pick<AlbumPicture, 'id' | 'caption' | 'width' | 'height'>;
  readonly width: '320' | '1600';
}

/** One picture of an album, which is not for everybody. */
export function AlbumImage({ activityId, picture, width }: AlbumImageProps) {
  const { t } = useTranslation();
  const path = `/api/v1/activities/${activityId}/album-pictures/${picture.id}/${width}`;
  const alt = picture.caption ?? t('album.unnamed');
  return <OwnImage path={path} alt={alt} width={picture.width} height={picture.height} />;
}
