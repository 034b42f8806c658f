import { useEffect, useState } from 'react';
import { type ResourcePicture, useResourcePictureFile } from './use-resource-pictures.js';

interface ResourceImageProps {
  readonly resourceId: string;
  readonly picture: ResourcePicture;
  readonly width: '320' | '800';
}

/** One picture of a resource, in a place that has its proportions before it comes. */
export function ResourceImage({ resourceId, picture, width }: ResourceImageProps) {
  const { data } = useResourcePictureFile(resourceId, picture.id, width);
  const [src, setSrc] = useState<string>();
  useEffect(() => {
    if (data === undefined) return undefined;
    const address = URL.createObjectURL(data);
    setSrc(address);
    return () => URL.revokeObjectURL(address);
  }, [data]);
  return (
    <img
      {...(src === undefined ? {} : { src })}
      alt={picture.alt ?? ''}
      width={picture.width}
      height={picture.height}
      decoding="async"
    />
  );
}
