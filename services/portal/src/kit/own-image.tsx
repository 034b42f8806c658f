import { useEffect, useRef, useState } from 'react';
import { useOwnContent } from './own-content.js';

interface OwnImageProps {
  /** Of the interface; what stands there never changes. */
  readonly path: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/**
 * A picture that is not for everybody, in a place that has its proportions before it comes: brought once it comes near the
 * screen.
 */
export function OwnImage({ path, ...shown }: OwnImageProps) {
  const place = useRef<HTMLImageElement>(null);
  const { src } = useOwnContent(path, useNearScreen(place));
  const [isBroken, setIsBroken] = useState(false);
  return (
    <img
      ref={place}
      {...shown}
      {...(src === undefined ? {} : { src })}
      // Its calm place stays instead of the sign of a broken picture; its words are still read.
      {...(isBroken && { style: { opacity: 0 } })}
      onError={() => setIsBroken(true)}
      onLoad={() => setIsBroken(false)}
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
