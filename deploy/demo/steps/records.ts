import type { Page } from '@gongxiang/contracts/core/contract';
import type { CorrectionView } from '@gongxiang/contracts/membership/members/correction.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import { syntheticResidentNumber } from '@gongxiang/domain';
import { officerOf, unionOf, type World } from '../tools/world.js';

/** Records of people that were wrong, or have to move. */
export async function keepRecordsRight(world: World): Promise<void> {
  await world.report.step('更正登记信息：两人核对 / A record is corrected: two people look', () =>
    leaveACorrection(world),
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
