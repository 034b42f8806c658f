import type { components } from '../../../api/schema.js';

type Picture = Pick<components['schemas']['AlbumPictureView'], 'state' | 'isMine' | 'isPublic'>;

/** What the reader may do with a picture; the platform decides what is allowed. */
export interface PictureActs {
  readonly approve: boolean;
  readonly hide: boolean;
  readonly share: boolean;
  readonly unshare: boolean;
  readonly report: boolean;
  readonly withdraw: boolean;
}

/** @param mayModerate the reader decides for a host, though not on a report of their own picture */
export function actsOf({ state, isMine, isPublic }: Picture, mayModerate: boolean): PictureActs {
  const decides = mayModerate && !(isMine && state === 'reported');
  const isShown = state === 'approved';
  const shows = decides && isShown;
  return {
    approve: decides && !isShown,
    hide: decides && state !== 'hidden',
    share: shows && !isPublic,
    unshare: shows && isPublic,
    report: isShown && ![mayModerate, isMine].includes(true),
    withdraw: isMine,
  };
}
