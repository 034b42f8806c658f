import type { CoverageView } from '@gongxiang/contracts/affairs/matters/coverage.contract';
import type { OccasionView, MyOccasionsView } from '@gongxiang/contracts/affairs/matters/occasion.contract';
import type { ServiceTemplatesView } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { shanghaiDate } from '@gongxiang/domain';
import { isRefused } from '../tools/client.js';
import { type Account, officerOf, passwords, signIn, unionOf, until, type World } from '../tools/world.js';
import { offerOnce } from './matters.js';

/** A worker tells of a stay in hospital; the officer of their union visits them, and says of a birthday that none is needed. */
export async function visitMembers(world: World): Promise<void> {
  await world.report.step('慰问：待慰问名单 / Visits that are due', async () => {
    const federation = officerOf(world, 'officer');
    const { items: templates } = await federation.client.get<ServiceTemplatesView>('/service-templates');
    const sympathy = templates.find(({ id }) => id === 'sympathy');
    if (sympathy === undefined) throw new Error('there is no template for visits');
    await offerOnce(federation, unionOf(world, 'federation').id, sympathy.definition);
    const worker = await signIn(world.nobody, 'worker', passwords.member);
    const told = await tellOnce(worker);
    const officer = officerOf(world, 'zhonggong');
    const path = `/unions/${unionOf(world, 'zhonggong').id}/occasions`;
    const line = await lineOf(officer, path, worker.personId, told);
    const { personId, kind, on } = line;
    if (line.state === 'due') await officer.client.post(`${path}/matters`, { personId, kind, on });
    const again = await isRefused(() => officer.client.post(`${path}/matters`, { personId, kind, on }), 409);
    const visited = await lineOf(officer, path, worker.personId, told);
    await skipOne(officer, path);
    await stateWomen(officer, unionOf(world, 'zhonggong').id);
    const due = await officer.client.get<Page<OccasionView>>(`${path}?state=due&limit=200`);
    world.report.figure('to be visited this month', due.items.length);
    world.report.prove(
      'a member is visited once for one occasion, and the officer sees what was done this year',
      again && visited.state === 'opened' && visited.visits.some((visit) => visit.kind === 'hospital'),
    );
  });
}

/** Told in an earlier run, it stands. */
async function tellOnce({ client }: Account): Promise<MyOccasionsView['items'][number]> {
  const find = ({ items }: MyOccasionsView) => items.find(({ kind }) => kind === 'hospital');
  const known = find(await client.get<MyOccasionsView>('/me/occasions'));
  if (known !== undefined) return known;
  const body = { kind: 'hospital', on: shanghaiDate(new Date()) };
  const told = find(await client.post<MyOccasionsView>('/me/occasions', body));
  if (told === undefined) throw new Error('nothing was told');
  return told;
}

/** A moment may pass until affairs has heard of the member. */
async function lineOf(
  { client }: Account,
  path: string,
  personId: string,
  { on }: { readonly on: string },
): Promise<OccasionView> {
  let found: OccasionView | undefined;
  await until(async () => {
    let cursor: string | null = null;
    do {
      const page: Page<OccasionView> = await client.get(
        `${path}?month=${on.slice(0, 7)}&limit=200${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      found = page.items.find((one) => one.personId === personId && one.kind === 'hospital');
      cursor = page.nextCursor;
    } while (found === undefined && cursor !== null);
    return found !== undefined;
  }, 'The line of the worker');
  if (found === undefined) throw new Error('the worker is not on the list');
  return found;
}

/** How many women there are, the record does not tell affairs: the union states it. */
async function stateWomen({ client }: Account, unionId: string): Promise<void> {
  const year = Number(shanghaiDate(new Date()).slice(0, 4));
  await client.put<CoverageView>(`/unions/${unionId}/coverage/women`, { year, count: 310 });
}

async function skipOne({ client }: Account, path: string): Promise<void> {
  const skipped = await client.get<Page<OccasionView>>(`${path}?state=skipped&limit=1`);
  if (skipped.items.length > 0) return;
  const { items } = await client.get<Page<OccasionView>>(`${path}?state=due&limit=200`);
  const birthday = items.find(({ kind }) => kind === 'birthday');
  if (birthday === undefined) return;
  const { personId, kind, on } = birthday;
  await client.post(`${path}/skips`, { personId, kind, on, reason: '生日当天正在外地学习，回来后再看望' });
}
