import { Readable } from 'node:stream';
import { FileStore } from '@gongxiang/messaging/files';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { expect } from '@jest/globals';

/** Stores a file as an upload does. @returns its key */
export async function uploaded(sharing: ServiceFixture, bytes: Buffer, ownerId: string): Promise<string> {
  const options = {
    bytesMax: 20 * 1024 * 1024,
    ownerId,
    types: [
      'image/png',
      'image/jpeg',
      'image/webp',
      'image/heic',
      'application/pdf',
      'application/zip',
      'text/csv',
    ],
  };
  return (await sharing.app.get(FileStore).put(Readable.from([bytes]), options)).key;
}

/** Waits until a file is gone. It is only opened, never read. */
export function isGone(sharing: ServiceFixture, fileKey: string): Promise<void> {
  return eventually(async () => {
    const opened = sharing.app.get(FileStore).get(fileKey, null);
    opened.then(
      (content) => content.destroy(),
      () => undefined,
    );
    await expect(opened).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
}
