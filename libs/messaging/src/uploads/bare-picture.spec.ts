import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { bomb, dot, photo } from '@gongxiang/testing/pictures';
import { barePicture } from './bare-picture.js';

describe('a picture encoded anew in its own format', () => {
  it('says nothing of where, when and with what it was taken, and by whom', async () => {
    const source = await photo();
    expect(source.includes(Buffer.from('PhoneMaker'))).toBe(true);
    const { bytes, preview } = await barePicture(source);
    for (const [made, type] of [
      [bytes, 'jpeg'],
      [preview, 'webp'],
    ] as const) {
      const { format, exif, xmp, iptc, icc, orientation } = await sharp(made).metadata();
      expect({ format, exif, xmp, iptc, icc, orientation }).toEqual({ format: type });
    }
    for (const word of ['EXIF', 'Exif', 'GPS', 'PhoneMaker', 'ICC_PROFILE', '张三'])
      expect([bytes.includes(word), preview.includes(word)]).toEqual([false, false]);
  });

  it('stands upright, and its preview is small', async () => {
    // Stored as 2400 × 1200 with a rotation, so 1200 × 2400 when shown; 640 × 1200 / 2400 = 320.
    const { bytes, preview } = await barePicture(await photo());
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1_200, height: 2_400 });
    expect(await sharp(preview).metadata()).toMatchObject({ width: 320, height: 640 });
  });

  it.each(['png', 'webp', 'jpeg'] as const)('keeps format and size of a %s', async (format) => {
    const source = await sharp(await dot(format))
      .withExif({ IFD0: { Artist: '张三' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">张三</x:xmpmeta>')
      .toBuffer();
    const before = await sharp(source).metadata();
    expect([before.exif, before.xmp]).not.toContain(undefined);
    const { bytes, preview } = await barePicture(source);
    const after = await sharp(bytes).metadata();
    expect(after).toMatchObject({ format, width: 64, height: 48 });
    expect([after.exif, after.xmp]).toEqual([undefined, undefined]);
    expect(await sharp(preview).metadata()).toMatchObject({ format: 'webp', width: 64, height: 48 });
  });

  it('keeps every pixel of a PNG, also what is transparent', async () => {
    const pixels = Buffer.from(Array.from({ length: 8 * 8 * 4 }, (_one, index) => (index * 37) % 256));
    const raw = { width: 8, height: 8, channels: 4 } as const;
    const source = await sharp(pixels, { raw }).png().toBuffer();
    const { bytes } = await barePicture(source);
    expect(await sharp(bytes).raw().toBuffer()).toEqual(pixels);
  });
});

describe('a picture is refused', () => {
  it.each([
    ['whose header claims 3,600 megapixels', () => bomb(), 'PICTURE_TOO_MANY_PIXELS'],
    ['that breaks off', async () => (await photo()).subarray(0, 3_000), 'PICTURE_UNREADABLE'],
    ['that only begins like one', () => Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3]), 'PICTURE_UNREADABLE'],
    ['that is a document', () => Buffer.from('%PDF-1.7'), 'PICTURE_FORMAT'],
  ])('%s', async (_what, make, code) => {
    await expect(barePicture(await make())).rejects.toMatchObject({
      code,
      errors: [{ pointer: '/fileKey' }],
    });
  });
});
