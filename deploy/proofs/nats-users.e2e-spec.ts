import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { streamOfBucket } from '@gongxiang/messaging/files';
import type { Manifest } from '@gongxiang/messaging/provision';
import { eventually } from '@gongxiang/testing';
import { connect, headers, type NatsConnection } from '@nats-io/transport-node';
import { rootAbove } from '../root.js';
import { SERVICE_NAMES } from '../local/services.js';
import { readManifest } from '../nats/files.js';
import { storeUserOf } from '../nats/users.js';
import { ask } from './ask.js';
import { makeNetwork, type Network, withDatabase } from './fixtures.js';
import { allHeard, connectAsAdmin } from './streams.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

/** What is tried here is refused, or not, by the subjects of this version of nats-server. */
const natsVersion = '2.14.0';
const owners: readonly string[] = SERVICE_NAMES;

let platform: TestPlatform;
let network: Network;
let manifest: Manifest;
let admin: NatsConnection;
let connections: NatsConnection[] = [];

beforeAll(async () => {
  platform = await startTestPlatform();
  network = await makeNetwork(platform);
  manifest = readManifest(rootAbove(fileURLToPath(import.meta.url)));
  admin = await connectAsAdmin(platform);
});
afterAll(async () => {
  await admin?.close();
  await platform?.stop();
});
afterEach(async () => {
  await Promise.all(connections.map((one) => one.close()));
  connections = [];
});

/** Whoever has stolen the password of a service, by one of the two users that it opens. */
async function connectAs(owner: string, user: string): Promise<NatsConnection> {
  const pass = platform.secrets.natsPasswords[owner] ?? '';
  const nats = await connect({ servers: platform.natsUrl, user, pass, inboxPrefix: `_INBOX_${user}` });
  connections.push(nats);
  return nats;
}

const usersOf = (owner: string): string[] => [owner, storeUserOf(owner)];

interface Attack {
  readonly subject: string;
  readonly body: string;
}

/** A consumer that delivers what it finds to a subject of calls; a copy of the calls; the removal of what is there. */
function attacksOnJetStream(stream: string): Attack[] {
  const evil = { subjects: ['rpc.membership', 'slow.membership'], storage: 'memory', no_ack: true };
  const push = { durable_name: 'evil', deliver_subject: 'rpc.membership', ack_policy: 'none' };
  const calls: [string, object][] = [
    ['STREAM.CREATE.evil', { ...evil, name: 'evil' }],
    [`STREAM.UPDATE.${stream}`, { name: stream, subjects: ['rpc.>'] }],
    [`STREAM.PURGE.${stream}`, {}],
    [`STREAM.DELETE.${stream}`, {}],
    [`STREAM.MSG.GET.${stream}`, { seq: 1 }],
    [`STREAM.MSG.DELETE.${stream}`, { seq: 1 }],
    [`STREAM.SNAPSHOT.${stream}`, { deliver_subject: 'zz' }],
    ['STREAM.NAMES', {}],
    ['STREAM.LIST', {}],
    [`STREAM.INFO.${stream}`, {}],
    [`CONSUMER.CREATE.${stream}`, { stream_name: stream, config: push }],
    [`CONSUMER.CREATE.${stream}.evil`, { stream_name: stream, config: push }],
    [`CONSUMER.DURABLE.CREATE.${stream}.evil`, { stream_name: stream, config: push }],
    [`CONSUMER.NAMES.${stream}`, {}],
    [`CONSUMER.LIST.${stream}`, {}],
    ['INFO', {}],
  ];
  return calls.flatMap(([call, body]) =>
    ['$JS.API', 'STORE'].map((prefix) => ({ subject: `${prefix}.${call}`, body: JSON.stringify(body) })),
  );
}

/** Membership removes the events with values of a person who is erased, one by one and from its own stream. */
function mayEraseOwn(owner: string, subject: string): boolean {
  return owner === 'membership' && /^STORE\.STREAM\.MSG\.(GET|DELETE)\.evt_membership$/.test(subject);
}

/** Refused, or without any effect: nobody is there, or it is said that the account has no JetStream. */
async function expectNothing(nats: NatsConnection, { subject, body }: Attack): Promise<void> {
  const answer = await nats.request(subject, body, { timeout: 2_000 }).then(
    (message) => message.json<{ readonly error?: { readonly err_code: number } }>().error?.err_code ?? 'done',
    (error: Error) =>
      /permission|no responders/i.exec(String(error) + String(error.cause))?.[0].toLowerCase(),
  );
  const noJetStreamHere = 10_039;
  expect({ subject, answer: answer === noJetStreamHere ? 'no responders' : answer }).toEqual({
    subject,
    answer: expect.stringMatching(/^(permission|no responders)$/),
  });
}

interface Heard {
  readonly subject: string;
  readonly text: string;
}

/** What comes to anybody in the account of the streams and calls while something is done. */
async function heardDuring(work: () => Promise<void>): Promise<Heard[]> {
  const heard: Heard[] = [];
  const subscription = admin.subscribe('*.>', {
    callback: (_error, message) => void heard.push({ subject: message.subject, text: message.string() }),
  });
  await admin.flush();
  await work();
  await admin.flush();
  subscription.unsubscribe();
  return heard;
}

interface StreamState {
  readonly messages: number;
  readonly bytes: number;
  readonly last_seq: number;
}

async function stateOf(stream: string): Promise<StreamState> {
  const reply = await admin.request(`$JS.API.STREAM.INFO.${stream}`, '');
  const { messages, bytes, last_seq } = reply.json<{ readonly state: StreamState }>().state;
  return { messages, bytes, last_seq };
}

/** Of everything that a service may not write to. */
async function statesOfOthers(owner: string): Promise<Record<string, StreamState>> {
  const streams = manifest.streams.filter(({ service }) => service !== owner).map(({ name }) => name);
  const buckets = manifest.buckets.filter(({ users }) => !users.includes(owner));
  const names = [...streams, ...buckets.map(({ name }) => streamOfBucket(name))];
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await stateOf(name)] as const)),
  );
}

const streamNames = async (): Promise<unknown> =>
  (await admin.request('$JS.API.STREAM.NAMES', '')).json<{ readonly streams: unknown }>().streams;

/** What the processes of a service send and get in its account, which is there for nothing else. */
function isOwn(owner: string, subject: string): boolean {
  const heard = manifest.consumers
    .filter(({ service }) => service === owner)
    .flatMap(({ subjects }) => subjects);
  const buckets = manifest.buckets
    .filter(({ users }) => users.includes(owner))
    .map(({ name }) => `$O.${name}.`);
  const begins = [`evt.${owner}.`, `_INBOX_${owner}-store.`, 'STORE.', '$JS.ACK.', ...buckets];
  return heard.includes(subject) || begins.some((begin) => subject.startsWith(begin));
}

/** Somebody calls, it is answered, and every service comes to know of it. */
async function expectPlatformWorks(timeoutMs?: number): Promise<void> {
  const parentId = network.districts[0].id;
  const { id } = await network.operator.client.post<{ id: string }>('/unions', {
    parentId,
    name: randomUUID(),
  });
  for (const service of ['sharing', 'settlement', 'evaluation', 'notification', 'affairs'])
    await eventually(
      () =>
        withDatabase(platform, async (sql) => {
          const known = await sql.query(`SELECT 1 FROM ${service}.union_ref WHERE id = $1`, [id]);
          expect([service, known.rowCount]).toEqual([service, 1]);
        }),
      timeoutMs,
    );
}

describe('nats-server', () => {
  it('is of the version whose subjects are tried here', () => {
    expect(admin.info?.version).toBe(natsVersion);
  });
});

describe.each(owners)('the password of %s', (owner) => {
  it('makes, changes, empties, reads and removes nothing of JetStream', async () => {
    const [names, before] = [await streamNames(), await statesOfOthers(owner)];
    for (const user of usersOf(owner)) {
      const nats = await connectAs(owner, user);
      for (const { name } of manifest.streams) {
        const attacks = attacksOnJetStream(name).filter(({ subject }) => !mayEraseOwn(owner, subject));
        await Promise.all(attacks.map((attack) => expectNothing(nats, attack)));
      }
    }
    expect([await streamNames(), await statesOfOthers(owner)]).toEqual([names, before]);
    await expectPlatformWorks();
  });

  it('tells no event of another service, writes no file of another, and asks nobody', async () => {
    const subjects = [
      ...manifest.streams
        .filter(({ service }) => service !== owner)
        .map(({ service }) => `evt.${service}.forged.v1`),
      ...manifest.buckets
        .filter(({ users }) => !users.includes(owner))
        .map(({ name }) => `$O.${name}.M.forged`),
      ...(owner === 'gateway' ? [] : owners.map((name) => `rpc.${name}`)),
      ...(owner === 'membership' ? [] : ['auth.changed']),
    ];
    const before = await statesOfOthers(owner);
    const heard = await heardDuring(async () => {
      for (const user of usersOf(owner)) {
        const nats = await connectAs(owner, user);
        for (const subject of subjects) await expectNothing(nats, { subject, body: 'forged' });
      }
    });
    expect(heard.filter(({ text }) => text === 'forged')).toEqual([]);
    expect(await statesOfOthers(owner)).toEqual(before);
  });

  it('hears no calls, answers, events or files of others', async () => {
    const others = owners.filter((name) => name !== owner);
    const subjects = [
      '>',
      '*.>',
      'evt.>',
      '$O.>',
      '$JS.>',
      ...others.flatMap((name) => [
        `rpc.${name}`,
        `slow.${name}`,
        `_INBOX_${name}.>`,
        `_INBOX_${name}-store.>`,
      ]),
    ];
    const heard: string[] = [];
    for (const user of usersOf(owner)) {
      const nats = await connectAs(owner, user);
      nats.closed().catch(() => undefined);
      for (const subject of subjects)
        nats.subscribe(subject, {
          callback: (error, message) => void (error ?? heard.push(message.subject)),
        });
      await nats.flush();
    }
    await expectPlatformWorks();
    expect(heard.filter((subject) => !isOwn(owner, subject))).toEqual([]);
  });

  it('reads no bucket and fetches by no consumer of another', async () => {
    const foreign = [
      ...manifest.buckets
        .filter(({ users }) => !users.includes(owner))
        .map(({ name }) => `DIRECT.GET.${streamOfBucket(name)}`),
      ...manifest.streams.map(({ name }) => `DIRECT.GET.${name}`),
      ...manifest.consumers
        .filter(({ service }) => service !== owner)
        .flatMap(({ stream, name }) => [
          `CONSUMER.INFO.${stream}.${name}`,
          `CONSUMER.MSG.NEXT.${stream}.${name}`,
        ]),
    ];
    for (const user of usersOf(owner)) {
      const nats = await connectAs(owner, user);
      for (const call of foreign)
        for (const prefix of ['$JS.API', 'STORE'])
          await expectNothing(nats, {
            subject: `${prefix}.${call}`,
            body: call.startsWith('CONSUMER') ? '' : '{"seq":1}',
          });
    }
  });

  it('cannot have JetStream send what it has kept to a subject on which others work', async () => {
    const bucket = manifest.buckets.find(({ users }) => users.includes(owner))?.name ?? '';
    const nats = await connectAs(owner, storeUserOf(owner));
    const [names, before] = [await streamNames(), await statesOfOthers(owner)];
    const ownBefore = await stateOf(streamOfBucket(bucket));
    const evil = { name: 'evil', subjects: ['rpc.membership'], storage: 'memory', no_ack: true };
    const bodies = { forged: JSON.stringify(evil), empty: '{}' };
    for (const [name, body] of Object.entries(bodies)) await nats.request(`$O.${bucket}.C.${name}`, body);
    const targets = [
      'rpc.membership',
      'slow.settlement',
      'push.somebody',
      'auth.changed',
      '$JS.API.STREAM.CREATE.evil',
      ...manifest.streams
        .filter(({ service }) => service !== owner)
        .flatMap(({ name, service }) => [`evt.${service}.forged.v1`, `$JS.API.STREAM.PURGE.${name}`]),
    ];
    const heard = await heardDuring(async () => {
      for (const name of Object.keys(bodies))
        for (const reply of targets)
          for (const prefix of ['STORE', '$JS.API'])
            nats.publish(`${prefix}.DIRECT.GET.${streamOfBucket(bucket)}.$O.${bucket}.C.${name}`, '', {
              reply,
            });
      // The acknowledgement of an own event or file is led astray, too.
      for (const reply of targets) nats.publish(`$O.${bucket}.C.led-astray`, '{}', { reply });
      await nats.flush();
      // What is asked after them is answered after them.
      await nats.request(`STORE.DIRECT.GET.${streamOfBucket(bucket)}.$O.${bucket}.C.empty`, '');
    });
    // An answer on its way into the account of the one who asked, where it goes by a name that nobody chooses.
    const onItsWay = /^_R_[.]/;
    const forged = heard.filter(({ subject, text }) => text === bodies.forged && !onItsWay.test(subject));
    expect(forged).toEqual([]);
    expect([await streamNames(), await statesOfOthers(owner)]).toEqual([names, before]);
    const done = headers();
    done.set('Nats-Rollup', 'sub');
    done.set('Nats-TTL', '1s');
    for (const name of [...Object.keys(bodies), 'led-astray'])
      await nats.request(`$O.${bucket}.C.${name}`, '', { headers: done, timeout: 5_000 });
    await eventually(async () =>
      expect((await stateOf(streamOfBucket(bucket))).messages).toBe(ownBefore.messages),
    );
    await expectPlatformWorks();
  });
});

describe('an upload', () => {
  /** By the person's own access to the interface. */
  const upload = async (name: string): Promise<string> => {
    const form = new FormData();
    form.set('file', new Blob([`姓名,身份证号\n${name},x\n`], { type: 'text/csv' }), 'roster.csv');
    const answer = await fetch(`${platform.gatewayUrl}/api/v1/files`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${network.operator.token}`, 'Idempotency-Key': randomUUID() },
      body: form,
    });
    return ((await answer.json()) as { key: string }).key;
  };

  const isIn = async (bucket: string, key: string): Promise<boolean> => {
    const subject = `$O.${bucket}.M.${Buffer.from(key).toString('base64').replaceAll('+', '-').replaceAll('/', '_')}`;
    const reply = await admin.request(`$JS.API.DIRECT.GET.OBJ_${bucket}.${subject}`, '');
    return reply.headers?.code === 0 && reply.json<{ deleted?: boolean }>().deleted !== true;
  };

  it('lies where the gateway alone reads, and goes to the service that a request names it to', async () => {
    const key = await upload('张三');
    const everywhere = manifest.buckets.map(({ name }) => name);
    const places = async (): Promise<string[]> => {
      const found = await Promise.all(everywhere.map((bucket) => isIn(bucket, key)));
      return everywhere.filter((_bucket, index) => found[index]);
    };
    expect(await places()).toEqual(['uploads']);
    const body = { unionId: network.near.id, fileKey: key, dryRun: true };
    const { token } = network.operator;
    await ask(platform.gatewayUrl, 'POST', '/member-imports', { token, body });
    expect(await places()).toEqual(['files-membership']);
    const still = await fetch(`${platform.gatewayUrl}/api/v1/files/${key}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(await still.text()).toContain('张三');
  });
});

describe('a control', () => {
  it('the administrator may do what is refused above: the attacks are well formed', async () => {
    const evil = { name: 'evil', subjects: ['zz.evil'], storage: 'memory' };
    const made = await admin.request('$JS.API.STREAM.CREATE.evil', JSON.stringify(evil));
    expect(made.json()).not.toHaveProperty('error');
    const { subject, body } = attacksOnJetStream('evil').find((one) =>
      one.subject.includes('.CREATE.evil.evil'),
    ) ?? {
      subject: '',
      body: '',
    };
    expect((await admin.request(subject, body)).json()).toMatchObject({
      config: { deliver_subject: 'rpc.membership' },
    });
    // Its answer goes where the asker says, which is why a service may ask only within an account of its own.
    await admin.request('zz.evil', '{}');
    expect((await stateOf('evil')).messages).toBe(1);
    admin.publish('$JS.API.STREAM.MSG.GET.evil', '{"seq":1}', { reply: 'zz.evil' });
    await eventually(async () => expect((await stateOf('evil')).messages).toBe(2));
    await admin.request('$JS.API.STREAM.DELETE.evil', '');
  });

  it('what NATS has lost is made again while the platform runs, and every event arrives', async () => {
    for (const { name } of manifest.streams) await admin.request(`$JS.API.STREAM.DELETE.${name}`, '');
    await eventually(async () => {
      for (const { name } of manifest.streams) await stateOf(name);
    });
    // A consumer that is not told that its stream is gone finds out after two heartbeats that did not come: 30 s.
    await expectPlatformWorks(75_000);
    for (const { service } of manifest.streams) await eventually(() => allHeard(platform, admin, service));
  });
});
