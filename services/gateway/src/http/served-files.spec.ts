import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { servedPart } from './served-files.js';

const file = { size: 10, name: '灭火器.mp4', contentType: 'video/mp4' };

/** What a player gets: the status, unless it is that of the whole, the headers and the bytes. */
async function played(range: string | undefined) {
  const said = new Map<string, unknown>();
  const reply = {
    header: (name: string, value: unknown) => said.set(name, value) && reply,
    status: (code: number) => said.set('status', code) && reply,
  } as unknown as FastifyReply;
  const whole = new StreamableFile(Readable.from([Buffer.from('01234'), Buffer.from('56789')]));
  const { body } = await servedPart(file, { range, reply }, () =>
    Promise.resolve({ body: whole, existing: false, replayed: false }),
  );
  return { said: Object.fromEntries(said), text: String(await buffer(body.getStream())), body };
}

describe('what a player asks for', () => {
  it('is the part that it names, across pieces of the file', async () => {
    const { said, text, body } = await played('bytes=3-6');
    expect(said).toEqual({ 'Accept-Ranges': 'bytes', status: 206, 'Content-Range': 'bytes 3-6/10' });
    expect(text).toBe('3456');
    expect(body.getHeaders()).toMatchObject({ type: 'video/mp4', length: 4 });
  });

  it.each([undefined, 'bytes=20-30', 'words=1-2'])(
    'is the whole for %s, which it may ask in parts',
    async (range) => {
      const { said, text } = await played(range);
      expect({ said, text }).toEqual({ said: { 'Accept-Ranges': 'bytes' }, text: '0123456789' });
    },
  );
});
