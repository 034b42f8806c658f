import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agreementPaperContract } from '@gongxiang/contracts/sharing/activities/agreement-paper.contract';
import type { AgreementView } from '@gongxiang/contracts/sharing/activities/agreement.contract';
import type { Actor } from '@gongxiang/domain';
import { readPaper, type ServiceFixture } from '@gongxiang/testing';
import { memberOf, type TestUnion, unionAt, withRole } from '../activity/activity.fixture.js';
import { hostedBy, openVersion, versionInForce } from '../agreement/agreement.fixture.js';
import { printed } from '../../papers/letter-template/letter-template.fixture.js';
import { startSharing } from '../../sharing.fixture.js';

const origin = 'https://union.example';
let sharing: ServiceFixture;
let host: TestUnion;
let guest: TestUnion;

beforeAll(async () => {
  sharing = await startSharing();
  [host, guest] = await Promise.all([unionAt(sharing, '1.4.'), unionAt(sharing, '1.5.')]);
});

afterAll(() => sharing.stop());

const render = ({ id: agreementId }: AgreementView, actor: Actor | null) =>
  sharing.ask(agreementPaperContract.render, { agreementId, origin }, actor);

async function pagesOf(version: AgreementView, actor: Actor): Promise<string[]> {
  const { key, contentType } = await render(version, actor);
  expect(contentType).toBe('application/pdf');
  return readPaper(await printed(sharing, key, actor)).pages.map((page) => [...page].join(''));
}

const keyOf = ({ id }: TestUnion): string => `union:${id}`;

describe('an agreement on paper', () => {
  it('says in words what was agreed, and who signed which content when', async () => {
    const { activity } = await hostedBy(sharing, [host, guest]);
    const version = await versionInForce(sharing, activity.id, [host, guest], {
      tasks: [{ party: keyOf(guest), title: '安排大巴㛃', dueOn: '2099-11-18' }],
      rule: { kind: 'ratio', weights: { [keyOf(host)]: 3, [keyOf(guest)]: 2 } },
      caps: { [keyOf(guest)]: { amount: '500000', currency: 'CNY' } },
    });
    const text = (await pagesOf(version, guest.officer)).join('');
    const words = [
      '合办协议',
      activity.title,
      '第 1 版（已生效）',
      `${host.name}、${guest.name}`,
      `按权重分摊：${host.name} 3、${guest.name} 2`,
      `每方上限：${guest.name} ¥5,000.00`,
      '拨缴经费',
      '1.2 职工活动·文体',
      '安排大巴㛃',
      '2099年11月18日',
      '7 天内确认，不答复视为同意',
      `${origin}/activities/${activity.id}/agreement`,
    ];
    for (const word of words) expect(text).toContain(word);
    expect(text).not.toContain('尚未签署');
    // At the foot of its only page, and for each of the two signatures, where it wraps within the column.
    expect(text).toContain(`SHA-256 ${version.hash}`);
    expect(text.split(version.hash.slice(0, 16))).toHaveLength(4);
  });

  it('carries version and hash at the foot of every page', async () => {
    const { activity } = await hostedBy(sharing, [host, guest]);
    const tasks = Array.from({ length: 120 }, (_one, index) => ({
      party: keyOf(host),
      title: `第 ${index + 1} 项任务`,
    }));
    const version = await openVersion(sharing, activity.id, host.officer, { tasks });
    const pages = await pagesOf(version, host.officer);
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(version.hash);
      expect(page).toContain(`第 ${index + 1} 页 / 共 ${pages.length} 页`);
    }
    const text = pages.join('');
    for (const word of ['第 120 项任务', '尚未签署']) expect(text).toContain(word);
  });

  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a plain member', () => memberOf(host), 'NOT_FOUND'],
  ])('is not for %s', async (_who, actor, code) => {
    const { activity } = await hostedBy(sharing, [host, guest]);
    const version = await openVersion(sharing, activity.id, host.officer);
    await expect(render(version, actor())).rejects.toMatchObject({ code });
    expect((await render(version, withRole('auditor', guest))).fileName).toBe(
      `${activity.title} 合办协议 第1版.pdf`,
    );
  });
});
