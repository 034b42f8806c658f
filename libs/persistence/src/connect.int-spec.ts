import { once } from 'node:events';
import { type AddressInfo, connect as dial, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectDatabase } from './connect.js';
import { createDataSource } from './data-source.js';
import { startSuite, type Suite } from './suite.fixture.js';

let suite: Suite;
let server: Server;
const sockets: Socket[] = [];
let asked = 0;

/** A proxy in front of PostgreSQL that never answers the first connection. */
beforeAll(async () => {
  suite = await startSuite();
  const real = new URL((suite.service.options as { readonly url: string }).url);
  server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => socket.destroy());
    asked += 1;
    if (asked === 1) return;
    const behind = dial(Number(real.port), '127.0.0.1');
    sockets.push(behind);
    behind.on('error', () => socket.destroy());
    socket.pipe(behind).pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  server?.close();
  await suite?.stop();
});

function dataSourceAt(port: number) {
  const url = new URL((suite.service.options as { readonly url: string }).url);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return createDataSource({ url: url.toString(), schema: 'shelf', entities: [] });
}

describe('the first connection', () => {
  it('is tried again where PostgreSQL does not answer in time, as on a machine where everything starts at once', async () => {
    const dataSource = await connectDatabase(dataSourceAt((server.address() as AddressInfo).port));
    expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(asked).toBeGreaterThan(1);
    await dataSource.destroy();
  });

  it('fails at once where nobody listens', async () => {
    const port = 1;
    await expect(connectDatabase(dataSourceAt(port))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
