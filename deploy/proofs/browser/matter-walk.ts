import type { Locator, Page } from 'playwright-core';
import { show } from '../../browser/visit.js';
import { until } from '../../demo/tools/world.js';
import { endPublicNotices, endTerm } from '../matter-days.js';
import type { TestPlatform } from '../test-platform.js';
import { choose, confirm, fill, press, says, sound } from './clicks.js';

/** Who works on one matter, each at a screen of their own, and whoever brought it. */
export interface Walk {
  readonly platform: TestPlatform;
  /** Has it in hand. */
  readonly handler: Page;
  /** Whom the handler asks to work on it with them. */
  readonly colleagues: readonly [Helper, Helper];
  /** An officer of the union above, who confirms what somebody else has proposed. */
  readonly above: Page;
  readonly member: Page;
  readonly serviceId: string;
  readonly matterId: string;
  readonly number: string;
}

export interface Helper {
  readonly personId: string;
  readonly page: Page;
}

/** One thing that somebody does with a matter, or reads of it. */
export type Act = (walk: Walk) => Promise<void>;

/** What is typed and chosen in a form, by the words beside its fields. */
export interface Written {
  readonly fields?: Readonly<Record<string, string>>;
  readonly choices?: Readonly<Record<string, string>>;
}

type Who = 'handler' | 0 | 1;

const pageOf = ({ handler, colleagues }: Walk, who: Who): Page =>
  who === 'handler' ? handler : colleagues[who].page;

function stepOf(page: Page, label: string): Locator {
  return page
    .locator('.matter-steps > li')
    .filter({ has: page.locator('strong').getByText(label, { exact: true }) });
}

async function fillIn(form: Locator, { fields = {}, choices = {} }: Written): Promise<void> {
  for (const [label, text] of Object.entries(fields))
    await form.getByLabel(label, { exact: true }).fill(text);
  for (const [name, label] of Object.entries(choices))
    await form.getByLabel(name, { exact: true }).selectOption({ label });
}

interface Entry extends Written {
  /** The button that writes it down. */
  readonly submit: string;
  /** What is asked before it is, once it cannot be taken back. */
  readonly asks?: boolean;
}

/** Writes in the step that the page offers, and waits until it stands there. */
async function write(page: Page, label: string, { submit, asks = false, ...written }: Entry): Promise<void> {
  const marks = stepOf(page, label).locator('.matter-mark');
  const before = await marks.count();
  const form = page.getByRole('region', { name: label, exact: true });
  await fillIn(form, written);
  await form.getByRole('button', { name: submit, exact: true }).click();
  if (asks) await page.locator('dialog[open]').getByRole('button', { name: submit, exact: true }).click();
  await marks.nth(before).waitFor();
}

/** A day so many days from now, as a field for days takes it. */
export function dayIn(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

export const record =
  (label: string, text: string): Act =>
  ({ handler }) =>
    write(handler, label, { fields: { 情况: text }, submit: '记下' });

/** @param inCharge who answers for it, and who is paired with the household */
export const householdPlan =
  (label: string, inCharge: readonly [responsible: string, helper: string], text: string): Act =>
  ({ handler }) => {
    const [responsible, helper] = inCharge;
    const fields = { 责任人: responsible, 结对帮扶人: helper, 帮扶计划: text };
    return write(handler, label, { fields, submit: '登记计划' });
  };

/** @param who a colleague comes to the matter for it */
export const statement =
  (label: string, agrees: '同意' | '不同意', text: string, who: Who = 'handler'): Act =>
  async (walk) => {
    const page = pageOf(walk, who);
    await show(page, `/matters/${walk.matterId}`);
    await write(page, label, {
      choices: { 结论: agrees },
      fields: { 理由或笔录: text },
      submit: '表态并署名',
    });
  };

/** By the table of the day on which the matter was sent. */
export const hardshipKind =
  (label: string, kind: string, yuan: string, text: string): Act =>
  async ({ handler }) => {
    const form = handler.getByRole('region', { name: label, exact: true });
    // Only whoever is of a kind is asked for it.
    await fillIn(form, { choices: { 结论: '属于' } });
    await write(handler, label, {
      choices: { 困难类别: kind },
      fields: { '家庭人均月收入（元）': yuan, '怎么核实的，为什么': text },
      submit: '认定',
    });
  };

export const signatures =
  (label: string, names: string): Act =>
  ({ handler }) =>
    write(handler, label, { fields: { '已签字的人（用顿号或逗号隔开）': names }, submit: '登记签字' });

/** It begins today; it is public, so the page asks before. */
export const publicNotice =
  (label: string, text: string): Act =>
  ({ handler }) =>
    write(handler, label, {
      fields: { 公示从哪一天开始: dayIn(0), '公示的内容（任何人都能看到）': text },
      submit: '开始公示',
      asks: true,
    });

export const noticesEnd: Act = async ({ platform, handler, matterId }) => {
  await endPublicNotices(platform, matterId);
  await show(handler, `/matters/${matterId}`);
};

/** The handler comes back to the matter, in which others have written meanwhile. */
export const handlerLooks: Act = ({ handler, matterId }) => show(handler, `/matters/${matterId}`);

interface Counts {
  readonly entitled: number;
  readonly present: number;
  readonly yes: number;
  readonly no: number;
}

export const ballot =
  (label: string, { entitled, present, yes, no }: Counts): Act =>
  ({ handler }) =>
    write(handler, label, {
      fields: {
        应到人数: String(entitled),
        实到人数: String(present),
        赞成票: String(yes),
        反对票: String(no),
      },
      submit: '登记表决结果',
    });

export const opinion =
  (label: string, body: string, agrees: '同意' | '不同意' = '同意'): Act =>
  ({ handler }) =>
    write(handler, label, { choices: { 哪个部门: body, 结论: agrees }, submit: '登记意见' });

/** Something is found that is to be mended within some days. */
export const found =
  (label: string, text: string, days: number): Act =>
  ({ handler }) =>
    write(handler, label, {
      fields: { 整改期限: dayIn(days), 发现了什么问题: text },
      submit: '登记发现的问题',
    });

/** What was found is looked at again. */
export const lookedAt =
  (label: string, verdict: '已整改' | '没有整改', text: string): Act =>
  async ({ handler }) => {
    const step = stepOf(handler, label);
    const marks = step.locator('.matter-mark');
    const before = await marks.count();
    await fillIn(step, { choices: { 结论: verdict }, fields: { 复查情况: text } });
    await step.getByRole('button', { name: '复查', exact: true }).click();
    await marks.nth(before).waitFor();
  };

export const benefit =
  (label: string, yuan: string, text: string): Act =>
  ({ handler }) =>
    write(handler, label, {
      fields: { '核定的效益（元）': yuan, '怎么核算的、谁核算的': text },
      submit: '核算',
    });

export const forwarded =
  (label: string, number: string): Act =>
  ({ handler }) =>
    write(handler, label, { fields: { 转交日期: dayIn(0), 对方给的受理号: number }, submit: '登记转交' });

interface Ruling {
  readonly number: string;
  readonly yuan: string;
  readonly text: string;
}

export const granted =
  (label: string, { number, yuan, text }: Ruling): Act =>
  async ({ handler }) => {
    const form = handler.getByRole('region', { name: label, exact: true });
    // Only what is granted has an amount.
    await fillIn(form, { choices: { 结论: '准予' } });
    await write(handler, label, {
      fields: {
        裁定日期: dayIn(0),
        裁定文号: number,
        '对方给付的金额（元，选填）': yuan,
        裁定内容和理由: text,
      },
      submit: '登记裁定',
    });
  };

/** Something is written anew in a step that has failed. */
export const again =
  (label: string): Act =>
  ({ handler }) =>
    stepOf(handler, label).getByText(`重新登记“${label}”`).click();

/** What was written last in a step is taken back, with a reason. */
export const takenBack =
  (label: string, reason: string): Act =>
  async ({ handler }) => {
    const marks = stepOf(handler, label).locator('.matter-mark');
    const last = (await marks.count()) - 1;
    const mark = marks.nth(last);
    await mark.locator('summary').click();
    await fillIn(mark, { fields: { 为什么收回: reason } });
    await mark.getByRole('button', { name: '收回', exact: true }).click();
    await marks.nth(last).waitFor({ state: 'detached' });
  };

/** Asks for help of somebody of the union. */
export const helpedBy =
  (who: 0 | 1): Act =>
  async ({ handler, colleagues }) => {
    const help = handler.locator('details').filter({ hasText: '协办的人' });
    if ((await help.getAttribute('open')) === null) await help.locator('summary').click();
    await help.getByLabel('协办的人', { exact: true }).selectOption(colleagues[who].personId);
    await help.getByRole('button', { name: '请他们协办', exact: true }).click();
    await help
      .getByRole('button', { name: /不再协办$/ })
      .nth(who)
      .waitFor();
  };

/** @param progress as it stands beside the step */
export const isAt =
  (
    label: string,
    progress: '待办' | '进行中' | '通过' | '未通过' | '不需要',
    ...words: (string | RegExp)[]
  ): Act =>
  async ({ handler }) => {
    const step = stepOf(handler, label);
    await step.locator('.tag').getByText(progress, { exact: true }).waitFor();
    for (const text of words) await step.getByText(text).first().waitFor();
  };

export const reads =
  (who: 'handler' | 'member' | 'above', text: string | RegExp): Act =>
  (walk) =>
    says(walk[who], text);

/** The page says why a matter cannot end so, and it does not. @param until the last day, where the outcome ends on one */
export const refuses =
  (outcome: string, because: string, until?: string): Act =>
  async ({ handler }) => {
    const form = handler.getByRole('region', { name: '办结', exact: true });
    const refused = handler.waitForResponse((answer) => answer.url().endsWith('/decide'));
    const fields = {
      理由: '材料齐全，按规定办理。',
      ...(until === undefined ? {} : { 有效期至: until }),
    };
    // Which outcome it is decides on what else is asked.
    await fillIn(form, { choices: { 办理结果: outcome } });
    await fillIn(form, { fields });
    await confirm(handler, '办结并告知', '办结并告知');
    await refused;
    await form.getByText(because, { exact: true }).first().waitFor();
    await handler.locator('.tag').getByText('办理中', { exact: true }).waitFor();
  };

/** @param until the last day, where the outcome ends on one */
export const decides =
  (outcome: string, until?: string): Act =>
  async ({ handler }) => {
    await choose(handler, { 办理结果: outcome });
    if (until !== undefined) await fill(handler, { 有效期至: until });
    await fill(handler, { 理由: '按规定办理，详见办理步骤。' });
    await sound(handler);
    await confirm(handler, '办结并告知', '办结并告知');
    await handler
      .locator('.tag')
      .getByText(/^(已办结|待复核)$/)
      .waitFor();
  };

/** An officer of the union above agrees with what was proposed. */
export const isConfirmed: Act = async ({ above, matterId }) => {
  await show(above, `/matters/${matterId}`);
  await confirm(above, '同意并告知', '同意并告知');
  await above.waitForURL('**/matters');
};

/** Whoever brought it reads how it ended. */
export const memberReads =
  (outcome: string, ...words: (string | RegExp)[]): Act =>
  async ({ member, matterId }) => {
    await show(member, `/matters/${matterId}`);
    await says(member, `办理结果：${outcome}`);
    for (const text of words) await says(member, text);
  };

/** Fills in the form of a service. */
export async function fillService(
  member: Page,
  serviceId: string,
  { fields, choices }: Written,
): Promise<void> {
  await show(member, `/services/${serviceId}`);
  await fill(member, fields ?? {});
  await choose(member, choices ?? {});
}

/** The service has no more for this person: its page says why. */
export const refusesToSend =
  (written: Written, because: (number: string) => string): Act =>
  async ({ member, serviceId, number }) => {
    await fillService(member, serviceId, written);
    await press(member, '提交');
    await says(member, because(number));
  };

/** The same person asks for something else of the same service. */
export const takesToo =
  (written: Written): Act =>
  async ({ member, serviceId }) => {
    await fillService(member, serviceId, written);
    await press(member, '提交');
    await says(member, /^已提交：/);
  };

/** Nobody of the union takes it: the union above has it on its desk once its term is over, and not before. */
export const takenAbove: Act = async ({ platform, above, matterId, number }) => {
  const take = above.getByRole('button', { name: `领取 ${number}`, exact: true });
  await show(above, '/matters?desk=open');
  await says(above, '没有在办的。');
  await endTerm(platform, matterId);
  await until(async () => {
    await show(above, '/matters?desk=overdue');
    return (await take.count()) > 0;
  }, 'a matter from below');
  await take.click();
  await above.waitForURL(`**/matters/${matterId}`);
};

export const takenAtOnce: Act = async ({ handler, matterId, number }) => {
  await show(handler, '/matters');
  await press(handler, `领取 ${number}`);
  await handler.waitForURL(`**/matters/${matterId}`);
};
