import type { UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import type { StatementView } from '@gongxiang/contracts/settlement/accounts/statement.contract';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../demo/tools/world.js';
import { ask, type Question, send } from './ask.js';
import { makeNetwork, makePerson, type Network, type Person, withDatabase } from './fixtures.js';
import { sharedPlatform } from './shared-platform.js';
import { connectAsAdmin } from './streams.js';
import type { TestPlatform } from './test-platform.js';

const pdf = 'application/pdf';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
let platform: TestPlatform;
let network: Network;
let treasurer: Person;
let address: string;
/** The files that wait to be fetched before this proof has asked for any: other proofs use the platform, too. */
let waiting: string[];

beforeAll(async () => {
  platform = await sharedPlatform();
  network = await makeNetwork(platform);
  treasurer = await makePerson(platform, network, network.near, ['finance']);
  await owed(network.near, network.next, 123_456n);
  address = `/statements?union=${network.near.id}&from=2026-01-01&to=2026-03-31`;
  waiting = await filesWaiting();
});

afterAll(() => platform?.stop());

/** What one union owes another, as a netting run would have left it in the ledger. */
async function owed(creditor: UnionView, debtor: UnionView, fen: bigint): Promise<void> {
  await withDatabase(platform, async (sql) => {
    const known = 'SELECT 1 FROM settlement.union_ref WHERE id = ANY($1::uuid[])';
    const both = [[creditor.id, debtor.id]];
    await until(async () => (await sql.query(known, both)).rowCount === 2, 'the copies of the unions');
    await sql.query(
      `WITH parties AS (
         INSERT INTO settlement.account (id, party_kind, party_id, union_id, income_kind, purpose, created_at)
         SELECT gen_random_uuid(), 'union', id, id, 'dues', 'current', now() FROM unnest(ARRAY[$1, $2]::uuid[]) AS t(id)
         RETURNING id, party_id
       ), made AS (
         INSERT INTO settlement.entry (id, kind, title, posted_on, posted_at, posted_by, union_id, source_id, row_hash)
         VALUES (gen_random_uuid(), 'netting', '轧差', '2026-02-01', now(), $1::uuid, $1::uuid, gen_random_uuid(), 'none')
         RETURNING id
       )
       INSERT INTO settlement.posting (entry_id, line, debit_account, credit_account, amount_fen, income_kind, posted_on)
       SELECT made.id, 0, debtor.id, creditor.id, $3, 'dues', '2026-02-01' FROM made, parties AS debtor, parties AS creditor
       WHERE creditor.party_id = $1::uuid AND debtor.party_id = $2::uuid`,
      [creditor.id, debtor.id, String(fen)],
    );
  });
}

/** What lies in the bucket from which the gateway sends what settlement has made. */
async function filesWaiting(): Promise<string[]> {
  const nats = await connectAsAdmin(platform);
  try {
    const subjects = JSON.stringify({ subjects_filter: '$O.brief-files-settlement.C.>' });
    const info = await nats.request('$JS.API.STREAM.INFO.OBJ_brief-files-settlement', subjects);
    const { config, state } = info.json<{ config: { max_age: number }; state: { subjects?: object } }>();
    expect(config.max_age).toBeGreaterThan(0);
    return Object.keys(state.subjects ?? {});
  } finally {
    await nats.close();
  }
}

interface Download {
  readonly status: number;
  readonly type: string | null;
  readonly bytes: Buffer;
  readonly headers: Headers;
  /** As a browser would save it. */
  readonly fileName: string;
}

async function download(query: string, headers: Question['headers'] = {}): Promise<Download> {
  const question = { token: treasurer.token, headers };
  const answer = await send(platform.gatewayUrl, 'GET', `${address}${query}`, question);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const disposition = answer.headers.get('content-disposition') ?? '';
  const fileName = decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(disposition)?.[1] ?? '');
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    bytes,
    headers: answer.headers,
    fileName,
  };
}

describe('a statement through the gateway', () => {
  it.each([
    ['as it is', '', {}],
    ['by parameter, whatever Accept says', '&format=json', { Accept: pdf }],
    ['where Accept names nothing that there is', '', { Accept: 'image/png' }],
  ])('is JSON %s', async (_how, query, headers) => {
    const { status, type, bytes } = await download(query, headers);
    expect([status, type]).toEqual([200, expect.stringContaining('application/json')]);
    const view = JSON.parse(bytes.toString()) as StatementView;
    expect([view.opening.amount, view.lines.length, view.closing.amount]).toEqual(['0', 1, '123456']);
  });

  it.each([
    ['PDF by parameter', '&format=pdf', {}, pdf, 'pdf'],
    ['PDF by Accept', '', { Accept: pdf }, pdf, 'pdf'],
    ['a workbook by parameter', '&format=xlsx', { Accept: pdf }, xlsx, 'xlsx'],
    ['a workbook by Accept', '', { Accept: `${pdf};q=0.5, ${xlsx}` }, xlsx, 'xlsx'],
  ])('is %s', async (_how, query, accept, type, ending) => {
    const answer = await download(query, accept);
    expect([answer.status, answer.type]).toEqual([200, type]);
    expect(answer.fileName).toBe(`${network.near.name} 工会往来对账单 2026-01-01—2026-03-31.${ending}`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-length')).toBe(String(answer.bytes.length));
    const text = answer.bytes.toString('latin1');
    expect(text).toMatch(type === pdf ? /^%PDF-1\.7[^]*%%EOF\n$/ : /^PK[^]*xl\/workbook\.xml/);
  });

  it('is in the language of whoever asks, down to the name of the file', async () => {
    const { fileName } = await download('&format=pdf', { 'Accept-Language': 'en-GB' });
    expect(fileName).toBe(`${network.near.name} Statement of Account 2026-01-01—2026-03-31.pdf`);
  });

  it('leaves no file behind once it is sent', async () => {
    await download('&format=pdf');
    await eventually(async () => {
      const left = await filesWaiting();
      expect(left.filter((name) => !waiting.includes(name))).toEqual([]);
    });
  });

  it.each(['docx', 'PDF', '', 'json,pdf'])('is refused as %j, with a pointer', async (format) => {
    const refused = await ask(platform.gatewayUrl, 'GET', `${address}&format=${format}`, {
      token: treasurer.token,
    });
    expect([refused.status, refused.body.errors?.map(({ pointer }) => pointer)]).toEqual([400, ['/format']]);
  });

  it.each(['', '&format=xlsx', '&format=pdf'])('is nobody else’s, asked for with "%s"', async (query) => {
    const stranger = await makePerson(platform, network, network.next, ['finance']);
    for (const [token, status] of [
      [null, 401],
      [stranger.token, 404],
    ] as const) {
      const { gatewayUrl } = platform;
      const refused = await ask(gatewayUrl, 'GET', `${address}${query}`, { token });
      expect([refused.status, refused.headers.get('content-type')]).toEqual([
        status,
        'application/problem+json; charset=utf-8',
      ]);
    }
  });

  it.each(['pdf', 'xlsx'])('whose days are reversed is refused as %s as it is as JSON', async (format) => {
    const reversed = `/statements?union=${network.near.id}&from=2026-03-31&to=2026-01-01&format=${format}`;
    const refused = await ask(platform.gatewayUrl, 'GET', reversed, { token: treasurer.token });
    expect([refused.status, refused.body.code]).toEqual([422, 'DATES_REVERSED']);
  });
});
