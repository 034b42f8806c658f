import type { Page } from '@gongxiang/contracts/core/contract';
import type { CorrectionView } from '@gongxiang/contracts/membership/members/correction.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import { syntheticResidentNumber } from '@gongxiang/domain';
import type { TransferView } from '@gongxiang/contracts/membership/members/transfer.contract';
import { type Account, officerOf, passwords, signInOrActivate, unionOf, type World } from '../tools/world.js';

/** Records of people that were wrong, or have to move. */
export async function keepRecordsRight(world: World): Promise<void> {
  await world.report.step('更正登记信息：两人核对 / A record is corrected: two people look', () =>
    leaveACorrection(world),
  );
  await world.report.step('会籍接转：一项办妥，一项有异议 / Transfers: one done, one disputed', () =>
    moveMemberships(world),
  );
}

/** A number that was mistyped waits for another officer; that of an earlier run still waits. */
async function leaveACorrection(world: World): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const { id: unionId } = unionOf(world, 'zhonggong');
  const { items } = await client.get<Page<CorrectionView>>(`/corrections?union=${unionId}&state=waiting`);
  const correction = items[0] ?? (await correct(world));
  world.report.prove(
    'a new resident number waits for another officer, and whoever entered it cannot decide',
    correction.state === 'waiting' && !correction.waitsForMe,
  );
}

async function correct(world: World): Promise<CorrectionView> {
  const { client } = officerOf(world, 'zhonggong');
  const person = world.rosters.get('zhonggong')?.[600];
  if (person === undefined) throw new Error('the roster of zhonggong is too short');
  const { items } = await client.get<Page<MemberView>>(`/members?q=${person.residentNumber}`);
  const residentNumber = syntheticResidentNumber({ area: '420106', birthDate: '1985-07-12', sequence: 77 });
  return client.post<CorrectionView>('/corrections', {
    memberId: items[0]?.id,
    residentNumber,
    note: '录入时抄错了出生日期，已核对身份证原件',
  });
}

/** Two people who are in no roster, so that rosters can be loaded again: one moves, the other's old union objects. */
async function moveMemberships(world: World): Promise<void> {
  const mover = await newcomer(world, 'lvyuan', { name: '沈嘉禾', sequence: 81, account: 'mover' });
  const done = await transferOf(mover, unionOf(world, 'hengda').id);
  if (done.state === 'asked') {
    await decide(officerOf(world, 'hengda'), done, 'agree');
    await decide(officerOf(world, 'lvyuan'), done, 'agree');
  }
  const stayer = await newcomer(world, 'hengda', { name: '陆文舟', sequence: 83, account: 'stayer' });
  const disputed = await transferOf(stayer, unionOf(world, 'lvyuan').id);
  if (disputed.state === 'asked')
    await decide(officerOf(world, 'hengda'), disputed, 'object', { reason: '劳动合同十二月底才到期' });
  const me = await mover.client.get<{ unionId: string | null }>('/me');
  world.report.prove('whoever moves keeps the account', me.unionId === unionOf(world, 'hengda').id);
  const now = await stayer.client.get<TransferView>(`/membership-transfers/${disputed.id}`);
  world.report.prove('a dispute waits for the union above both', now.state === 'disputed');
}

/** The newest transfer of somebody, or a new one. */
async function transferOf({ client }: Account, toUnionId: string): Promise<TransferView> {
  const { items } = await client.get<Page<TransferView>>('/membership-transfers?mine=true');
  return items[0] ?? client.post<TransferView>('/membership-transfers', { toUnionId });
}

async function decide(
  { client }: Account,
  { id }: TransferView,
  act: 'agree' | 'object',
  body: object = {},
): Promise<void> {
  const { version } = await client.get<TransferView>(`/membership-transfers/${id}`);
  await client.post(`/membership-transfers/${id}/${act}`, body, { ifMatch: version });
}

async function newcomer(
  world: World,
  union: string,
  { name, sequence, account }: { readonly name: string; readonly sequence: number; readonly account: string },
): Promise<Account> {
  const residentNumber = syntheticResidentNumber({ area: '420106', birthDate: '1991-04-18', sequence });
  const { client } = world.operator;
  const { items } = await client.get<Page<MemberView>>(`/members?q=${residentNumber}`);
  if (items.length === 0)
    await client.post<MemberView>('/members', { unionId: unionOf(world, union).id, name, residentNumber });
  const person = { name, residentNumber, phone: '' };
  return signInOrActivate(world, person, { account, password: passwords.member });
}
