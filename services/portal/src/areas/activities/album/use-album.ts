import { useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';

export type AlbumPicture = components['schemas']['AlbumPictureView'];
export type AlbumState = AlbumPicture['state'];
export type ReportReason = components['schemas']['ReportAlbumPictureBody']['reason'];

const path = '/activities/{activityId}/album-pictures';
const pageSize = 24;

/** An album page by page; the first page says what the reader may do in it. */
export function useAlbum(activityId: string, state: AlbumState | undefined) {
  const filters = { activityId, ...(state === undefined ? {} : { state }) };
  const query = useInfiniteQuery({
    queryKey: ['albumPicture', path, filters, 'pages'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const page = { limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return request('get', path, { ...filters, ...page }, { signal });
    },
    getNextPageParam: (page) => page.nextCursor,
  });
  return { ...query, head: query.data?.pages[0], items: query.data?.pages.flatMap((page) => page.items) };
}
