import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { money } from '../tools/client.js';
import { idOf, officerOf, unionParty, type World } from '../tools/world.js';
import { type PlannedActivity, planActivity } from './agreement.js';
import { type Bill, settleCosts, showShares } from './bills.js';
import { beginNow, checkIn, close, confirmedOf, scanOf } from './door.js';
import { letPrizesPass, setRulesOfSpending } from './fund-rules.js';

const readers: PlannedActivity = {
  name: 'readers',
  organiser: 'shuxiang',
  coHosts: ['zhonggong', 'lvyuan', 'hengda'],
  title: '书香分享会与职工书屋共建',
  description: '带一本书来，换一本书走；现场为职工书屋选书。',
  kind: 'training',
  rule: () => ({ kind: 'equal' }),
  seats: [
    { key: 'shuxiang', seats: 20 },
    { key: 'zhonggong', seats: 20 },
    { key: 'lvyuan', seats: 10 },
    { key: 'hengda', seats: 10 },
  ],
  companionsMax: 0,
  expenseCode: '1.1',
};

const bills: readonly Bill[] = [
  {
    title: '图书采购',
    fen: 388_800,
    payer: (world) => unionParty(world, 'shuxiang'),
    // Four sets of books for those who recommended theirs best: 972.00 each.
    use: {
      kind: 'prize',
      recipients: 4,
      prizes: [{ grade: 'first', count: 4, unit: money(97_200) }],
    },
  },
  { title: '茶点', fen: 62_001, payer: (world) => unionParty(world, 'hengda') },
];

/** The micro union gives back: it hosts, the large ones come, and the cost is split the other way round. */
export async function theOtherWayRound(world: World): Promise<void> {
  await world.report.step('反向一场：小微工会做东 / The other way round: the micro union hosts', async () => {
    const organiser = officerOf(world, 'shuxiang').client;
    await planActivity(world, readers);
    const activityId = idOf(world, 'readers');
    for (const { key, seats } of readers.seats) {
      const members = (world.members.get(key) ?? []).slice(0, seats);
      await Promise.all(
        members.map((one) =>
          one.client.post<RegistrationView>(`/activities/${activityId}/registrations`, {}),
        ),
      );
    }
    await beginNow(organiser, activityId);
    const seated = await confirmedOf(organiser, activityId);
    await checkIn(
      organiser,
      activityId,
      seated.slice(0, -3).map((line) => scanOf({ registrationId: line.id })),
    );
    const closed = await close(organiser, activityId);
    world.report.figure('came', `${closed.heads} of ${seated.length}`);
    await setRulesOfSpending(world);
    const pool = await settleCosts(world, {
      activity: 'readers',
      organiser: 'shuxiang',
      bills,
      beforeSubmit: letPrizesPass,
    });
    world.ids.set('readers:pool', pool.id);
    showShares(world, pool);
  });
}
