import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  activityContract,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { needContract } from '@gongxiang/contracts/sharing/lending/need.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { searchContract, type SearchGroupView, type SearchRequest } from '@gongxiang/contracts/words/search';
import type { Actor } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import {
  draftOf,
  memberOf,
  publishedWithSeats,
  type TestUnion,
} from '../../activities/activity/activity.fixture.js';
import { at, hall, type Lending, startLending } from '../../lending/loan/lending.fixture.js';
import { draftBrand, publishedBrand } from '../../organising/brand/brand.fixture.js';
import { Stage } from '../../seats/registration/registration.fixture.js';
import { TitlesFold } from './titles-fold.due.js';

const { find } = searchContract('sharing');

let lending: Lending;
let owner: TestUnion;
let borrower: TestUnion;
let member: Actor;

beforeAll(async () => {
  lending = await startLending();
  owner = { ...lending.owner, officer: lending.ownerOfficer };
  borrower = { ...lending.borrower, officer: lending.borrowerOfficer };
  member = memberOf(lending.borrower);
});
afterAll(() => lending.sharing.stop());

async function published(title: string): Promise<ActivityView> {
  const { id } = await draftOf(lending.sharing, owner, { title });
  return publishedWithSeats(lending.sharing, owner, id);
}

/** As its due work does every second. */
async function fold(): Promise<void> {
  const { app } = lending.sharing;
  await app.get(Transactions).system(continueTrace(undefined), (tx) => app.get(TitlesFold).fold(tx, 'all'));
}

async function groupsOf(request: SearchRequest, actor = member): Promise<SearchGroupView[]> {
  await fold();
  return (await lending.sharing.ask(find, request, actor)).groups;
}

async function found(q: string, actor = member): Promise<string[]> {
  const groups = await groupsOf({ q }, actor);
  return groups.flatMap(({ kind, items }) => items.map(({ title, match }) => `${kind} ${title} ${match}`));
}

describe('a title', () => {
  it('is found among activities, resources and needs, each in a group of its own', async () => {
    const { id } = await published('２０２６羽毛球联赛');
    await hall(lending, { title: '羽毛球馆' });
    await lending.sharing.ask(
      needContract.post,
      {
        party: { kind: 'union', id: borrower.id },
        title: '找羽毛球场',
        wants: [{ function: 'facility', business: 'culture' }],
        windows: [{ from: at(1, '10:00'), to: at(1, '12:00') }],
        headcount: 60,
      },
      borrower.officer,
    );
    expect(await found('羽毛球')).toEqual([
      'activity ２０２６羽毛球联赛 contains',
      'resource 羽毛球馆 prefix',
      'need 找羽毛球场 contains',
    ]);
    expect(await found('ymq')).toEqual([
      'activity ２０２６羽毛球联赛 prefix',
      'resource 羽毛球馆 prefix',
      'need 找羽毛球场 prefix',
    ]);
    const [group] = await groupsOf({ q: '2026羽毛球联赛', kind: 'activity' });
    expect(group).toEqual({
      kind: 'activity',
      items: [
        {
          id,
          title: '２０２６羽毛球联赛',
          match: 'exact',
          unionName: owner.name,
          state: 'published',
          at: '2099-11-21T01:00:00.000Z',
        },
      ],
      hasMore: false,
    });
  });

  it('of many that have the same words is found by its newest things', async () => {
    await lending.sharing.dataSource.query(
      `INSERT INTO activity SELECT (jsonb_populate_record(a, jsonb_build_object(
         'id', gen_random_uuid(), 'title', '车间安全月 ' || n))).*
       FROM activity a, generate_series(1, 1500) AS n WHERE a.title = '２０２６羽毛球联赛'`,
    );
    // Three pages of the due work.
    for (let page = 1; page <= 3; page += 1) await fold();
    const newest = await published('车间安全月总结');
    const [common] = await groupsOf({ q: '安全月', kind: 'activity' });
    expect(common).toMatchObject({ hasMore: true });
    expect(common?.items).toHaveLength(5);
    const [rare] = await groupsOf({ q: '车间安全月 总结', kind: 'activity' });
    expect(rare?.items.map(({ id, match }) => [id, match])).toEqual([[newest.id, 'exact']]);
    const [begun] = await groupsOf({ q: 'cjaqy', kind: 'activity', limit: 10 });
    expect(begun?.items).toHaveLength(10);
    const ids = begun?.items.map(({ id }) => id) ?? [];
    expect(ids).toEqual([...ids].sort().reverse());
  });
});

describe('what a reader finds', () => {
  it('are drafts of unions whose drafts they see, and of nobody else', async () => {
    await draftOf(lending.sharing, owner, { title: '未定的郊游' });
    expect(await found('未定的郊游')).toEqual([]);
    expect(await found('未定的郊游', borrower.officer)).toEqual([]);
    expect(await found('wddjy', owner.officer)).toEqual(['activity 未定的郊游 prefix']);
    expect(await found('未定的郊游', owner.officer)).toEqual(['activity 未定的郊游 exact']);
  });

  it('are brands that their own union prepares, and published ones of everybody', async () => {
    const stage = new Stage(lending.sharing);
    const founder = await stage.union();
    await draftBrand(stage, founder, { name: '筹备中的灯会' });
    expect(await found('筹备中的灯会')).toEqual([]);
    expect(await found('筹备中的灯会', owner.officer)).toEqual([]);
    expect(await found('cbzddh', founder.officer)).toEqual(['brand 筹备中的灯会 prefix']);
    await publishedBrand(stage, founder, { name: '办起来的灯会' });
    expect(await found('办起来的灯会')).toEqual(['brand 办起来的灯会 exact']);
  });

  it('is nothing that was withdrawn, and the new title alone of what has another one', async () => {
    const { id, version } = await hall(lending, { title: '旧礼堂' });
    const withdrawal = { resourceId: id, active: false };
    await lending.sharing.ask(resourceContract.edit, withdrawal, owner.officer, { ifMatch: version });
    expect(await found('旧礼堂')).toEqual([]);
    const activity = await draftOf(lending.sharing, owner, { title: '春游' });
    expect(await found('春游', owner.officer)).toHaveLength(1);
    await lending.sharing.ask(
      activityContract.edit,
      { activityId: activity.id, title: '秋收' },
      owner.officer,
      { ifMatch: activity.version },
    );
    expect(await found('春游', owner.officer)).toEqual([]);
    expect(await found('秋收', owner.officer)).toEqual(['activity 秋收 exact']);
  });
});
