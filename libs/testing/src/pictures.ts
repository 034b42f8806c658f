import sharp, { type Create } from 'sharp';

const red: Pick<Create, 'channels' | 'background'> = { channels: 3, background: { r: 200, g: 30, b: 30 } };

/** A photo as phones take it: rotated by EXIF, with location, device and time. */
export function photo(width = 2_400, height = 1_200): Promise<Buffer> {
  return sharp({ create: { width, height, ...red } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'PhoneMaker', Model: 'Phone 9', Artist: '张三' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '30/1 35/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '114/1 18/1 0/1',
      },
    })
    .toBuffer();
}

/** A small picture of one colour. */
export function dot(format: 'png' | 'webp' | 'jpeg' | 'gif', width = 64, height = 48): Promise<Buffer> {
  return sharp({ create: { width, height, ...red } })
    .toFormat(format)
    .toBuffer();
}

/** A PNG of a few bytes whose header claims more pixels than fit into memory. */
export async function bomb(width = 60_000, height = 60_000): Promise<Buffer> {
  const small = await dot('png');
  const head = Buffer.from(small.subarray(12, 29));
  head.writeUInt32BE(width, 4);
  head.writeUInt32BE(height, 8);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crcOf(head));
  return Buffer.concat([small.subarray(0, 12), head, crc, small.subarray(33)]);
}

/** CRC-32 as in PNG. */
function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
