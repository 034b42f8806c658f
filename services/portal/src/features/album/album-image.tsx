import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../api/download.js';
import type { AlbumPicture } from './use-album.js';

interface AlbumImageProps {
  readonly activityId: string;
  readonly picture: Pick<AlbumPicture, 'id' | 'caption' | 'width' | 'height'>;
  readonly width: '320' | '1600';
}

/**
 * One picture, in a place that has its proportions before it comes. An album is not for everybody, so that each is brought in the
 * name of who is signed in, which an address alone could not: once it comes near the screen.
 */
export function AlbumImage({ activityId, picture, width }: AlbumImageProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLImageElement>(null);
  const isNear = useNearScreen(place);
  const { data } = useQuery({
    queryKey: ['albumFile', picture.id, width],
    queryFn: async () =>
      (await download(`/api/v1/activities/${activityId}/album-pictures/${picture.id}/${width}`)).content,
    enabled: isNear,
    staleTime: Infinity,
  });
  const [src, setSrc] = useState<string>();
  useEffect(() => {
    if (data === undefined) return undefined;
    const address = URL.createObjectURL(data);
    setSrc(address);
    return () => URL.revokeObjectURL(address);
  }, [data]);
  return (
    <img
      ref={place}
      {...(src === undefined ? {} : { src })}
      alt={picture.caption ?? t('album.unnamed')}
      width={picture.width}
      height={picture.height}
      decoding="async"
    />
  );
}

/** Half a screen before it is seen it is asked for. */
const margin = '50%';

function useNearScreen(place: { readonly current: Element | null }): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const { current } = place;
    if (isNear || current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setIsNear(true);
      },
      { rootMargin: margin },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [isNear, place]);
  return isNear;
}
