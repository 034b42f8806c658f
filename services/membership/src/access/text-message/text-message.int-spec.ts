import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entryCodeContract } from '@gongxiang/contracts/membership/members/entry-code.contract';
import {
  type CodeIssued,
  type EntryPurpose,
  membershipEvents,
} from '@gongxiang/contracts/membership/membership-events';
import { newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { residentNumber, startMembership } from '../../membership.fixture.js';
import { type CodeMessage, TextMessageSeal } from './text-message-seal.js';

let directory: string;
let membership: ServiceFixture;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'gongxiang-mailbox-'));
  membership = await startMembership({ config: { mailboxDirectory: directory } });
});

afterAll(async () => {
  await membership.stop();
  rmSync(directory, { recursive: true, force: true });
});

const message: CodeMessage = { phone: '13800000001', code: '042817', locale: 'zh-CN' };

/** Publishes an issued code with this validity. */
async function issued(
  of: Partial<CodeMessage> = {},
  more: { readonly purpose?: EntryPurpose; readonly validMs?: number } = {},
): Promise<CodeIssued> {
  const { purpose = 'activation', validMs = 60_000 } = more;
  const sealed = await membership.app.get(TextMessageSeal, { strict: false }).seal({ ...message, ...of });
  const until = new Date(membership.clock.now().getTime() + validMs).toISOString();
  return { id: newId(), purpose, sealed, until };
}

const fileOf = (id: string): string => join(directory, `${id}.json`);

function textOf(id: string): Promise<string> {
  return eventually(() => {
    const { phone, text } = JSON.parse(readFileSync(fileOf(id), 'utf8')) as { phone: string; text: string };
    expect(phone).toBe(message.phone);
    return text;
  });
}

describe('a text message', () => {
  it.each([
    ['zh-CN', 'activation', '验证码 042817，用于激活您的账号'],
    ['zh-CN', 'passwordReset', '验证码 042817，用于重设登录密码'],
    ['en', 'activation', '042817 is your code to activate your account'],
    ['en', 'passwordReset', '042817 is your code to set a new password'],
  ] as const)('in %s says what the code is for: %s', async (locale, purpose, words) => {
    const event = await issued({ locale }, { purpose });
    await membership.emit(membershipEvents.codeIssued, event);
    expect(await textOf(event.id)).toContain(words);
  });

  it('is not sent where its code has ended or was sealed to another key; the next one is', async () => {
    const late = await issued({}, { validMs: 0 });
    const foreign = { ...(await issued()), sealed: Buffer.alloc(80).toString('base64') };
    const next = await issued();
    for (const event of [late, foreign, next]) await membership.emit(membershipEvents.codeIssued, event);
    await textOf(next.id);
    const names = readdirSync(directory);
    expect([late, foreign].filter(({ id }) => names.includes(`${id}.json`))).toEqual([]);
  });

  it('lies in the directory for an hour', async () => {
    const [old, next] = [await issued(), await issued()];
    await membership.emit(membershipEvents.codeIssued, old);
    await textOf(old.id);
    const before = Date.now() / 1_000 - 3_601;
    utimesSync(fileOf(old.id), before, before);
    await membership.emit(membershipEvents.codeIssued, next);
    await textOf(next.id);
    await eventually(() => expect(readdirSync(directory)).not.toContain(`${old.id}.json`));
  });

  it('leaves no installation without a directory, which answers as any other', async () => {
    const silent = await startMembership();
    const request = { purpose: 'activation', name: '令狐冲', residentNumber: residentNumber(1) } as const;
    expect(await silent.ask(entryCodeContract.request, request, null)).toEqual({ done: true });
    await silent.stop();
  });
});
