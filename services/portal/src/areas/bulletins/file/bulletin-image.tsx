import { OwnImage } from '../../../kit/own-image.js';
import { useSignedIn } from '../../../session/use-session.js';
import { isForAnybody, pictureAddress, pictureSet, type PictureWidth, type Shower } from './file.model.js';

interface BulletinImageProps {
  readonly bulletin: Shower;
  readonly picture: {
    readonly fileId: string;
    readonly alt: string;
    readonly width: number;
    readonly height: number;
  };
  /** Which one is brought where the browser cannot choose. */
  readonly width: PictureWidth;
  /** How wide it is shown, as `sizes` has it. */
  readonly sizes: string;
}

/** One picture of a bulletin: at the public address where anybody may see it, else in the name of the reader. */
export function BulletinImage({ bulletin, picture, width, sizes }: BulletinImageProps) {
  const isPublic = useIsPublic(bulletin);
  const { fileId, ...shown } = picture;
  const src = pictureAddress(bulletin.id, fileId, { width, isPublic });
  if (!isPublic) return <OwnImage path={src} {...shown} />;
  const srcSet = pictureSet(bulletin.id, fileId);
  return <img {...shown} sizes={sizes} srcSet={srcSet} src={src} loading="lazy" decoding="async" />;
}

/** Whoever is not signed in sees nothing but what is for anybody. */
export function useIsPublic(bulletin: Shower): boolean {
  const isSignedIn = useSignedIn();
  return !isSignedIn || isForAnybody(bulletin, Date.now());
}
