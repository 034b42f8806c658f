import { crc32, deflateSync } from 'node:zlib';

const width = 960;
const height = 540;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const green = [36, 128, 84] as const;
const darker = [26, 104, 70] as const;
const white = [240, 244, 240] as const;

/** A badminton court from above, as a PNG: the demo brings its own picture, which nobody has rights in. */
export function courtPicture(): Buffer {
  return pictureOf(colourAt);
}

const skies = [
  [186, 214, 236],
  [244, 222, 179],
  [214, 226, 203],
] as const;

/** Works with saw-tooth roofs under one of three skies. */
export function factoryPicture(sky: 0 | 1 | 2): Buffer {
  return pictureOf((x, y) => {
    const roof = 300 - (x % 160) / 2;
    if (y > 470) return [120, 124, 120];
    if (y < roof || x < 80 || x > 880) return skies[sky];
    const isWindow = y > 340 && y < 420 && x % 80 > 20 && x % 80 < 60;
    return isWindow ? [250, 246, 220] : [150, 84, 66];
  });
}

function pictureOf(colour: (x: number, y: number) => readonly number[]): Buffer {
  const lines = Array.from({ length: height }, (_line, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (_point, x) => colour(x, y)).flat()]),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colourAt(x: number, y: number): readonly number[] {
  const isOnLength = [80, 130, 400, 560, 830, 880].some((line) => isNear(x, line)) && isWithin(y, 60, 480);
  const isOnBreadth = [60, 100, 440, 480].some((line) => isNear(y, line)) && isWithin(x, 80, 880);
  const isOnMiddle = isNear(y, 270) && (isWithin(x, 80, 400) || isWithin(x, 560, 880));
  if ([isOnLength, isOnBreadth, isOnMiddle, isNear(x, 480)].includes(true)) return white;
  return isWithin(x, 80, 880) && isWithin(y, 60, 480) ? green : darker;
}

function isNear(place: number, line: number): boolean {
  return Math.abs(place - line) < 3;
}

function isWithin(place: number, from: number, to: number): boolean {
  return place >= from && place <= to;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
