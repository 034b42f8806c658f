import { workFileBytesMax, workMediaBytesMax } from '@gongxiang/contracts/affairs/works/work.contract';
import type { WorkFileKind } from '@gongxiang/contracts/affairs/works/works-call.contract';
import { audioTypes, videoTypes } from '@gongxiang/contracts/words/media-types';

export function fileKindOf(contentType: string): WorkFileKind {
  if (contentType === 'application/pdf') return 'document';
  if (videoTypes.includes(contentType)) return 'video';
  return audioTypes.includes(contentType) ? 'audio' : 'picture';
}

/** How large a file of a kind may be. */
export function bytesMaxOf(kind: WorkFileKind): number {
  return kind === 'video' || kind === 'audio' ? workMediaBytesMax : workFileBytesMax;
}
