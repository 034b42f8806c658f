import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import {
  drawContract,
  type DrawProofView,
  type DrawView,
} from '@gongxiang/contracts/sharing/seats/draw.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { ActivityRow } from '../../activities/activity/activity.entity.js';
import type { KnownUnion } from '../registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';
import { DrawStage } from './draw.fixture.js';
import { newSecret } from './draw-hash.js';

const script = join(import.meta.dirname, '../../../../../deploy/verify-draw.mjs');

let sharing: ServiceFixture;
let stage: DrawStage;
let host: KnownUnion;
let directory: string;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new DrawStage(sharing);
  host = await stage.union();
  directory = mkdtempSync(join(tmpdir(), 'gongxiang-proof-'));
});

afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await sharing.stop();
});

async function published(hours = 24): Promise<string> {
  const startsAt = new Date(sharing.clock.now().getTime() + hours * 3_600_000);
  return stage.activity(host, { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) });
}

function verify(proof: DrawProofView, saved?: string): { status: number | null; said: string } {
  const file = join(directory, 'proof.json');
  writeFileSync(file, JSON.stringify(proof));
  const run = spawnSync(process.execPath, [script, file, ...(saved === undefined ? [] : [saved])], {
    encoding: 'utf8',
  });
  return { status: run.status, said: run.stdout + run.stderr };
}

async function drawnProof(): Promise<{ draw: DrawView; proof: DrawProofView }> {
  const activityId = await published();
  await stage.pool(activityId, host, 4);
  const members = await stage.members(host, 7);
  const draw = await stage.opened(activityId, host, 365);
  for (const [index, person] of members.entries()) await stage.enterWith(draw, person, index % 3);
  await stage.drawn(draw, host.officer);
  return { draw, proof: await stage.proof(draw, members[0] as Actor) };
}

describe('the proof of a draw', () => {
  it('E26: is verified by a script of thirty lines that needs nothing but Node', async () => {
    const { draw, proof } = await drawnProof();
    const lines = readFileSync(script, 'utf8').trim().split('\n');
    expect(lines.length).toBeLessThanOrEqual(30);
    const { status, said } = verify(proof, draw.commitment);
    expect(said.match(/^holds: /gm)).toHaveLength(5);
    expect(status).toBe(0);
  });

  it('E26: fails in words where anything of it was forged', async () => {
    const { draw, proof } = await drawnProof();
    const other = newSecret();
    const [first = '', second = ''] = proof.result.split('\n');
    const swapped = [first, second].map((line) => line.split(' ')[1] ?? '');
    const forgeries: [string, DrawProofView, string][] = [
      [
        'a winner was swapped',
        {
          ...proof,
          result: proof.result.replace(
            `${first}\n${second}\n`,
            `1 ${swapped[1]} ${first.split(' ')[2]}\n2 ${swapped[0]} ${second.split(' ')[2]}\n`,
          ),
        },
        'every place, and every seat',
      ],
      ['a seat was given', { ...proof, result: proof.result.replace('line', 'seat') }, 'every place'],
      [
        'an entry was changed',
        { ...proof, list: proof.list.replace(/ 3 (\d) 1\n/, ' 1 $1 1\n') },
        'the list is the one that was frozen',
      ],
      [
        'another secret was shown',
        { ...proof, secret: other },
        'the secret is the one that was committed to',
      ],
      ['another seed was used', { ...proof, seed: other }, 'the seed follows from secret and list'],
    ];
    for (const [forgery, forged, words] of forgeries) {
      const { status, said } = verify(forged, draw.commitment);
      expect([forgery, status]).toEqual([forgery, 1]);
      expect(said).toContain(`DOES NOT HOLD: ${words}`);
    }
    const { status, said } = verify(proof, other);
    expect([status, said]).toEqual([1, expect.stringContaining('DOES NOT HOLD: the commitment')]);
  });

  it('names nobody: no id of a person, no name, no companion', async () => {
    const activityId = await published();
    await stage.pool(activityId, host, 1);
    const [person] = (await stage.members(host, 1)) as [Actor];
    const draw = await stage.opened(activityId, host);
    await stage.enterWith(draw, person, 1);
    await stage.drawn(draw, person);
    const proof = JSON.stringify(await stage.proof(draw, person));
    for (const secretOfEntrant of [person.personId, '同行1', '张'])
      expect(proof).not.toContain(secretOfEntrant);
    const { rows } = await trailOf(draw);
    expect(rows).not.toContain('同行1');
  });
});

async function trailOf(draw: DrawView): Promise<{ rows: string }> {
  const rows: unknown[] = await sharing.dataSource.query(
    'SELECT before, after FROM audit_record WHERE subject_id = $1',
    [draw.id],
  );
  return { rows: JSON.stringify(rows) };
}

const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'OK',
    (error: { code: string; errors?: { pointer: string }[] }) =>
      [error.code, ...(error.errors ?? []).map(({ pointer }) => pointer)].join(' '),
  );

describe('the life of a draw', () => {
  it('is the organiser’s: others see it, nobody signed out does, and a draft hides it', async () => {
    const activityId = await published();
    await stage.pool(activityId, host, 1);
    const stranger = await stage.union();
    const [member] = (await stage.members(host, 1)) as [Actor];
    const draw = await stage.create(activityId, host);
    const drawId = draw.id;
    const request = { activityId, opensAt: stage.inHours(1), closesAt: stage.inHours(2) };
    const outcomes: string[][] = [];
    for (const caller of [null, member, stranger.officer, host.officer]) {
      outcomes.push([
        await codeOf(sharing.ask(drawContract.create, request, caller)),
        await codeOf(sharing.ask(drawContract.change, { drawId }, caller, { ifMatch: draw.version })),
        await codeOf(sharing.ask(drawContract.list, { activityId }, caller)),
        await codeOf(stage.see(draw, caller)),
        await codeOf(stage.proof(draw, caller)),
        await codeOf(stage.withdraw(draw, caller)),
        await codeOf(sharing.ask(drawContract.cancel, { drawId, reason: '改期' }, caller)),
      ]);
    }
    const nobody = Array.from({ length: 7 }, () => 'NOT_SIGNED_IN');
    const forbidden = ['NOT_PERMITTED', 'NOT_PERMITTED', 'OK', 'OK'];
    const others = [...forbidden, 'DRAW_NOT_DRAWN', 'DRAW_NOT_ENTERED', 'NOT_PERMITTED'];
    const mine = ['DRAW_EXISTS', 'OK', 'OK', 'OK', 'DRAW_NOT_DRAWN', 'DRAW_NOT_ENTERED', 'OK'];
    expect(outcomes).toEqual([nobody, others, others, mine]);
    expect(await codeOf(stage.proof(draw, member))).toBe('DRAW_NOT_DRAWN');
    expect(await codeOf(stage.see({ ...draw, id: newId() }, member))).toBe('NOT_FOUND');
    const draft = await stage.activity(host, { state: 'draft', publishedAt: null });
    const hidden = await stage.create(draft, host);
    expect(await codeOf(stage.see(hidden, member))).toBe('NOT_FOUND');
    expect(await codeOf(stage.enter(hidden, member))).toBe('NOT_FOUND');
  });

  it('refuses times that do not fit, at their fields, and changes once it is open', async () => {
    const activityId = await published();
    const make = (opens: number, closes: number): Promise<string> => {
      const request = { activityId, opensAt: stage.inHours(opens), closesAt: stage.inHours(closes) };
      return codeOf(sharing.ask(drawContract.create, request, host.officer));
    };
    expect(await make(0, 1)).toBe('DRAW_OPENS_TOO_EARLY /opensAt');
    expect(await make(2, 2)).toBe('PERIOD_EMPTY /closesAt');
    expect(await make(1, 25)).toBe('DRAW_CLOSES_TOO_LATE /closesAt');
    const draw = await stage.create(activityId, host);
    const change = (closesAt: string, ifMatch: number | null = draw.version): Promise<string> =>
      codeOf(sharing.ask(drawContract.change, { drawId: draw.id, closesAt }, host.officer, { ifMatch }));
    expect(await change(stage.inHours(2), null)).toBe('VERSION_REQUIRED');
    expect(await change(stage.inHours(2))).toBe('OK');
    expect(await change(stage.inHours(3))).toBe('VERSION_STALE');
    const activity = await sharing.ask(activityContract.get, { activityId }, host.officer);
    const startsAt = stage.inHours(1);
    const edit = { activityId, startsAt, signUpClosesAt: startsAt };
    expect(
      await codeOf(sharing.ask(activityContract.edit, edit, host.officer, { ifMatch: activity.version })),
    ).toBe('DRAW_CLOSES_AFTER_START /startsAt');
    sharing.clock.advance(60_000);
    expect(await change(stage.inHours(3), draw.version + 1)).toBe('DRAW_OPENED');
  });

  it('is not for an activity in which people wait already', async () => {
    const activityId = await published();
    await stage.pool(activityId, host, 1);
    await stage.line(activityId, await stage.members(host, 3));
    await expect(stage.create(activityId, host)).rejects.toMatchObject({
      code: 'DRAW_LINE_WAITS',
      params: { waiting: 2 },
    });
  });

  it('asks of an entry what a sign-up is asked', async () => {
    const activityId = await published();
    const union = await stage.union(host.path);
    await stage.pool(activityId, host, 5, union);
    const draw = await stage.opened(activityId, host);
    const [stranger] = (await stage.members(host, 1)) as [Actor];
    const [former] = (await stage.members(union, 1, { validTo: '2021-01-01' })) as [Actor];
    const [member] = (await stage.members(union, 1)) as [Actor];
    expect(await codeOf(stage.enter(draw, stranger))).toBe('NO_POOL_FOR_YOU');
    expect(await codeOf(stage.enter(draw, former))).toBe('NOT_A_MEMBER_ON_THE_DAY');
    expect(await codeOf(stage.enterWith(draw, member, 10))).toBe('TOO_MANY_COMPANIONS /companions');
    const child = { companions: [{ name: '小明', ageBand: 'child3to6' as const }] };
    expect(await codeOf(stage.enter(draw, member, child))).toBe('GUARDIAN_CONSENT_REQUIRED /guardianConsent');
    expect(await codeOf(stage.enter(draw, member, { ...child, guardianConsent: true }))).toBe('OK');
    expect((await stage.see(draw, member)).entries).toBe(1);
  });

  it('ends without a result where the activity is called off, and lets nobody cancel what is closed', async () => {
    const activityId = await published();
    await stage.pool(activityId, host, 1);
    const [member, other] = (await stage.members(host, 2)) as [Actor, Actor];
    const draw = await stage.opened(activityId, host);
    await stage.enter(draw, member);
    await sharing.ask(activityContract.cancel, { activityId, reason: '场地检修' }, host.officer);
    expect(await stage.see(draw, member)).toMatchObject({ state: 'cancelled' });
    // The draw itself is cancelled a moment later.
    expect(['ACTIVITY_NOT_OPEN', 'DRAW_CANCELLED']).toContain(await codeOf(stage.enter(draw, other)));
    sharing.clock.advance(3_600_000);
    await eventually(async () =>
      expect(await stage.see(draw, member)).toMatchObject({
        cancelledAt: expect.any(String),
        cancelReason: null,
        winners: null,
      }),
    );
    const row = await sharing.dataSource.manager.findOneByOrFail(ActivityRow, { id: activityId });
    expect(row.draw).toBeNull();
    const drawn = await stage.opened(await published(), host);
    await stage.drawn(drawn, member);
    const cancel = { drawId: drawn.id, reason: '不满意' };
    expect(await codeOf(sharing.ask(drawContract.cancel, cancel, host.officer))).toBe('DRAW_CLOSED');
    expect(verify(await stage.proof(drawn, member)).status).toBe(0); // nobody entered
  });
});
