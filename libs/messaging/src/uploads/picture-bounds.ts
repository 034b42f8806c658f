import { pictureBytesMax, picturePixelsMax } from '@gongxiang/contracts/words/uploads';
import { DomainError } from '@gongxiang/domain';

const formats = ['image/jpeg', 'image/png', 'image/webp'];

/** @param contentType by the first bytes @throws DomainError `PICTURE_HEIC`, `PICTURE_FORMAT` */
export function requirePicture(contentType: string): void {
  if (contentType === 'image/heic') throw new DomainError('PICTURE_HEIC', { pointer: '/fileKey' });
  if (!formats.includes(contentType)) throw new DomainError('PICTURE_FORMAT', { pointer: '/fileKey' });
}

/** @throws DomainError `PICTURE_TOO_LARGE` */
export function requireBytes(bytes: number): void {
  if (bytes <= pictureBytesMax) return;
  const params = { megabytesMax: pictureBytesMax / 1024 / 1024 };
  throw new DomainError('PICTURE_TOO_LARGE', { pointer: '/fileKey', params });
}

/** @param size in pixels, from the file header @throws DomainError `PICTURE_TOO_MANY_PIXELS` */
export function requirePixels({ width, height }: { readonly width: number; readonly height: number }): void {
  if (width * height <= picturePixelsMax) return;
  const params = { megapixelsMax: picturePixelsMax / 1_000_000 };
  throw new DomainError('PICTURE_TOO_MANY_PIXELS', { pointer: '/fileKey', params });
}
