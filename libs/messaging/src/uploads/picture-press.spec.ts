import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { bomb, dot, photo } from '@gongxiang/testing/pictures';
import { pressPicture } from './picture-press.js';

describe('a picture that is made anew', () => {
  it('says nothing of where, when and with what it was taken, and by whom', async () => {
    const source = await photo();
    const before = await sharp(source).metadata();
    expect(before.exif?.toString('latin1')).toContain('PhoneMaker');
    expect(before.orientation).toBe(6);
    const { files } = await pressPicture(source);
    for (const { bytes } of files) {
      const { format, exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
      expect({ format, exif, xmp, iptc, icc, orientation }).toEqual({ format: 'webp' });
      for (const word of ['EXIF', 'Exif', 'GPS', 'PhoneMaker', '张三'])
        expect(bytes.includes(Buffer.from(word))).toBe(false);
    }
  });

  it('stands upright, in three widths', async () => {
    // Stored as 2400 × 1200 with a rotation, so 1200 × 2400 when shown: none wider than that.
    const { width, height, files } = await pressPicture(await photo());
    expect({ width, height }).toEqual({ width: 1_200, height: 2_400 });
    const sizes = await Promise.all(files.map(({ bytes }) => sharp(bytes).metadata()));
    expect(files.map((file, index) => [file.width, sizes[index]?.width, sizes[index]?.height])).toEqual([
      ['320', 320, 640],
      ['800', 800, 1_600],
      ['1600', 1_200, 2_400],
    ]);
  });

  it.each(['png', 'webp', 'jpeg'] as const)('may be a %s, and is not enlarged', async (format) => {
    const { width, height } = await pressPicture(await dot(format));
    expect({ width, height }).toEqual({ width: 64, height: 48 });
  });
});

const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(500)]);

describe('a file is refused', () => {
  it.each([
    ['that is HEIC', () => heic, 'PICTURE_HEIC'],
    ['that is a GIF', () => dot('gif'), 'PICTURE_FORMAT'],
    ['that is a drawing with a script', () => Buffer.from('<svg onload="alert(1)"/>'), 'PICTURE_FORMAT'],
    ['that is a document', () => Buffer.from('%PDF-1.7'), 'PICTURE_FORMAT'],
    ['that is empty', () => Buffer.alloc(0), 'PICTURE_FORMAT'],
    ['of more than 10 MB', () => Buffer.alloc(10 * 1024 * 1024 + 1), 'PICTURE_TOO_LARGE'],
    ['whose head promises 3,600 megapixels', () => bomb(), 'PICTURE_TOO_MANY_PIXELS'],
    ['that breaks off', async () => (await photo()).subarray(0, 3_000), 'PICTURE_UNREADABLE'],
    ['that only begins like one', () => Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3]), 'PICTURE_UNREADABLE'],
  ])('%s', async (_what, make, code) => {
    await expect(pressPicture(await make())).rejects.toMatchObject({ code });
  });

  it('before any of it is decoded, where it is a bomb', async () => {
    const source = await bomb();
    const start = process.memoryUsage().rss;
    await expect(pressPicture(source)).rejects.toMatchObject({ params: { megapixelsMax: 50 } });
    // 60,000 × 60,000 pixels would be ten gigabytes.
    expect(process.memoryUsage().rss - start).toBeLessThan(200 * 1024 * 1024);
  });
});
