import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type VacancyAnswer, vacancyContract } from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import { vacancyInterestContract } from '@gongxiang/contracts/affairs/listings/vacancy-interest.contract';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { affairsErasure, personErasureEvents } from '@gongxiang/contracts/words/person-erasure';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';
import { publishVacancy } from '../listings.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let stranger: Actor;
let rootOfficer: Actor;
let member: Actor;
let neighbour: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  rootOfficer = await plantPerson(affairs, tree.root, 'officer');
  member = await plantPerson(affairs, tree.left);
  neighbour = await plantPerson(affairs, tree.right);
});
afterAll(() => affairs.stop());

const said = { name: '张三', words: '做过五年车工。', phone: '13800000000' };
const send = (vacancyId: string, actor: Actor) =>
  affairs.ask(vacancyInterestContract.send, { ...said, vacancyId }, actor);
const withdraw = (vacancyId: string, actor: Actor) =>
  affairs.ask(vacancyInterestContract.withdraw, { vacancyId }, actor);
const listed = async (vacancyId: string, actor: Actor) =>
  (await affairs.ask(vacancyInterestContract.list, { vacancyId }, actor)).items;
const mine = async (actor: Actor) =>
  (await affairs.ask(vacancyInterestContract.listMine, {}, actor)).items.map(({ vacancyId, state }) => [
    vacancyId,
    state,
  ]);
const answer = (interestId: string, to: VacancyAnswer, actor: Actor, ifMatch: number) =>
  affairs.ask(vacancyInterestContract.answer, { interestId, answer: to }, actor, { ifMatch });
const awaits = (id: string, ...kinds: readonly string[]) => untilAwaits(affairs, 'affairs', id, kinds);
const rowsOf = (vacancyId: string): Promise<{ text: string }[]> =>
  affairs.dataSource.query('SELECT to_jsonb(i)::text AS text FROM vacancy_interest i WHERE vacancy_id = $1', [
    vacancyId,
  ]);

describe('an interest', () => {
  it('is sent once, sealed, and read by officers of the publishing union alone', async () => {
    const { id } = await publishVacancy(affairs, tree.left.id, officer, { audience: 'public' });
    expect(await send(id, member)).toMatchObject({ interest: { state: 'sent' }, interestPossible: false });
    await expect(send(id, member)).rejects.toMatchObject({ code: 'VACANCY_INTEREST_SENT' });
    const rows = await rowsOf(id);
    expect(rows).toHaveLength(1);
    for (const text of Object.values(said)) expect(rows[0]?.text).not.toContain(text);
    expect(await listed(id, officer)).toMatchObject([{ ...said, state: 'sent', unionName: '江城重工工会' }]);
    // Those above see the vacancy, and not who is interested.
    for (const actor of [rootOfficer, stranger, member, neighbour])
      await expect(listed(id, actor)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await mine(member)).toEqual([[id, 'sent']]);
    expect(await mine(neighbour)).toEqual([]);
  });

  it('of two at once is one', async () => {
    const { id } = await publishVacancy(affairs, tree.left.id, officer);
    const results = await Promise.allSettled([send(id, member), send(id, member)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await rowsOf(id)).toHaveLength(1);
  });

  it('is nothing for whom the vacancy is not, and nothing once it is over', async () => {
    const { id, version } = await publishVacancy(affairs, tree.left.id, officer);
    await expect(send(id, neighbour)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(send(id, rootOfficer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await affairs.ask(vacancyContract.end, { vacancyId: id }, officer, { ifMatch: version });
    await expect(send(id, officer)).rejects.toMatchObject({ code: 'VACANCY_STATE' });
  });

  it('waits for the officers once, however many there are, until each is answered; the person is notified', async () => {
    const { id } = await publishVacancy(affairs, tree.left.id, officer, { audience: 'public' });
    await send(id, member);
    await send(id, neighbour);
    await awaits(id, 'vacancyInterestSent');
    const [ofNeighbour, ofMember] = await listed(id, officer);
    for (const actor of [rootOfficer, stranger, member])
      await expect(answer(ofMember?.id ?? '', 'hired', actor, 1)).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
    await answer(ofMember?.id ?? '', 'contacted', officer, 1);
    await expect(answer(ofMember?.id ?? '', 'hired', officer, 1)).rejects.toMatchObject({
      code: 'VERSION_STALE',
    });
    expect(await answer(ofMember?.id ?? '', 'hired', officer, 2)).toMatchObject({ state: 'hired' });
    await awaits(id, 'vacancyInterestSent');
    await answer(ofNeighbour?.id ?? '', 'declined', officer, 1);
    await awaits(id);
    await expect(answer(ofNeighbour?.id ?? '', 'hired', officer, 2)).rejects.toMatchObject({
      code: 'VACANCY_INTEREST_STATE',
    });
    expect(await mine(member)).toContainEqual([id, 'hired']);
    await eventually(async () => {
      const raised = (await affairs.recorded(noticeRaisedEvents.affairs)).filter(
        ({ about }) => about['vacancyId'] === id,
      );
      expect(raised.map(({ kind, personIds }) => [kind, personIds])).toEqual([
        ['vacancyContacted', [member.personId]],
        ['vacancyHired', [member.personId]],
        ['vacancyDeclined', [neighbour.personId]],
      ]);
    });
  });

  it('of an officer themselves is answered by another', async () => {
    const { id } = await publishVacancy(affairs, tree.left.id, officer);
    await send(id, officer);
    const [own] = await listed(id, officer);
    await expect(answer(own?.id ?? '', 'hired', officer, 1)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('is taken back at any time, also once the vacancy is over, and nothing of it is left', async () => {
    const { id, version } = await publishVacancy(affairs, tree.left.id, officer);
    await expect(withdraw(id, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await send(id, member);
    await withdraw(id, member);
    await awaits(id);
    await send(id, member);
    await affairs.ask(vacancyContract.fill, { vacancyId: id }, officer, { ifMatch: version });
    // Whoever is interested still sees it.
    expect(await affairs.ask(vacancyContract.get, { vacancyId: id }, member)).toMatchObject({
      state: 'filled',
      interest: { state: 'sent' },
    });
    expect(await withdraw(id, member)).toMatchObject({ interest: null });
    expect(await rowsOf(id)).toEqual([]);
    await expect(withdraw(id, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is forgotten 180 days after the end, unless the vacancy is shown again', async () => {
    const { id, version } = await publishVacancy(affairs, tree.left.id, officer);
    const back = await publishVacancy(affairs, tree.left.id, officer);
    for (const one of [id, back.id]) {
      await send(one, member);
      await affairs.ask(vacancyContract.end, { vacancyId: one }, officer, { ifMatch: version });
    }
    affairs.clock.advance(179 * dayMs);
    expect(await rowsOf(id)).toHaveLength(1);
    const until = affairs.clock.now().toISOString().slice(0, 10);
    await affairs.ask(vacancyContract.extend, { vacancyId: back.id, until }, officer, {
      ifMatch: version + 1,
    });
    affairs.clock.advance(dayMs);
    await eventually(async () => expect(await rowsOf(id)).toEqual([]));
    await awaits(id);
    expect(await rowsOf(back.id)).toHaveLength(1);
  });

  it('E97: of a record that was merged is the person’s own, and notifies them under their present id', async () => {
    const { id } = await publishVacancy(affairs, tree.left.id, officer);
    const former = await plantPerson(affairs, tree.left);
    await send(id, former);
    await affairs.dataSource.query(
      'INSERT INTO person_alias (from_id, into_id, merge_id, created_at) VALUES ($1, $2, gen_random_uuid(), now())',
      [former.personId, member.personId],
    );
    const merged: Actor = { ...member, formerIds: [former.personId] };
    await expect(send(id, merged)).rejects.toMatchObject({ code: 'VACANCY_INTEREST_SENT' });
    const [line] = await listed(id, officer);
    await answer(line?.id ?? '', 'contacted', officer, 1);
    await eventually(async () => {
      const raised = await affairs.recorded(noticeRaisedEvents.affairs);
      expect(raised.filter(({ about }) => about['vacancyId'] === id)).toMatchObject([
        { kind: 'vacancyContacted', personIds: [member.personId] },
      ]);
    });
    await withdraw(id, merged);
    expect(await rowsOf(id)).toEqual([]);
  });

  it('E123: goes with its person, and nobody is waited for because of it', async () => {
    const { id } = await publishVacancy(affairs, tree.left.id, officer);
    const gone = await plantPerson(affairs, tree.left);
    await send(id, gone);
    await awaits(id, 'vacancyInterestSent');
    const erasureId = newId();
    await affairs.emit(personErasureEvents.erased, { erasureId, personId: gone.personId });
    await eventually(async () =>
      expect(await affairs.recorded(affairsErasure.applied)).toContainEqual(
        expect.objectContaining({ erasureId, erased: [expect.objectContaining({ kind: 'vacancies' })] }),
      ),
    );
    expect(await rowsOf(id)).toEqual([]);
    await awaits(id);
  });
});
