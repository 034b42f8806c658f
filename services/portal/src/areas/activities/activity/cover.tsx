import { pictureAddress, widthOf } from './picture-address.js';

interface CoverProps {
  readonly activityId: string;
  readonly cover: { readonly id: string; readonly alt: string } | null;
  /** It has the whole page to itself. */
  readonly isWide?: boolean;
}

/** The cover of an activity, loaded when it scrolls into view; its space is reserved, so that nothing moves. */
export function Cover({ activityId, cover, isWide = false }: CoverProps) {
  if (cover === null) return null;
  const width = isWide ? '800' : '320';
  return (
    <img
      className="cover"
      src={pictureAddress(activityId, cover.id, width)}
      srcSet={(['320', '800', '1600'] as const)
        .map((one) => `${pictureAddress(activityId, cover.id, one)} ${widthOf(one)}`)
        .join(', ')}
      sizes={isWide ? '(max-width: 900px) 100vw, 900px' : '(max-width: 767px) 100vw, 320px'}
      alt={cover.alt}
      width={320}
      height={180}
      loading="lazy"
      decoding="async"
    />
  );
}
