import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type CodeIssued,
  type CodeMessage,
  membershipEvents,
  type MessagePurpose,
  messagePurposes,
  type TextKind,
  type TextRaised,
} from '@gongxiang/contracts/membership/membership-events';
import { dayMs, minuteMs, newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import type { NotificationConfig } from '../config/config.js';
import { startNotification } from '../notification.fixture.js';
import {
  type ArrivedSms,
  FakeAliyun,
  FakeTencent,
  ownTemplatePairs,
  smsConfigOf,
} from '../sending/sms-provider.fixture.js';
import { TextMessageWatch } from './text-message-watch.js';
import { sealed } from './texts.fixture.js';

let notification: ServiceFixture;

/** Numbers that nobody else in a run has. */
let numbers = 0;
const newPhone = (): string => `139${String((numbers += 1)).padStart(8, '0')}`;

const start = async (config: Partial<NotificationConfig>): Promise<void> => {
  notification = await startNotification({ config: { publicUrl: 'https://gongxiang.example', ...config } });
  // Migrations have noted the due work at the time of this machine.
  notification.clock.set(new Date(Date.now() + minuteMs));
};
const untilOf = (validMs: number): string =>
  new Date(notification.clock.now().getTime() + validMs).toISOString();

interface More {
  readonly validMs?: number;
  readonly to?: Uint8Array;
}

/** A code that membership has issued. */
async function issued(
  purpose: MessagePurpose,
  message: Partial<CodeMessage> & Pick<CodeMessage, 'phone'>,
  { validMs = 5 * minuteMs, to }: More = {},
): Promise<CodeIssued> {
  const whole: CodeMessage = { code: '042817', locale: 'zh-CN', ...message };
  return { id: newId(), purpose, sealed: await sealed(whole, to), until: untilOf(validMs) };
}

async function issue(...given: Parameters<typeof issued>): Promise<CodeIssued> {
  const event = await issued(...given);
  await notification.emit(membershipEvents.codeIssued, event);
  return event;
}

/** Words that membership has raised. */
async function raise(
  kind: TextKind,
  phone: string,
  values: Readonly<Record<string, string>> = {},
): Promise<TextRaised> {
  const box = await sealed({ phone, kind, values, locale: 'zh-CN' });
  const event = { id: newId(), kind, sealed: box, until: untilOf(dayMs) };
  await notification.emit(membershipEvents.textRaised, event);
  return event;
}

/** What is kept of a message. */
async function kept({
  id,
}: {
  readonly id: string;
}): Promise<{ state: string; reason: string | null } | null> {
  const rows: { state: string; reason: string | null }[] = await notification.dataSource.query(
    'SELECT state, reason FROM text_message WHERE id = $1',
    [id],
  );
  return rows[0] ?? null;
}

const untilKept = (event: { readonly id: string }, expected: object): Promise<void> =>
  eventually(async () => expect(await kept(event)).toEqual(expected));

/** It was tried in vain, and waits. */
const untilPostponed = ({ id }: { readonly id: string }): Promise<void> =>
  eventually(async () =>
    expect(
      await notification.dataSource.query(
        `SELECT id FROM text_message WHERE id = $1 AND state = 'waiting' AND send_at > created_at`,
        [id],
      ),
    ).toHaveLength(1),
  );

const link = 'https://union.example/stop-phone-change/Zm9vYmFyYmF6cXV4';

describe.each([
  ['Aliyun', () => new FakeAliyun(), { unpaid: 'isv.OUT_OF_SERVICE', number: 'isv.MOBILE_NUMBER_ILLEGAL' }],
  [
    'Tencent',
    () => new FakeTencent(),
    {
      unpaid: 'FailedOperation.InsufficientBalanceInSmsPackage',
      number: 'InvalidParameterValue.IncorrectPhoneNumber',
    },
  ],
] as const)('texts of accounts by %s', (name, fake, codes) => {
  const provider = fake();

  beforeAll(async () => {
    await provider.start();
    await start({ ...smsConfigOf(provider), smsMonthMax: 2 });
  });
  afterAll(async () => {
    await notification.stop();
    await provider.stop();
  });
  afterEach(() => {
    provider.code = null;
  });

  const arrived = (phone: string, count = 1): Promise<ArrivedSms[]> =>
    eventually(() => {
      expect(provider.to(phone)).toHaveLength(count);
      return Promise.resolve(provider.to(phone));
    });

  it.each(messagePurposes.filter((purpose) => purpose !== 'invitation'))(
    'a code for %s goes by the template of codes',
    async (purpose) => {
      const phone = newPhone();
      const event = await issue(purpose, { phone });
      const [sms] = await arrived(phone);
      expect(sms).toMatchObject({ template: '244001', values: ['042817'], id: event.id });
    },
  );

  it('words go by that of notices, in short, and make sense without their link', async () => {
    const phone = newPhone();
    await raise('totpAdded', phone);
    await raise('recoveryCodeUsed', phone, { left: '9' });
    await raise('accountLinked', phone, { bridge: 'oidc' });
    await raise('phoneChangeWaits', phone, { phone: '138****0001', link });
    await raise('erasureAsked', phone, { day: '2026-12-20', link });
    await issue('invitation', { phone, code: link, name: '周正', union: '青山区工会' }, { validMs: dayMs });
    const came = await arrived(phone, 6);
    expect(came.map(({ template }) => template)).toEqual(Array.from({ length: 6 }, () => '244002'));
    expect(came.map(({ value }) => value).sort()).toEqual(
      [
        '账号已绑定验证器',
        '账号用了恢复码，剩9个',
        '账号已关联统一身份账号',
        '手机号将更换，请登录查看',
        '资料将删除，请登录查看',
        '青山区工会邀请您入会',
      ].sort(),
    );
  });

  it('counts in the month, and leaves although the month is spent', async () => {
    const phone = newPhone();
    const sent = async (): Promise<number> => {
      const rows: { sent: number }[] = await notification.dataSource.query(
        `SELECT sent FROM channel_month WHERE channel = 'sms'`,
      );
      return rows[0]?.sent ?? 0;
    };
    await eventually(async () =>
      expect(
        await notification.dataSource.query(`SELECT id FROM text_message WHERE state = 'waiting'`),
      ).toEqual([]),
    );
    const before = await sent();
    expect(before).toBeGreaterThan(2);
    const event = await issue('passwordReset', { phone });
    await arrived(phone);
    await untilKept(event, { state: 'sent', reason: null });
    expect(await sent()).toBe(before + 1);
  });

  it('is one message however often it is heard', async () => {
    const phone = newPhone();
    const event = await issue('activation', { phone });
    await arrived(phone);
    await untilKept(event, { state: 'sent', reason: null });
    await notification.emit(membershipEvents.codeIssued, event);
    const marker = newPhone();
    await issue('activation', { phone: marker });
    await arrived(marker);
    await arrived(phone, 1);
  });

  it('waits while the provider is down, and leaves while it is of use', async () => {
    const phone = newPhone();
    provider.code = codes.unpaid;
    const event = await issue('activation', { phone });
    await untilPostponed(event);
    notification.clock.advance(2 * minuteMs);
    const watch = new TextMessageWatch();
    const age = () => watch.age(notification.dataSource, notification.clock.now());
    const codeAge = () => watch.codeAge(notification.dataSource, notification.clock.now());
    expect([await age(), await codeAge()]).toEqual([120, 120]);
    provider.code = null;
    // It may have been tried once more meanwhile.
    notification.clock.advance(minuteMs);
    await arrived(phone);
    await untilKept(event, { state: 'sent', reason: null });
    expect([await age(), await codeAge()]).toEqual([0, 0]);
  });

  it('does not leave once its time is over, and no trace of it stays for an hour', async () => {
    const phone = newPhone();
    provider.code = codes.unpaid;
    const event = await issue('activation', { phone });
    await untilPostponed(event);
    const late = await issue('activation', { phone }, { validMs: 0 });
    notification.clock.advance(5 * minuteMs);
    provider.code = null;
    await eventually(async () => expect((await kept(event))?.state ?? 'gone').not.toBe('waiting'));
    notification.clock.advance(10 * minuteMs);
    await eventually(async () => expect(await kept(event)).toBeNull());
    expect(await kept(late)).toBeNull();
    expect(provider.to(phone)).toEqual([]);
  });

  it('is not sent to a number that is none, is elsewhere, or from a box that does not open', async () => {
    const [wrong, elsewhere, marker] = [newPhone(), '+85260000001', newPhone()];
    provider.codes.set(wrong, codes.number);
    const [one, two, three] = [
      await issue('activation', { phone: wrong }),
      await issue('activation', { phone: elsewhere }),
      await issue('activation', { phone: newPhone() }, { to: randomBytes(32) }),
    ];
    await untilKept(one, { state: 'failed', reason: codes.number });
    await untilKept(two, { state: 'failed', reason: 'not of the mainland' });
    await untilKept(three, { state: 'failed', reason: 'sealed to another key' });
    const next = await issue('activation', { phone: marker });
    await untilKept(next, { state: 'sent', reason: null });
    // A wrong key keeps everybody out, and an operator hears of it; a wrong number is its owner's.
    notification.clock.advance(minuteMs);
    const watch = new TextMessageWatch();
    const now = notification.clock.now();
    expect([
      await watch.age(notification.dataSource, now),
      await watch.codeAge(notification.dataSource, now),
    ]).toEqual([0, 60]);
  });

  it('keeps neither phone nor words once it has left', async () => {
    const event = await raise('passkeyAdded', newPhone());
    await untilKept(event, { state: 'sent', reason: null });
    const rows: { sealed: string | null }[] = await notification.dataSource.query(
      'SELECT sealed FROM text_message WHERE id = $1',
      [event.id],
    );
    expect(rows).toEqual([{ sealed: null }]);
  });

  it('that somebody took and never sent is sent by the next, once the lease has run out', async () => {
    const phone = newPhone();
    const now = notification.clock.now().getTime();
    // As if a process had died with it.
    await notification.dataSource.query(
      `INSERT INTO text_message (id, kind, sealed, until, state, created_at, send_at, leased_until)
       VALUES ($1, 'activation', $2, $3, 'waiting', $4, $4, $5)`,
      [
        newId(),
        await sealed({ phone, code: '042817', locale: 'zh-CN' }),
        new Date(now + 5 * minuteMs),
        new Date(now),
        new Date(now + minuteMs),
      ],
    );
    const marker = newPhone();
    await issue('activation', { phone: marker });
    await arrived(marker);
    expect(provider.to(phone)).toEqual([]);
    notification.clock.advance(minuteMs);
    await arrived(phone);
  });

  it(`goes by a template of its own where ${name} has approved one`, async () => {
    const other = await startNotification({
      config: {
        publicUrl: 'https://gongxiang.example',
        ...smsConfigOf(provider),
        smsMonthMax: 20,
        smsTemplates: ownTemplatePairs,
      },
    });
    const before = notification;
    notification = other;
    try {
      const phone = newPhone();
      const union = '江城市总工会直属机关工会联合会';
      await issue('activation', { phone });
      await issue('phoneChange', { phone });
      await issue('invitation', { phone, code: link, union }, { validMs: dayMs });
      await raise('phoneChangeWaits', phone, { phone: '138****0001', link });
      await raise('totpAdded', phone);
      await raise('recoveryCodeUsed', phone, { left: '9' });
      await raise('phoneChanged', phone);
      const came = await arrived(phone, 7);
      const takesToken = provider instanceof FakeAliyun;
      const token = takesToken ? ['Zm9vYmFyYmF6cXV4'] : [];
      expect(new Map(came.map(({ template, values }) => [template, values]))).toEqual(
        new Map<string, readonly string[]>([
          ['244001', ['042817']],
          ['244002', ['登录手机号已更换']],
          ['244003', ['042817']],
          ['244004', [takesToken ? union : '江城市总工会直属机关工…', ...token]],
          ['244005', ['138****0001', ...token]],
          ['244006', []],
          ['244007', ['9']],
        ]),
      );
    } finally {
      notification = before;
      await other.stop();
    }
  });
});

describe('texts of accounts where there is no provider', () => {
  let directory: string;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'gongxiang-mailbox-'));
    await start({ mailboxDirectory: directory });
  });
  afterAll(async () => {
    await notification.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const fileOf = ({ id }: { readonly id: string }): string => join(directory, `${id}.json`);
  const written = (event: { readonly id: string }): Promise<{ phone: string; text: string }> =>
    eventually(() => JSON.parse(readFileSync(fileOf(event), 'utf8')) as { phone: string; text: string });

  it.each([
    ['zh-CN', 'activation', '验证码 042817，用于激活您的账号'],
    ['zh-CN', 'passwordReset', '验证码 042817，用于重设登录密码'],
    ['zh-CN', 'signIn', '验证码 042817，用于登录'],
    ['en', 'signIn', '042817 is your code to sign in'],
    ['en', 'activation', '042817 is your code to activate your account'],
    ['en', 'passwordReset', '042817 is your code to set a new password'],
  ] as const)('in %s a file says what the code is for: %s', async (locale, purpose, words) => {
    const phone = newPhone();
    const event = await issue(purpose, { phone, locale });
    const message = await written(event);
    expect(message.phone).toBe(phone);
    expect(message.text).toContain(words);
    expect(statSync(fileOf(event)).mode & 0o777).toBe(0o600);
  });

  it('and what has happened to an account, with its link', async () => {
    const event = await raise('phoneChangeWaits', newPhone(), { phone: '138****0001', link });
    const { text } = await written(event);
    expect(text).toContain('【工享】您登录用的手机号将在 24 小时后换成 138****0001');
    expect(text).toContain(link);
  });

  it('is not written where its time is over or it was sealed to another key; the next one is', async () => {
    const late = await issue('activation', { phone: newPhone() }, { validMs: 0 });
    const foreign = await issue('activation', { phone: newPhone() }, { to: randomBytes(32) });
    const next = await issue('activation', { phone: newPhone() });
    await written(next);
    await untilKept(foreign, { state: 'failed', reason: 'sealed to another key' });
    const names = readdirSync(directory);
    expect([late, foreign].filter(({ id }) => names.includes(`${id}.json`))).toEqual([]);
  });

  it('lies in the directory for an hour', async () => {
    const old = await issue('activation', { phone: newPhone() });
    await written(old);
    const before = Date.now() / 1_000 - 3_601;
    utimesSync(fileOf(old), before, before);
    await written(await issue('activation', { phone: newPhone() }));
    await eventually(() => expect(readdirSync(directory)).not.toContain(`${old.id}.json`));
  });

  it('waits while the directory is not there', async () => {
    rmSync(directory, { recursive: true });
    const event = await issue('activation', { phone: newPhone() });
    await untilPostponed(event);
    mkdirSync(directory);
    notification.clock.advance(minuteMs);
    await written(event);
  });

  it('is not kept where there is no directory either', async () => {
    const before = notification;
    await start({});
    try {
      const event = await issue('activation', { phone: newPhone() });
      await eventually(async () =>
        expect(await notification.dataSource.query(`SELECT count(*)::int AS heard FROM inbox`)).toEqual([
          { heard: 1 },
        ]),
      );
      expect(await kept(event)).toBeNull();
    } finally {
      await notification.stop();
      notification = before;
    }
  });
});
