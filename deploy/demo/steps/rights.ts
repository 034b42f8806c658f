import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  GrantPreviewView,
  GrantView,
  MyRightView,
} from '@gongxiang/contracts/sharing/lending/grant.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import type { MandateView } from '@gongxiang/contracts/sharing/reference/mandate.contract';
import { idOf, officerOf, unionOf, unionParty, type World } from '../tools/world.js';

const speakerTitle = '便携音响与无线话筒（两套话筒）';
const dayMs = 86_400_000;

/** The coming Wednesday, 14:00 to 16:00 in Shanghai. */
function comingWednesday(now: Date): { from: string; to: string } {
  const day = new Date(now.getTime() + 8 * 3_600_000);
  day.setUTCDate(day.getUTCDate() + ((3 - day.getUTCDay() + 7) % 7 || 7));
  const date = day.toISOString().slice(0, 10);
  return { from: `${date}T14:00:00+08:00`, to: `${date}T16:00:00+08:00` };
}

/** The large union's hall for small unions nearby, with a quota; a deposit on what is easily lost; one union acts for another. */
export async function grantRights(world: World): Promise<void> {
  await world.report.step(
    '使用权：小微优先、额度、押金；委托代办 / Rights of use: quota, deposit; a mandate',
    async () => {
      await openTheHall(world);
      await lendTheSpeaker(world);
      await mandate(world);
    },
  );
}

async function openTheHall(world: World): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const path = `/resources/${idOf(world, 'hall')}`;
  const known = await client.get<Page<GrantView>>(`${path}/grants?limit=200`);
  const to = {
    kind: 'neighbours',
    neighbours: { withinKm: 30 },
    onlySizes: ['small', 'micro'],
  };
  const seen = await client.post<GrantPreviewView>(`${path}/grants/preview`, { to });
  world.report.figure('unions that the hall reaches', `${seen.reached} / ${seen.of}`);
  if (!known.items.some(({ quota }) => quota !== null)) {
    await client.post<GrantView>(`${path}/grants`, {
      to,
      ...halfAYear(),
      approval: 'automatic',
      price: { kind: 'free' },
      times: { weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '09:00', until: '21:00' },
      quota: { hoursPerMonth: 8, loansPerMonth: 4 },
    });
  }
  const { from, to: until } = comingWednesday(new Date());
  const query = `from=${encodeURIComponent(from)}&to=${encodeURIComponent(until)}`;
  const right = await officerOf(world, 'shuxiang').client.get<MyRightView>(`${path}/my-right?${query}`);
  for (const { text } of right.steps) world.report.figure('  ', text);
  world.report.prove(
    'a micro union has the hall on a weekday at once, and is told how much of the month is left',
    right.allowed && right.grant?.approval === 'automatic' && right.hoursLeft !== null,
  );
}

async function lendTheSpeaker(world: World): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const found = await client.get<Page<ResourceView>>(`/resources?q=${encodeURIComponent('便携音响')}`);
  if (found.items.length > 0) return;
  const speaker = await client.post<ResourceView>('/resources', {
    owner: unionParty(world, 'zhonggong'),
    title: speakerTitle,
    description: '自取自还，归还时当面试音',
    function: 'service',
    businesses: ['culture', 'publicity'],
    district: '青林区',
    turnaroundMinutes: 30,
  });
  await client.post<GrantView>(`/resources/${speaker.id}/grants`, {
    to: { kind: 'everyone' },
    ...halfAYear(),
    approval: 'custodian',
    decideWithinHours: 24,
    onSilence: 'approve',
    price: {
      kind: 'fee',
      fee: { amount: '3000', currency: 'CNY' },
      per: 'day',
      deposit: { amount: '20000', currency: 'CNY' },
    },
  });
  world.report.figure('with a deposit', speakerTitle);
}

async function mandate(world: World): Promise<void> {
  const { client } = officerOf(world, 'shuxiang');
  const given = await client.get<Page<MandateView>>('/mandates?side=given');
  const known = given.items.find(({ state }) => state === 'active');
  const made =
    known ??
    (await client.post<MandateView>('/mandates', {
      fromUnionId: unionOf(world, 'shuxiang').id,
      toUnionId: unionOf(world, 'zhonggong').id,
      scopes: ['signUp', 'lending'],
      until: new Date(Date.now() + 365 * dayMs).toISOString(),
      note: '本会没有专职干部，请代办会员报名和场地借用',
    }));
  const seen = await officerOf(world, 'zhonggong').client.get<MandateView>(`/mandates/${made.id}`);
  world.report.figure('mandate', `${seen.fromUnionName} → ${seen.toUnionName}`);
}

function halfAYear(): { from: string; until: string } {
  return {
    from: new Date().toISOString(),
    until: new Date(Date.now() + 180 * dayMs).toISOString(),
  };
}
