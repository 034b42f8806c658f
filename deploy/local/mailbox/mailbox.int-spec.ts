import { once } from 'node:events';
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { freePort } from '@gongxiang/testing/servers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { type Mailbox, openMailbox } from './mailbox.js';
import { MessageStore } from './message-store.js';

let directory: string;
let mailbox: Mailbox;
/** In place of the gateway, which the one click asks. */
let platform: Server;
let clicks: { readonly path: string | undefined; readonly type: string | undefined; readonly body: string }[];
let platformStatus: number;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'gongxiang-mailbox-'));
  [clicks, platformStatus] = [[], 200];
  platform = createServer((asked, response) => {
    void textOf(asked).then((body) => {
      clicks.push({ path: asked.url, type: asked.headers['content-type'], body });
      response.writeHead(platformStatus).end();
    });
  });
  platform.listen(0, '127.0.0.1');
  await once(platform, 'listening');
  mailbox = await open();
});

afterEach(async () => {
  await mailbox.stop();
  platform.closeAllConnections();
  platform.close();
  rmSync(directory, { recursive: true, force: true });
});

function open(changes: { readonly takesMail?: boolean } = {}): Promise<Mailbox> {
  return openMailbox({
    directory,
    takesMail: true,
    platformUrl: () => platformUrl(),
    takePort: () => freePort(),
    say: (said) => {
      throw new Error(said);
    },
    ...changes,
  });
}

function platformUrl(): string {
  return `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
}

async function sendMail(mail: SendMailOptions): Promise<void> {
  const transport = createTransport(mailbox.mailUrl);
  try {
    await transport.sendMail({ from: '工享 <notices@gongxiang.invalid>', text: 'text', ...mail });
  } finally {
    transport.close();
  }
}

/** As services do. */
function putTextMessage(name: string, message: unknown): void {
  writeFileSync(join(directory, 'draft'), JSON.stringify(message));
  renameSync(join(directory, 'draft'), join(directory, name));
}

interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Shown {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Not `fetch`, which names the host by itself. */
async function ask(path: string, { method = 'GET', headers = {} }: Asking = {}): Promise<Shown> {
  const asking = request(mailbox.url + path, { method, headers: { 'Accept-Language': 'en-GB', ...headers } });
  asking.end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await textOf(response) };
}

async function pathOfFirst(): Promise<string> {
  const { body } = await ask('/');
  const path = /href="(\/messages\/[^"]+)"/.exec(body)?.[1];
  if (path === undefined) throw new Error('no message is shown');
  return path;
}

describe('the mailbox', () => {
  it('shows mails and text messages together, the newest first, and finds those to somebody', async () => {
    expect((await ask('/')).body).toContain('No messages yet.');
    putTextMessage('0199.json', { phone: '13900001111', text: '验证码 123456，30 分钟内有效。' });
    utimesSync(join(directory, '0199.json'), new Date(0), new Date(0));
    await sendMail({ to: 'lin@example.com', subject: '有人申请借用：<投影仪>' });
    const { body } = await ask('/');
    expect(body).toMatch(
      /Mail<.*lin@example\.com<.*有人申请借用：&lt;投影仪&gt;<.*Text message<.*13900001111<.*123456/s,
    );
    const found = await ask('/?to=LIN@');
    expect(found.body).toContain('lin@example.com');
    expect(found.body).not.toContain('13900001111');
    expect((await ask('/?to=%3Cb%3E')).body).toContain('There are no messages to “&lt;b&gt;”.');
  });

  it('shows a mail whole, with the links to the platform alone', async () => {
    const link = `${platformUrl()}/loans/1`;
    const text = `请决定。\n${'很长的一行。'.repeat(30)}\n打开: ${link}\nhttps://elsewhere.example/`;
    await sendMail({ to: 'lin@example.com', subject: '有人申请借用', text, html: '<h1>大字</h1>' });
    const path = await pathOfFirst();
    const { body } = await ask(path);
    expect(body).toContain('<h1>有人申请借用</h1>');
    expect(body).toContain('工享 &lt;notices@gongxiang.invalid&gt;');
    expect(body).toContain('很长的一行。'.repeat(30));
    expect([...body.matchAll(/<a href="(http[^"]+)"/g)].map(([, url]) => url)).toEqual([link]);
    expect(body).toContain('Delivered-To: lin@example.com');
    expect(body).not.toContain('大字');
  });

  it('shows the HTML of a mail in a frame in which nothing runs', async () => {
    await sendMail({
      to: 'lin@example.com',
      subject: 'HTML',
      html: '<h1>大字</h1><script>alert(1)</script>',
    });
    const path = await pathOfFirst();
    expect((await ask(path)).body).toMatch(
      /<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/,
    );
    const { body, headers } = await ask(`${path}/html`);
    expect(body).toContain('<h1>大字</h1>');
    expect(headers['content-security-policy']).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';/,
    );
    putTextMessage('0199.json', { phone: '13900001111', text: 'text' });
    expect((await ask('/messages/0199.json/html')).status).toBe(404);
  });

  it('presses the button of a mail as a mail program does, and says what became of it', async () => {
    const mail = { to: 'lin@example.com', subject: 'Stop', headers: oneClick(platformUrl()) };
    await sendMail(mail);
    const path = await pathOfFirst();
    expect((await ask(path)).body).toContain(`action="${path}/unsubscribe"`);
    const press = (): Promise<Shown> =>
      ask(`${path}/unsubscribe`, { method: 'POST', headers: { Origin: mailbox.url } });
    const { status, headers } = await press();
    expect([status, headers.location]).toEqual([303, `${path}?answered=200`]);
    expect((await ask(`${path}?answered=200`)).body).toContain('Unsubscribed');
    expect(clicks).toEqual([
      {
        path: `/api/v1/notice-refusals/${'long'.repeat(40)}`,
        type: 'application/x-www-form-urlencoded;charset=UTF-8',
        body: 'List-Unsubscribe=One-Click',
      },
    ]);
    platformStatus = 422;
    expect((await press()).headers.location).toBe(`${path}?answered=422`);
    expect((await ask(`${path}?answered=422`)).body).toContain('and answered 422.');
    expect((await ask(`${path}?answered=%3Cb%3E`)).body).toContain('The platform did not answer.');
  });

  it('presses no button for the page of somebody else, nor one that leads elsewhere', async () => {
    await sendMail({ to: 'lin@example.com', subject: 'Stop', headers: oneClick(platformUrl()) });
    const path = await pathOfFirst();
    const others: Readonly<Record<string, string>>[] = [
      {},
      { Origin: 'https://elsewhere.example' },
      { Origin: 'null' },
    ];
    for (const headers of others)
      expect((await ask(`${path}/unsubscribe`, { method: 'POST', headers })).status).toBe(403);
    await sendMail({ to: 'lin@example.com', subject: 'Stop', headers: oneClick('http://127.0.0.1:9') });
    const other = await pathOfFirst();
    expect((await ask(other)).body).not.toContain('/unsubscribe');
    const headers = { Origin: mailbox.url };
    expect((await ask(`${other}/unsubscribe`, { method: 'POST', headers })).status).toBe(404);
    expect(clicks).toEqual([]);
  });

  it('answers to the names of this machine alone, and lets nothing be done but what it offers', async () => {
    const { port } = new URL(mailbox.url);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`])
      expect((await ask('/', { headers: { Host: host } })).status).toBe(200);
    for (const host of ['elsewhere.example', `127.0.0.1.elsewhere.example:${port}`, 'localhost@x'])
      expect((await ask('/', { headers: { Host: host } })).status).toBe(403);
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
    for (const path of ['/nothing', '/messages/..%2Fsecrets.json', '/messages/%', '//', '/messages/none.eml'])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    const { headers } = await ask('/');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'self'; script-src 'self';/,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('speaks Chinese where nobody asks for English', async () => {
    expect((await ask('/', { headers: { 'Accept-Language': 'de' } })).body).toContain('<html lang="zh-CN">');
    expect((await ask('/', { headers: { 'Accept-Language': 'de' } })).body).toContain('还没有消息。');
    expect((await ask('/')).body).toContain('<html lang="en">');
  });

  it('keeps its mails when it is opened again, for their owner alone, and leaves out what is no message', async () => {
    await sendMail({ to: ['lin@example.com', 'wang@example.com'], subject: 'Kept' });
    putTextMessage('0199.json', { phone: 13_900_001_111 });
    writeFileSync(join(directory, '0200.json'), '{"phone":');
    await mailbox.stop();
    mailbox = await open();
    const { body } = await ask('/');
    expect(body).toContain('lin@example.com, wang@example.com');
    expect(body.match(/<li>/g)).toHaveLength(1);
    const [name = ''] = readdirSync(directory).filter((file) => file.endsWith('.eml'));
    expect(statSync(join(directory, name)).mode & 0o777).toBe(0o600);
  });

  it('shows what is no proper mail as it came', async () => {
    writeFileSync(join(directory, '0199.eml'), 'Delivered-To: lin@example.com\r\n\r\n\u0000 no mail');
    writeFileSync(join(directory, '0200.eml'), `X: ${'x'.repeat(3_000_000)}\r\n\r\ntext`);
    const { status, body } = await ask('/');
    expect([status, body.match(/<li>/g)]).toEqual([200, ['<li>', '<li>']]);
    expect(body).toContain('(no subject)');
    expect((await ask('/messages/0200.eml')).status).toBe(200);
  });

  it('refuses a mail that is too long, and takes the next', async () => {
    const isRefused = sendMail({ to: 'lin@example.com', subject: 'Long', text: 'x'.repeat(11_000_000) });
    await expect(isRefused).rejects.toMatchObject({ responseCode: 552 });
    await sendMail({ to: 'lin@example.com', subject: 'Short' });
    expect((await ask('/')).body).toContain('Short');
  });

  it('has no mail server where mails leave by a real one, and says so', async () => {
    await mailbox.stop();
    mailbox = await open({ takesMail: false });
    expect(mailbox.mailUrl).toBeUndefined();
    expect((await ask('/')).body).toContain('MAIL_URL is set');
  });

  it('takes another port where somebody else was faster', async () => {
    const taken = Number(new URL(mailbox.url).port);
    const ports = [taken, await freePort()];
    const second = await openMailbox({
      directory,
      takesMail: false,
      platformUrl,
      takePort: async () => ports.shift() ?? freePort(),
      say: () => undefined,
    });
    expect(second.url).not.toBe(mailbox.url);
    await second.stop();
  });
});

describe('mails', () => {
  it('are removed when they are too many or too old, and text messages are left to their service', async () => {
    const store = new MessageStore(directory, { mailsMax: 3, ageMaxMs: 1_000 });
    putTextMessage('0000.json', { phone: '13900001111', text: 'text' });
    for (const number of [1, 2, 3, 4, 5])
      await store.keepMail(Buffer.from(`Subject: ${number}\r\n\r\ntext`), ['lin@example.com']);
    const subjects = async (): Promise<string[]> =>
      (await store.list()).flatMap((message) => (message.way === 'mail' ? [message.subject] : [])).sort();
    expect(await subjects()).toEqual(['3', '4', '5']);
    const [oldest = ''] = readdirSync(directory)
      .filter((name) => name.endsWith('.eml'))
      .sort();
    const minuteAgo = new Date(Date.now() - 60_000);
    for (const name of [oldest, '0000.json']) utimesSync(join(directory, name), minuteAgo, minuteAgo);
    await store.removeOld();
    expect(await subjects()).toEqual(['4', '5']);
    expect(await store.list()).toHaveLength(3);
  });
});

/** Longer than a line of a header may be. */
function oneClick(origin: string): Readonly<Record<string, string>> {
  return {
    'List-Unsubscribe': `<${origin}/api/v1/notice-refusals/${'long'.repeat(40)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
