import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../api/download.js';
import { pictureAddress, type PictureWidth } from '../activity/picture-address.js';
import type { Activity } from '../activity/use-activities.js';
import type { Picture } from './use-pictures.js';

interface PictureImageProps {
  readonly activity: Pick<Activity, 'id' | 'publishedAt'>;
  readonly picture: Picture;
  readonly width: PictureWidth;
  /** It was removed, and is seen only by who may bring it back. */
  readonly isRemoved?: boolean;
}

/** One picture in a place that has its proportions before it comes. */
export function PictureImage(props: PictureImageProps) {
  const { activity, picture, width, isRemoved = false } = props;
  if (activity.publishedAt === null || isRemoved) return <OwnImage {...props} />;
  return <Image picture={picture} src={pictureAddress(activity.id, picture.id, width)} />;
}

/** What is not for everybody is brought in the name of who is signed in, which an address alone could not. */
function OwnImage({ activity, picture, width }: PictureImageProps) {
  const path = `/api/v1/activities/${activity.id}/pictures/${picture.id}/${width}`;
  const { data } = useQuery({
    queryKey: ['activityPicture', 'file', picture.id, width],
    queryFn: async () => (await download(path)).content,
    staleTime: Infinity,
  });
  const [src, setSrc] = useState<string>();
  useEffect(() => {
    if (data === undefined) return undefined;
    const address = URL.createObjectURL(data);
    setSrc(address);
    return () => URL.revokeObjectURL(address);
  }, [data]);
  return <Image picture={picture} {...(src === undefined ? {} : { src })} />;
}

function Image({ picture, src }: { readonly picture: Picture; readonly src?: string }) {
  const { t } = useTranslation();
  const { alt, caption, width, height } = picture;
  return (
    <img
      {...(src === undefined ? {} : { src })}
      alt={alt ?? caption ?? t('picture.unnamed')}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
    />
  );
}
