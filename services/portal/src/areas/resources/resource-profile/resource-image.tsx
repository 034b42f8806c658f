import { OwnImage } from '../../../kit/own-image.js';
import type { ResourcePicture } from './use-profile.js';

interface ResourceImageProps {
  readonly resourceId: string;
  readonly picture: Pick<ResourcePicture, 'id' | 'alt' | 'width' | 'height'>;
  readonly width: '320' | '800';
}

/** One picture of a resource. */
export function ResourceImage({ resourceId, picture, width }: ResourceImageProps) {
  const path = `/api/v1/resources/${resourceId}/pictures/${picture.id}/${width}`;
  return <OwnImage path={path} alt={picture.alt ?? ''} width={picture.width} height={picture.height} />;
}
