import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bulletinContract } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { circleContract } from '@gongxiang/contracts/affairs/circles/circle.contract';
import { courseContract, type CreateCourse } from '@gongxiang/contracts/affairs/records/course.contract';
import { searchContract } from '@gongxiang/contracts/words/search';
import { type Actor, dayMs } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import type { ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { bulletinOf, publishBulletin } from '../../bulletins/bulletins.fixture.js';
import { draftVacancy, publishBenefit, publishVacancy } from '../../listings/listings.fixture.js';
import { plantPerson, plantService, plantTree, type Tree } from '../../matters/matters.fixture.js';
import { openWorksCall } from '../../works/works.fixture.js';
import { TitlesFold } from './titles-fold.due.js';

const { find } = searchContract('affairs');

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let member: Actor;
let stranger: Actor;
let strangeOfficer: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  member = await plantPerson(affairs, tree.left);
  stranger = await plantPerson(affairs, tree.right);
  strangeOfficer = await plantPerson(affairs, tree.right, 'officer');
});
afterAll(() => affairs.stop());

async function found(q: string, actor: Actor): Promise<string[]> {
  // As the due work does, without waiting for it.
  await affairs.app
    .get(Transactions)
    .system(continueTrace(undefined), (tx) => affairs.app.get(TitlesFold).fold(tx, 'all'));
  const { groups } = await affairs.ask(find, { q }, actor);
  return groups.flatMap(({ kind, items }) =>
    items.map(({ title, match, unionName, state }) => `${kind} ${title} ${match} ${unionName} ${state}`),
  );
}

describe('a search', () => {
  it('finds an open service for everybody, by words and by pinyin', async () => {
    await plantService(affairs, tree.left.id, officer, { name: '困难帮扶申请' });
    const line = 'serviceItem 困难帮扶申请 prefix 江城重工工会 open';
    expect(await found('困难', stranger)).toEqual([line]);
    expect(await found('knbf', stranger)).toEqual([line]);
  });

  it('finds a bulletin for those for whom it is, and a draft for officers of its union', async () => {
    await publishBulletin(affairs, tree.left.id, officer, { title: '夏季高温津贴标准' });
    await affairs.ask(
      bulletinContract.create,
      { ...bulletinOf({ title: '高温慰问方案' }), unionId: tree.left.id },
      officer,
    );
    const published = 'bulletin 夏季高温津贴标准 contains 江城重工工会 published';
    expect(await found('高温', member)).toEqual([published]);
    expect(await found('高温', officer)).toEqual([
      'bulletin 高温慰问方案 prefix 江城重工工会 draft',
      published,
    ]);
    expect(await found('高温', stranger)).toEqual([]);
    expect(await found('高温', strangeOfficer)).toEqual([]);
  });

  it('finds a vacancy by its employer and a benefit by its merchant, until their last day is over', async () => {
    await publishVacancy(affairs, tree.left.id, officer);
    await draftVacancy(affairs, tree.left.id, officer, { title: '数控铣工' });
    await publishBenefit(affairs, tree.left.id, officer);
    const vacancy = 'vacancy 数控车工 contains 江城重工工会 published';
    expect(await found('重工有限', member)).toEqual([vacancy]);
    expect(await found('重工有限', officer)).toEqual([
      'vacancy 数控铣工 contains 江城重工工会 draft',
      vacancy,
    ]);
    expect(await found('江滩书店', member)).toEqual(['benefit 图书八八折 contains 江城重工工会 published']);
    expect(await found('江滩书店', stranger)).toEqual([]);
    affairs.clock.advance(31 * dayMs);
    expect(await found('江滩书店', member)).toEqual([]);
    affairs.clock.advance(-31 * dayMs);
  });

  it('finds circles of the unions of a person, and those that they are in wherever they are now', async () => {
    const circle = { about: '爱拍照的工友在这里交流。', joining: 'open', ownName: '王主席' } as const;
    const { id: circleId } = await affairs.ask(
      circleContract.create,
      { unionId: tree.left.id, name: '摄影圈', ...circle },
      officer,
    );
    const line = 'circle 摄影圈 exact 江城重工工会 open';
    expect(await found('摄影圈', member)).toEqual([line]);
    expect(await found('摄影圈', stranger)).toEqual([]);
    await affairs.ask(circleContract.join, { circleId, ownName: '张小三' }, member);
    const { id: unionId, path: unionPath } = tree.right;
    expect(await found('摄影圈', { ...member, unionId, unionPath })).toEqual([line]);
  });

  it('finds calls for works that were made, for those for whom they are', async () => {
    await openWorksCall(affairs, { unionId: tree.left.id, officer, jurors: [member] });
    const line = 'worksCall “劳动最美”摄影作品征集 contains 江城重工工会 open';
    expect(await found('摄影作品', member)).toEqual([line]);
    expect(await found('摄影作品', stranger)).toEqual([]);
  });

  it('finds courses that are published, and drafts for those who write them', async () => {
    const course: CreateCourse = {
      unionId: tree.left.id,
      title: '安全用电',
      summary: '车间用电的规矩。',
      audience: 'members',
      lessons: [{ title: '一', text: '先断电' }],
      questions: [
        {
          text: '先做什么',
          choices: [
            { text: '断电', right: true },
            { text: '开工', right: false },
          ],
        },
      ],
      passPercent: 50,
      attemptsMax: 2,
      validMonths: null,
    };
    const { id: courseId } = await affairs.ask(courseContract.create, course, officer);
    expect(await found('安全用电', member)).toEqual([]);
    expect(await found('安全用电', officer)).toEqual(['course 安全用电 exact 江城重工工会 draft']);
    await affairs.ask(courseContract.publish, { courseId }, officer, { ifMatch: 1 });
    expect(await found('aqyd', member)).toEqual(['course 安全用电 prefix 江城重工工会 published']);
    expect(await found('aqyd', stranger)).toEqual([]);
  });
});
