import { describe, expect, it } from '@jest/globals';
import { sniffType } from '../files/sniff-type.js';
import { bareMedia } from './bare-media.js';

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const inside = Buffer.concat(content);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(header.length + inside.length);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, inside]);
}

const text = (words: string): Buffer => Buffer.from(words);
const made = Buffer.from([0xe0, 0x11, 0x22, 0x33]);
/** Version and flags, two times, and what is played. */
const header = (type: string): Buffer => box(type, Buffer.alloc(4), made, made, text('timescale'));

function video(brand = 'isom'): Buffer {
  return Buffer.concat([
    box('ftyp', text(brand), Buffer.alloc(4)),
    box(
      'moov',
      header('mvhd'),
      box(
        'trak',
        header('tkhd'),
        box('mdia', header('mdhd'), text('\0\0\0\x0chdlrvide')),
        box('udta', text('张三')),
      ),
      box('udta', box('©xyz', text('+30.5928+114.3055/'))),
      box('meta', text('com.apple.quicktime.model iPhone')),
    ),
    box('uuid', text('<x:xmpmeta>张三</x:xmpmeta>')),
    box('mdat', text('what is seen')),
  ]);
}

const tag = (words: string): Buffer =>
  Buffer.concat([text('ID3\x04\0\0\0\0\0'), Buffer.from([Buffer.byteLength(words)]), text(words)]);
const frames = Buffer.from([0xff, 0xfb, 0x90, 0x00, 1, 2, 3, 4]);
const lastTag = Buffer.concat([text('TAG'), Buffer.alloc(125, 'x')]);

describe('a video without what its device wrote', () => {
  it('has no place, name, device or time, and each other byte where it was', () => {
    const source = video();
    const bare = bareMedia(source, 'video/mp4', 'WORK_FILE_FORMAT');
    for (const word of ['张三', '30.5928', 'iPhone', 'xmpmeta']) expect(bare.includes(word)).toBe(false);
    expect(bare.includes(made)).toBe(false);
    expect(bare).toHaveLength(source.length);
    for (const word of ['isom', 'what is seen', 'timescale'])
      expect(bare.indexOf(word)).toBe(source.indexOf(word));
    expect(source.includes('张三')).toBe(true);
  });

  it.each([
    ['breaks off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
    ['ends within the header of a part', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(4)])],
    [
      'has a part that is larger than that which holds it',
      () => box('moov', Buffer.concat([Buffer.from([0, 0, 1, 0]), text('trak')])),
    ],
    [
      'has a part of fewer bytes than its header',
      () => Buffer.concat([Buffer.from([0, 0, 0, 4]), text('moov')]),
    ],
  ])('is refused where it %s', (_what, change) => {
    expect(() => bareMedia(change(video()), 'video/mp4', 'WORK_FILE_FORMAT')).toThrow('WORK_FILE_FORMAT');
  });

  it('reads parts whose size takes eight bytes, and a last one without a size', () => {
    const long = Buffer.concat([
      Buffer.from([0, 0, 0, 1]),
      text('udta'),
      Buffer.from([0, 0, 0, 0, 0, 0, 0, 20]),
      text('张!'),
    ]);
    const last = Buffer.concat([Buffer.alloc(4), text('mdat'), text('seen')]);
    const bare = bareMedia(Buffer.concat([long, last]), 'video/mp4', 'WORK_FILE_FORMAT');
    expect(bare.includes('张')).toBe(false);
    expect(bare.includes('seen')).toBe(true);
  });
});

describe('a recording in MP3 without what was written about it', () => {
  it('begins and ends with what is heard', () => {
    const source = Buffer.concat([tag('TPE1张三'), tag('TIT2'), frames, lastTag]);
    expect(bareMedia(source, 'audio/mpeg', 'WORK_FILE_FORMAT')).toEqual(frames);
    expect(bareMedia(frames, 'audio/mpeg', 'WORK_FILE_FORMAT')).toEqual(frames);
  });

  it('is refused where nothing is heard', () => {
    expect(() => bareMedia(tag('TPE1'), 'audio/mpeg', 'WORK_FILE_FORMAT')).toThrow('WORK_FILE_FORMAT');
  });
});

describe('the type of a file', () => {
  it.each([
    ['video/mp4', video()],
    ['video/mp4', video('mp42')],
    ['video/quicktime', video('qt  ')],
    ['audio/mp4', video('M4A ')],
    ['image/heic', video('heic')],
    ['audio/mpeg', tag('TPE1')],
    ['audio/mpeg', frames],
  ])('is %s by its first bytes', (type, bytes) => {
    expect(sniffType(bytes)).toBe(type);
  });
});
