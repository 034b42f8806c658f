import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkInContract } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import { letterTemplateContract } from '@gongxiang/contracts/sharing/papers/letter-template.contract';
import { letterContract } from '@gongxiang/contracts/sharing/papers/letter.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { readPaper, type ServiceFixture } from '@gongxiang/testing';
import { docxOf, p } from '../../files/docx/docx.fixture.js';
import { printed, template } from '../letter-template/letter-template.fixture.js';
import { noticesOf } from '../../reference/notice/notice.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';

const origin = 'https://union.example';
let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;
let certificate: string;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  host = await stage.union();
  certificate = (await template(sharing, host)).id;
});

afterAll(() => sharing.stop());

interface Scene {
  readonly activityId: string;
  readonly people: Actor[];
  readonly registrations: RegistrationView[];
}

/** An activity with people who have seats; the first brings two more. */
async function seated(count: number): Promise<Scene> {
  const activityId = await stage.activity(host);
  await stage.pool(activityId, host, count + 2);
  const people = await stage.members(host, count);
  const registrations: RegistrationView[] = [];
  for (const [index, person] of people.entries())
    registrations.push(await stage.register(activityId, person, index === 0 ? 2 : 0));
  return { activityId, people, registrations };
}

/** The same once it is over, attended by all but the last. */
async function held(count: number): Promise<Scene> {
  const scene = await seated(count);
  const items = scene.registrations.slice(0, -1).map(({ id: registrationId }) => ({
    operationId: newId(),
    at: sharing.clock.now().toISOString(),
    registrationId,
  }));
  const { activityId } = scene;
  await sharing.ask(checkInContract.checkIn, { activityId, items }, host.officer);
  await sharing.dataSource.query(
    `UPDATE activity SET starts_at = starts_at - interval '3 days', ends_at = ends_at - interval '3 days',
       sign_up_opens_at = sign_up_opens_at - interval '3 days', sign_up_closes_at = sign_up_closes_at - interval '3 days'
     WHERE id = $1`,
    [activityId],
  );
  await sharing.ask(checkInContract.close, { activityId }, host.officer);
  return scene;
}

const issue = (
  activityId: string,
  registrationIds?: string[],
  templateId = certificate,
  officer = host.officer,
) =>
  sharing.ask(
    letterContract.issue,
    { activityId, templateId, ...(registrationIds === undefined ? {} : { registrationIds }) },
    officer,
  );
const listed = async (activityId: string, officer = host.officer) =>
  (await sharing.ask(letterContract.list, { activityId }, officer)).items;
const mine = async (person: Actor) => (await sharing.ask(letterContract.listMine, {}, person)).items;

async function pdfOf(letterId: string, person: Actor, name: string): Promise<string> {
  const view = await sharing.ask(letterContract.render, { letterId, as: 'pdf', name, origin }, person);
  return readPaper(await printed(sharing, view.key, person))
    .pages.flat()
    .join('');
}

describe('letters', () => {
  it('go to everybody who was there, once each, with numbers that follow each other', async () => {
    const { activityId, people } = await held(4);
    const first = await issue(activityId);
    expect(first).toMatchObject({ issued: 3, alreadyHad: 0 });
    const letters = await listed(activityId);
    const counts = letters.map(({ number }) => Number(number.slice(5)));
    expect(counts).toEqual([counts[0], (counts[0] ?? 0) + 1, (counts[0] ?? 0) + 2]);
    expect([letters[0]?.number, letters[2]?.number]).toEqual([first.firstNumber, first.lastNumber]);
    expect(letters[0]).toMatchObject({
      kind: 'certificate',
      maskedName: '张*',
      templateName: '活动参与证书',
    });
    const present = people.slice(0, 3).map(({ personId }) => personId);
    expect(letters.map(({ personId }) => personId).sort()).toEqual(present.sort());
    expect(await issue(activityId)).toMatchObject({ issued: 0, alreadyHad: 3, firstNumber: null });
    expect(await mine(people[3] as Actor)).toEqual([]);
    const toldTo = async (person: Actor) =>
      (await noticesOf(sharing, person, activityId)).filter(({ kind }) => kind === 'letterIssued');
    expect(await toldTo(people[0] as Actor)).toMatchObject([{ values: { letter: 'certificate' } }]);
    expect(await toldTo(people[3] as Actor)).toEqual([]);
    expect(await mine(people[0] as Actor)).toMatchObject([{ activityId, activityTitle: '健步走' }]);
  });

  it('have no gap and no double number where two officers issue at once', async () => {
    const scenes = [await held(6), await held(6)];
    await Promise.all(scenes.map(({ activityId }) => issue(activityId)));
    const letters = (await Promise.all(scenes.map(({ activityId }) => listed(activityId)))).flat();
    const counts = letters.map(({ number }) => Number(number.slice(5))).sort((one, two) => one - two);
    expect(counts).toHaveLength(10);
    expect(counts).toEqual(counts.map((_one, index) => (counts[0] ?? 0) + index));
  });

  it('are for those who were chosen, and nobody who was not there', async () => {
    const { activityId, registrations } = await held(3);
    const [one, , absent] = registrations as [RegistrationView, RegistrationView, RegistrationView];
    await expect(issue(activityId, [one.id, absent.id])).rejects.toMatchObject({
      code: 'LETTER_RECIPIENT_UNFIT',
      errors: [expect.objectContaining({ pointer: '/registrationIds/1' })],
    });
    expect(await listed(activityId)).toEqual([]);
    expect(await issue(activityId, [one.id])).toMatchObject({ issued: 1 });
  });

  it('wait until it is final who was there; invitations go out before', async () => {
    const { activityId, people } = await seated(2);
    await expect(issue(activityId)).rejects.toMatchObject({ code: 'LETTERS_BEFORE_CLOSE' });
    const invitation = await template(sharing, host, 'invitation');
    expect(await issue(activityId, undefined, invitation.id)).toMatchObject({ issued: 2 });
    const [letter] = await mine(people[0] as Actor);
    expect(letter?.kind).toBe('invitation');
    const over = await held(2);
    await expect(issue(over.activityId, undefined, invitation.id)).rejects.toMatchObject({
      code: 'INVITATIONS_TOO_LATE',
    });
  });

  it('come from a template in use of the union that organises', async () => {
    const { activityId } = await held(2);
    const foreign = await template(sharing, await stage.union());
    for (const templateId of [foreign.id, newId()])
      await expect(issue(activityId, undefined, templateId)).rejects.toMatchObject({
        code: 'TEMPLATE_OF_OTHER_UNION',
        errors: [expect.objectContaining({ pointer: '/templateId' })],
      });
    const { id: retired } = await template(sharing, host);
    await sharing.ask(letterTemplateContract.retire, { templateId: retired }, host.officer);
    await expect(issue(activityId, undefined, retired)).rejects.toMatchObject({ code: 'TEMPLATE_RETIRED' });
  });

  it('are issued, listed and revoked by the officers of the organiser alone', async () => {
    const { activityId, people } = await held(2);
    await issue(activityId);
    const [letter] = await listed(activityId);
    const revocation = { activityId, letterId: letter?.id ?? '', reason: '误发' };
    for (const stranger of [people[0] as Actor, (await stage.union()).officer]) {
      await expect(issue(activityId, undefined, certificate, stranger)).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
      await expect(listed(activityId, stranger)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
      await expect(sharing.ask(letterContract.revoke, revocation, stranger)).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
    }
  });
});

describe('a letter of one’s own', () => {
  it('has the name of its holder, whatever characters it has, and what the activity was', async () => {
    const { activityId, people } = await held(2);
    await issue(activityId);
    await sharing.dataSource.query(`UPDATE activity SET title = '改了名' WHERE id = $1`, [activityId]);
    const [letter] = await mine(people[0] as Actor);
    const text = await pdfOf(letter?.id ?? '', people[0] as Actor, '䶮𠮷·买买提');
    for (const word of ['䶮〈U+20BB7〉·买买提', '“健步走”', '同行 2 人', letter?.number ?? '?', '扫码核验'])
      expect(text).toContain(word);
  });

  it('is given out to nobody else, and leaves no name behind', async () => {
    const { activityId, people } = await held(3);
    await issue(activityId);
    const [one, two] = people as [Actor, Actor];
    const [letter] = await mine(one);
    const request = { letterId: letter?.id ?? '', name: '欧阳无痕', origin };
    for (const stranger of [two, host.officer])
      await expect(sharing.ask(letterContract.render, request, stranger)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    await sharing.ask(letterContract.render, request, one);
    for (const table of ['letter', 'audit_record', 'outbox'])
      expect(
        await sharing.dataSource.query(`SELECT 1 FROM ${table} x WHERE x::text LIKE '%欧阳无痕%'`),
      ).toEqual([]);
  });

  it('can be had as .docx, too', async () => {
    const { activityId, people } = await held(2);
    await issue(activityId);
    const [person] = people as [Actor];
    const [letter] = await mine(person);
    const request = { letterId: letter?.id ?? '', as: 'docx' as const, name: '张三', origin };
    const view = await sharing.ask(letterContract.render, request, person);
    expect(view.fileName).toBe(`活动参与证书 ${letter?.number}.docx`);
    expect((await printed(sharing, view.key, person)).subarray(0, 2).toString()).toBe('PK');
  });

  it('is the file that was looked at: another content under the same key is not found', async () => {
    const { id: templateId } = await template(sharing, host, 'thanks', docxOf(p('谢谢 {姓名}')));
    const { activityId, people } = await held(2);
    await issue(activityId, undefined, templateId);
    await sharing.dataSource.query(`UPDATE letter_template SET sha256 = repeat('0', 64) WHERE id = $1`, [
      templateId,
    ]);
    const [letter] = await mine(people[0] as Actor);
    await expect(pdfOf(letter?.id ?? '', people[0] as Actor, '张三')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('whether a letter is genuine', () => {
  it('can be asked by anybody, who learns no name', async () => {
    const { id: templateId } = await template(sharing, host, 'proof', docxOf(p('{姓名} {核验码} {编号}')));
    const { activityId, people } = await held(2);
    await issue(activityId, undefined, templateId);
    const [letter] = await mine(people[0] as Actor);
    const number = letter?.number ?? '';
    const text = await pdfOf(letter?.id ?? '', people[0] as Actor, '张三丰');
    const [code = ''] = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text) ?? [];
    const view = await sharing.ask(letterContract.verify, { number, code: code.toLowerCase() }, null);
    expect(view).toMatchObject({ number, kind: 'proof', maskedName: '张*', activityTitle: '健步走' });
    expect(JSON.stringify(view)).not.toContain('张三丰');
    for (const wrong of [
      { number, code: 'AAAA-AAAA-AAAA' },
      { number: '2020-000001', code },
    ])
      await expect(sharing.ask(letterContract.verify, wrong, null)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
  });

  it('ends with its revocation, after which the person may have another', async () => {
    const { activityId, people } = await held(2);
    await issue(activityId);
    const [letter] = await listed(activityId);
    const revocation = { activityId, letterId: letter?.id ?? '', reason: '姓名与本人不符' };
    expect(await sharing.ask(letterContract.revoke, revocation, host.officer)).toMatchObject({
      number: letter?.number,
      revokedAt: expect.any(String),
    });
    expect(await mine(people[0] as Actor)).toEqual([]);
    await expect(sharing.ask(letterContract.revoke, revocation, host.officer)).rejects.toMatchObject({
      code: 'LETTER_REVOKED',
    });
    expect(await issue(activityId)).toMatchObject({ issued: 1 });
    expect(await listed(activityId)).toHaveLength(2);
  });
});
