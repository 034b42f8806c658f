import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createHash,
  generateKeyPairSync,
  privateDecrypt,
  constants,
  type KeyObject,
  verify,
} from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createApi, answerOf } from '../../../api/client.js';
import { ProblemError } from '../../../api/problem.js';
import { SessionStore } from '../../../api/session-store.js';
import { createTransport } from '../../../api/transport.js';
import { KeptTokens } from './kept-tokens.js';
import { OtherKeysError, prepareToken } from './prepare-token.js';
import { publishedKeysHash } from './published-keys.js';
import { deliver, outgoing, sendAnswers } from './send-answers.js';

const personId = '01936d5e-0000-7000-8000-0000000000aa';
const surveyId = '01936d5e-0000-7000-8000-0000000000bb';
const accessToken = 'the-access-token-of-the-person';

interface Seen {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const survey = {
  id: surveyId,
  publicKey: { ...publicKey.export({ format: 'jwk' }), alg: 'PS384', ext: true, key_ops: ['verify'] },
  sealingKey: 'c2VhbGVk',
};
const { n, e } = survey.publicKey as { readonly n?: string; readonly e?: string };
const keysHash = createHash('sha256').update(`${n}.${e}.c2VhbGVk`).digest('hex');

let server: Server;
let baseUrl: string;
let seen: Seen[];
let answer: (request: Seen) => Reply;
let storage: Storage;
let kept: KeptTokens;
let published: () => Promise<string | null>;

beforeEach(async () => {
  seen = [];
  answer = platform;
  storage = memory();
  kept = new KeptTokens(storage);
  published = () => publishedKeysHash(baseUrl, surveyId);
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body };
      seen.push(one);
      const reply = answer(one);
      response.writeHead(reply.status, {
        'Content-Type': 'application/json',
        'Set-Cookie': 'session=of-the-person; Path=/',
      });
      response.end(JSON.stringify(reply.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('an answer', () => {
  it('E125: carries a token that the platform signed blind, and nothing of the person', async () => {
    await prepare();
    fillIn({ place: 4, words: 'more of it' });
    expect(await send()).toBe('sent');

    const [published, asked, sent] = seen;
    // What is compared is asked from nobody.
    expect(published?.path).toBe(`/api/v1/public/surveys/${surveyId}/keys`);
    expect(JSON.stringify(published?.headers)).not.toContain(accessToken);
    expect(asked?.headers.authorization).toBe(`Bearer ${accessToken}`);
    expect(asked?.headers['idempotency-key']).toBeDefined();
    expect(sent?.path).toBe(`/api/v1/surveys/${surveyId}/responses`);
    // Whatever a browser adds by itself is the same for everybody; this is all that is ours.
    const usual = ['host', 'connection', 'content-length', 'content-type', 'accept', 'accept-encoding'];
    const ofTheEngine = ['accept-language', 'sec-fetch-mode', 'user-agent', 'cache-control', 'pragma'];
    const others = Object.keys(sent?.headers ?? {}).filter(
      (name) => ![...usual, ...ofTheEngine].includes(name),
    );
    expect(others).toEqual([]);
    const body = JSON.parse(sent?.body ?? '') as Record<string, string>;
    expect(Object.keys(body).sort()).toEqual(['answers', 'receipt', 'signature', 'token']);
    expect(Buffer.from(body['receipt'] ?? '', 'base64')).toHaveLength(32);
    expect(body['answers']).toEqual({ place: 4, words: 'more of it' });
    for (const secret of [personId, accessToken, 'of-the-person']) {
      expect(JSON.stringify([sent?.path, sent?.headers, sent?.body])).not.toContain(secret);
    }
  });

  it('has nothing in common with what the platform saw when it signed, and yet is signed by it', async () => {
    await prepare();
    fillIn({ place: 5 });
    await send();
    const { token = '', signature = '' } = JSON.parse(seen[2]?.body ?? '') as Record<string, string>;
    const { blindedToken = '' } = JSON.parse(seen[1]?.body ?? '') as Record<string, string>;
    const blindSignature = signBlind(privateKey, blindedToken);
    expect([token, signature]).not.toContain(blindedToken);
    expect([token, signature]).not.toContain(blindSignature);
    const key = { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
    const [message, proof] = [Buffer.from(token, 'base64'), Buffer.from(signature, 'base64')];
    expect(message).toHaveLength(32);
    expect(verify('sha384', message, key, proof)).toBe(true);
  });

  it('leaves nothing behind on the phone but that it was sent', async () => {
    await prepare();
    kept.writeDraft(personId, surveyId, { place: 4 });
    fillIn({ place: 4 });
    await send();
    expect(kept.read(personId, surveyId)).toEqual({ step: 'over', why: 'sent' });
    expect(JSON.stringify(storage)).not.toContain('place');
    expect(await send()).toBeNull();
    expect(seen).toHaveLength(3);
    // This browser does not ask its person again, nor does it keep others from answering.
    expect([kept.sentBy(personId), kept.sentBy('somebody-else')]).toEqual([[surveyId], []]);
  });

  it('waits on the phone while there is no network, and is sent once there is', async () => {
    await prepare();
    fillIn({ place: 2 });
    const nowhere = await deliver(kept, { personId, surveyId }, (id, one) =>
      sendAnswers('http://127.0.0.1:1', id, one),
    );
    expect(nowhere).toBe('kept');
    expect(kept.outgoing()).toEqual([{ personId, surveyId }]);
    const receipt = JSON.stringify(kept.read(personId, surveyId));
    expect(await send()).toBe('sent');
    expect(receipt).toContain(JSON.parse(seen.at(-1)?.body ?? '').receipt);
    expect(kept.outgoing()).toEqual([]);
  });

  it.each([
    [503, 'BUSY', 'kept'],
    [429, 'TOO_MANY_REQUESTS', 'kept'],
    [409, 'TOKEN_USED', 'used'],
    [409, 'SURVEY_NOT_OPEN', 'late'],
    [404, 'NOT_FOUND', 'late'],
    [422, 'ANSWER_MISSING', 'refused'],
  ] as const)('that meets %s %s is %s', async (status, code, outcome) => {
    await prepare();
    fillIn({ place: 2 });
    answer = () => refusal(status, code);
    expect(await send()).toBe(outcome);
    const after = kept.read(personId, surveyId);
    if (outcome === 'kept') expect(after?.step).toBe('outgoing');
    else if (outcome === 'refused') {
      expect(after).toMatchObject({ step: 'ready', wasRefused: true });
      expect(kept.readDraft(personId, surveyId)).toEqual({ place: 2 });
    } else expect(after).toEqual({ step: 'over', why: outcome });
  });
});

describe('a token', () => {
  it('is asked for again with the same blinded value where the answer was lost', async () => {
    answer = failing(500, 'INTERNAL');
    await expect(prepare()).rejects.toBeInstanceOf(ProblemError);
    expect(kept.read(personId, surveyId)?.step).toBe('blinded');
    answer = platform;
    await prepare();
    const asked = seen.filter(({ path }) => path.endsWith('/tokens'));
    expect(asked).toHaveLength(2);
    expect(asked[1]?.body).toBe(asked[0]?.body);
    expect(kept.read(personId, surveyId)?.step).toBe('ready');
  });

  it('is fetched once, however often the list of surveys is opened', async () => {
    await prepare();
    await prepare();
    expect(seen.filter(({ path }) => path.endsWith('/tokens'))).toHaveLength(1);
  });

  it('that another device holds is said so', async () => {
    answer = failing(409, 'TOKEN_ALREADY_ISSUED');
    await prepare();
    expect(kept.read(personId, surveyId)).toEqual({ step: 'over', why: 'issuedElsewhere' });
  });

  it('E126: is refused to who did not come, and asked for anew later', async () => {
    answer = failing(403, 'NOT_ATTENDED');
    await expect(prepare()).rejects.toMatchObject({ problem: { code: 'NOT_ATTENDED' } });
    expect(kept.read(personId, surveyId)?.step).toBe('blinded');
  });

  it('is not blinded for other keys than everybody is told of', async () => {
    published = async () => 'f'.repeat(64);
    await expect(prepare()).rejects.toBeInstanceOf(OtherKeysError);
    expect(kept.read(personId, surveyId)).toBeNull();
    expect(seen).toEqual([]);
  });

  it('of one person is not used by the next at the same computer', async () => {
    await prepare();
    expect(kept.read('01936d5e-0000-7000-8000-0000000000cc', surveyId)).toBeNull();
  });
});

/** As the evaluation service does it: the raw operation on the blinded value. */
function platform({ path, body }: Seen): Reply {
  if (path.endsWith('/responses')) return { status: 201, body: { received: true } };
  if (path.endsWith('/keys')) return { status: 200, body: { surveyId, keysHash } };
  const { blindedToken } = JSON.parse(body) as { readonly blindedToken: string };
  return { status: 201, body: { blindSignature: signBlind(privateKey, blindedToken) } };
}

function signBlind(key: KeyObject, blindedToken: string): string {
  const message = Buffer.from(blindedToken, 'base64');
  return privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, message).toString('base64');
}

/** By the portal's own client, signed in. */
function prepare(): Promise<void> {
  const session = new SessionStore(memory());
  session.begin({ accessToken, refreshToken: 'r' });
  const api = createApi(baseUrl, createTransport({ baseUrl, session, locale: () => 'en' }));
  const sign = async (id: string, blindedToken: string): Promise<string> => {
    const params = { path: { surveyId: id }, header: { 'Idempotency-Key': 'k' } };
    const signed = await answerOf(
      api.POST('/api/v1/surveys/{surveyId}/tokens', { params, body: { blindedToken } }),
    );
    return signed.blindSignature;
  };
  return prepareToken({ kept, personId, survey, sign, keysHash: () => published() });
}

function fillIn(answers: Readonly<Record<string, number | string>>): void {
  const token = kept.read(personId, surveyId);
  if (token?.step !== 'ready') throw new Error('there is no token');
  kept.write(personId, surveyId, outgoing(token, answers));
  kept.dropDraft(personId, surveyId);
}

function send() {
  return deliver(kept, { personId, surveyId }, (id, one) => sendAnswers(baseUrl, id, one));
}

/** The keys are told as ever. */
function failing(status: number, code: string): typeof answer {
  return (request) => (request.path.endsWith('/keys') ? platform(request) : refusal(status, code));
}

function refusal(status: number, code: string): Reply {
  const body = { type: 'about:blank', title: '', status, code, detail: code, errors: [] };
  return { status, body };
}

function memory(): Storage {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    clear: () => values.clear(),
    key: (index: number) => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
    toJSON: () => [...values],
  } as unknown as Storage;
}
