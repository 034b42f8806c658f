import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loanContract, type LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import {
  type AddPiecesRequest,
  pieceContract,
  type PieceView,
} from '@gongxiang/contracts/sharing/lending/piece.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { readPaper } from '@gongxiang/testing';
import { printed } from '../../papers/letter-template/letter-template.fixture.js';
import { at, borrow, grantFor, hall, type Lending, startLending } from '../loan/lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending();
});

afterAll(() => lending.sharing.stop());

interface OwnedResource {
  readonly resourceId: string;
  readonly pieces: readonly PieceView[];
}

/** Projectors that everybody may borrow. */
async function projectors(count: number, more: Partial<AddPiecesRequest> = {}): Promise<OwnedResource> {
  const { id: resourceId } = await hall(lending, { title: '投影仪', counting: 'pieces' });
  await grantFor(lending, resourceId);
  const add = { resourceId, count, prefix: '投影仪', ...more };
  const { pieces } = await lending.sharing.ask(pieceContract.add, add, lending.ownerOfficer);
  return { resourceId, pieces };
}

const list = async ({ resourceId }: OwnedResource, more: object = {}) =>
  (await lending.sharing.ask(pieceContract.list, { resourceId, ...more }, lending.ownerOfficer)).items;
const trail = async ({ resourceId }: OwnedResource, pieceId: string) =>
  (await lending.sharing.ask(pieceContract.custody, { resourceId, pieceId }, lending.ownerOfficer)).items;
const find = (code: string, actor: Actor | null) => lending.sharing.ask(pieceContract.find, { code }, actor);
const handOver = (loan: LoanView, pieces?: string[]) =>
  lending.sharing.ask(loanContract.handOver, { loanId: loan.id, pieces }, lending.ownerOfficer);
const giveBack = (loan: LoanView, pieces?: string[]) =>
  lending.sharing.ask(loanContract.giveBack, { loanId: loan.id, pieces }, lending.ownerOfficer);
const codesOf = (pieces: readonly PieceView[]): string[] => pieces.map(({ code }) => code);
const turn = (name: 'retire' | 'reinstate', { resourceId }: OwnedResource, pieceId: string) =>
  lending.sharing.ask(pieceContract[name], { resourceId, pieceId }, lending.ownerOfficer);

describe('pieces', () => {
  it('are added with running labels and a code each, and are what can be lent', async () => {
    const stored = await projectors(2, { serials: ['SN-1'], place: '器材室' });
    expect(stored.pieces).toMatchObject([
      {
        label: '投影仪-001',
        serial: 'SN-1',
        place: '器材室',
        state: 'here',
        condition: 'good',
        holder: null,
      },
      { label: '投影仪-002', serial: null, state: 'here' },
    ]);
    expect(new Set(codesOf(stored.pieces)).size).toBe(2);
    const { resourceId } = stored;
    const more = { resourceId, count: 1, prefix: '投影仪' };
    const { pieces } = await lending.sharing.ask(pieceContract.add, more, lending.ownerOfficer);
    expect(pieces).toMatchObject([{ label: '投影仪-003' }]);
    await expect(
      lending.sharing.ask(resourceContract.get, { resourceId }, lending.member),
    ).resolves.toMatchObject({
      counting: 'pieces',
      quantity: 3,
    });
    await expect(borrow(lending, resourceId, { quantity: 4 })).rejects.toMatchObject({
      code: 'SLOT_TAKEN',
      errors: [expect.objectContaining({ params: { free: 3 } })],
    });
  });

  it('are found by label, serial number or code, and by their state', async () => {
    const stored = await projectors(3, { serials: ['SN-1', 'SN-2', 'XX'] });
    const [first, second, third] = stored.pieces as [PieceView, PieceView, PieceView];
    const labels = async (filter: object) => (await list(stored, filter)).map(({ label }) => label.slice(-1));
    expect(await labels({ q: 'sn-' })).toEqual(['1', '2']);
    expect(await labels({ q: '003' })).toEqual(['3']);
    await turn('retire', stored, third.id);
    const loan = await borrow(lending, stored.resourceId, {
      startsAt: at(2, '10:00'),
      endsAt: at(2, '12:00'),
    });
    await handOver(loan, [second.code]);
    expect(await labels({ state: 'retired' })).toEqual(['3']);
    expect(await labels({ state: 'out' })).toEqual(['2']);
    expect(await labels({ state: 'here' })).toEqual(['1']);
    expect(await labels({ limit: 1 })).toEqual(['1']);
    await giveBack(loan);
    expect((await list(stored)).map(({ id, state }) => [id, state])).toEqual([
      [first.id, 'here'],
      [second.id, 'here'],
      [third.id, 'retired'],
    ]);
  });

  it('are for resources that are counted in them, and bounded', async () => {
    const { sharing, ownerOfficer } = lending;
    const { id: resourceId } = await hall(lending);
    const add = { resourceId, count: 1, prefix: 'A' };
    await expect(sharing.ask(pieceContract.add, add, ownerOfficer)).rejects.toMatchObject({
      code: 'NOT_IN_PIECES',
    });
    const stored = await projectors(200);
    for (const count of [200, 200, 200, 199]) {
      await sharing.ask(
        pieceContract.add,
        { ...stored, resourceId: stored.resourceId, count, prefix: 'B' } as never,
        ownerOfficer,
      );
    }
    const tooMany = { resourceId: stored.resourceId, count: 2, prefix: 'B' };
    await expect(sharing.ask(pieceContract.add, tooMany, ownerOfficer)).rejects.toMatchObject({
      code: 'TOO_MANY_PIECES',
    });
    const serials = { resourceId: stored.resourceId, count: 1, prefix: 'B', serials: ['1', '2'] };
    await expect(sharing.ask(pieceContract.add, serials, ownerOfficer)).rejects.toMatchObject({
      code: 'SERIALS_TOO_MANY',
    });
  });
});

describe('a piece in a hand', () => {
  it('E54, E61: goes out with one loan at a time, and comes back with it; its trail tells all of it', async () => {
    const stored = await projectors(3);
    const [first, second, third] = stored.pieces as [PieceView, PieceView, PieceView];
    const time = (hour: string, until: string) => ({ startsAt: at(3, hour), endsAt: at(3, until) });
    const loan = await borrow(lending, stored.resourceId, { ...time('10:00', '12:00'), quantity: 2 });
    await expect(handOver(loan)).rejects.toMatchObject({
      code: 'PIECES_REQUIRED',
      errors: [{ pointer: '/pieces', params: { count: 2 } }],
    });
    await expect(handOver(loan, [first.code])).rejects.toMatchObject({ code: 'PIECES_REQUIRED' });
    await expect(handOver(loan, [first.code, first.id])).rejects.toMatchObject({ code: 'PIECE_NAMED_TWICE' });
    const foreign = (await projectors(1)).pieces.map(({ id }) => id);
    await expect(handOver(loan, [first.code, ...foreign])).rejects.toMatchObject({ code: 'PIECE_UNKNOWN' });
    await handOver(loan, [first.code.toLowerCase(), second.id]);
    const other = await borrow(lending, stored.resourceId, time('10:00', '12:00'));
    await expect(handOver(other, [first.code])).rejects.toMatchObject({
      code: 'PIECE_OUT',
      errors: [{ pointer: '/pieces/0', params: { label: '投影仪-001' } }],
    });
    await handOver(other, [third.code]);
    await expect(giveBack(loan, [first.code])).rejects.toMatchObject({
      code: 'PIECES_STILL_OUT',
      errors: [{ params: { count: 1, labels: '投影仪-002' } }],
    });
    await expect(giveBack(loan, [first.code, second.code, third.code])).rejects.toMatchObject({
      code: 'PIECE_UNKNOWN',
    });
    expect((await list(stored, { state: 'out' })).map(({ holder }) => holder?.loanId)).toEqual([
      loan.id,
      loan.id,
      other.id,
    ]);
    await giveBack(loan, [second.code, first.id]);
    expect((await trail(stored, first.id)).map(({ act, loanId }) => [act, loanId])).toEqual([
      ['returned', loan.id],
      ['handedOver', loan.id],
      ['added', null],
    ]);
    const received = await lending.sharing.ask(
      loanContract.pieces,
      { loanId: loan.id },
      lending.borrowerOfficer,
    );
    expect(received.pieces.map(({ label, backAt }) => [label, backAt === null])).toEqual([
      ['投影仪-001', false],
      ['投影仪-002', false],
    ]);
    await giveBack(other);
  });

  it('E54: that is overdue keeps only itself from the next loan', async () => {
    const stored = await projectors(2);
    const [first, second] = stored.pieces as [PieceView, PieceView];
    const late = await borrow(lending, stored.resourceId, {
      startsAt: at(4, '10:00'),
      endsAt: at(4, '11:00'),
    });
    const next = await borrow(
      lending,
      stored.resourceId,
      { startsAt: at(4, '11:00'), endsAt: at(4, '15:00'), borrowerUnionId: lending.other.id },
      lending.otherOfficer,
    );
    lending.sharing.clock.set(at(4, '10:30'));
    await handOver(late, [first.code]);
    lending.sharing.clock.set(at(4, '11:30'));
    await expect(handOver(next, [first.code])).rejects.toMatchObject({ code: 'PIECE_OUT' });
    await expect(handOver(next, [second.code])).resolves.toMatchObject({ state: 'handedOver' });
    await giveBack(late);
    await giveBack(next);
  });

  it('is told to the two sides of its loan; all others hear what it is, not who has it', async () => {
    const stored = await projectors(1);
    const [piece] = stored.pieces as [PieceView];
    const loan = await borrow(lending, stored.resourceId, {
      startsAt: at(6, '10:00'),
      endsAt: at(6, '12:00'),
    });
    await handOver(loan, [piece.code]);
    const { member, otherOfficer, borrowerOfficer, ownerOfficer } = lending;
    for (const actor of [member, otherOfficer]) {
      const seen = await find(piece.code, actor);
      expect(seen).toMatchObject({
        label: '投影仪-001',
        resourceTitle: '投影仪',
        state: 'out',
        holder: null,
      });
      expect(JSON.stringify(seen)).not.toContain(loan.id);
    }
    for (const actor of [borrowerOfficer, ownerOfficer]) {
      const holder = { loanId: loan.id, borrowerUnionName: lending.borrower.name };
      await expect(find(piece.code.replace('-', ' '), actor)).resolves.toMatchObject({ holder });
    }
    await expect(find(piece.code, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(find('AAAA-AAA2', member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await giveBack(loan);
  });
});

describe('a piece that is not well', () => {
  it('E62: out of service is neither counted nor handed over for that time, and its trail says why', async () => {
    const stored = await projectors(2);
    const [broken, sound] = stored.pieces as [PieceView, PieceView];
    const { sharing, ownerOfficer } = lending;
    const { resourceId } = stored;
    lending.sharing.clock.set(at(7, '09:00'));
    const time = { from: at(7, '09:00'), to: at(9, '00:00'), reason: '灯泡坏了' };
    const block = await sharing.ask(
      resourceContract.block,
      { resourceId, ...time, pieceId: broken.id },
      ownerOfficer,
    );
    expect(block).toMatchObject({ quantity: 1, pieceId: broken.id });
    const again = sharing.ask(
      resourceContract.block,
      { resourceId, ...time, pieceId: broken.id },
      ownerOfficer,
    );
    await expect(again).rejects.toMatchObject({ code: 'PIECE_OUT_OF_SERVICE' });
    const two = { quantity: 2, startsAt: at(7, '10:00'), endsAt: at(7, '12:00') };
    await expect(borrow(lending, resourceId, two)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    const loan = await borrow(lending, resourceId, { ...two, quantity: 1 });
    await expect(handOver(loan, [broken.code])).rejects.toMatchObject({ code: 'PIECE_OUT_OF_SERVICE' });
    await handOver(loan, [sound.code]);
    await giveBack(loan);
    await sharing.ask(resourceContract.unblock, { resourceId, blockId: block.id }, ownerOfficer);
    await expect(borrow(lending, resourceId, two)).resolves.toBeDefined();
    expect((await trail(stored, broken.id)).map(({ act, note }) => [act, note])).toEqual([
      ['backInService', null],
      ['outOfService', '灯泡坏了'],
      ['added', null],
    ]);
  });

  it('is moved and noted by the version that was seen, each in its trail', async () => {
    const stored = await projectors(1);
    const [piece] = stored.pieces as [PieceView];
    const edit = (changes: object, ifMatch: number) =>
      lending.sharing.ask(
        pieceContract.edit,
        { resourceId: stored.resourceId, pieceId: piece.id, ...changes },
        lending.ownerOfficer,
        { ifMatch },
      );
    await edit({ place: '二楼' }, 1);
    await expect(edit({ condition: 'worn' }, 1)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    await expect(edit({ condition: 'worn', note: '镜头有划痕' }, 2)).resolves.toMatchObject({
      place: '二楼',
      condition: 'worn',
      note: '镜头有划痕',
      version: 3,
    });
    expect((await trail(stored, piece.id)).map(({ act, note }) => [act, note])).toEqual([
      ['noted', '镜头有划痕'],
      ['moved', '二楼'],
      ['added', null],
    ]);
  });

  it('is retired unless it is out or needed, and reinstated', async () => {
    const stored = await projectors(2);
    const [first, second] = stored.pieces as [PieceView, PieceView];
    const time = { startsAt: at(12, '10:00'), endsAt: at(12, '12:00') };
    const loan = await borrow(lending, stored.resourceId, { ...time, quantity: 2 });
    await expect(turn('retire', stored, first.id)).rejects.toMatchObject({
      code: 'STOCK_BOOKED',
      errors: [],
      params: { from: '2026-12-12T02:00:00.000Z', booked: 2 },
    });
    lending.sharing.clock.set(at(12, '10:00'));
    await handOver(loan, [first.code, second.code]);
    await expect(turn('retire', stored, first.id)).rejects.toMatchObject({ code: 'PIECE_OUT' });
    await giveBack(loan);
    lending.sharing.clock.set(at(12, '11:00'));
    await expect(turn('retire', stored, first.id)).resolves.toMatchObject({ state: 'retired' });
    await expect(turn('retire', stored, first.id)).resolves.toMatchObject({ state: 'retired' });
    const one = await borrow(lending, stored.resourceId, {
      startsAt: at(13, '10:00'),
      endsAt: at(13, '12:00'),
    });
    await expect(handOver(one, [first.code])).rejects.toMatchObject({ code: 'PIECE_RETIRED' });
    await expect(
      borrow(lending, stored.resourceId, { startsAt: at(13, '10:00'), endsAt: at(13, '12:00') }),
    ).rejects.toMatchObject({
      code: 'SLOT_TAKEN',
    });
    await expect(turn('reinstate', stored, first.id)).resolves.toMatchObject({ state: 'here' });
    await expect(handOver(one, [first.code])).resolves.toMatchObject({ state: 'handedOver' });
    await giveBack(one);
  });
});

describe('labels', () => {
  it('stand on stickers, 24 on a sheet, each with its code', async () => {
    const stored = await projectors(25);
    const order = { resourceId: stored.resourceId, origin: 'https://union.example' };
    const { key, fileName } = await lending.sharing.ask(
      pieceContract.renderLabels,
      order,
      lending.ownerOfficer,
    );
    expect(fileName).toBe('投影仪 标签.pdf');
    const { pages } = readPaper(await printed(lending.sharing, key, lending.ownerOfficer));
    expect(pages).toHaveLength(2);
    const text = pages.flat().join('');
    for (const { label, code } of stored.pieces) {
      expect(text).toContain(label);
      expect(text).toContain(code);
    }
    const one = { ...order, pieceId: newId() };
    await expect(
      lending.sharing.ask(pieceContract.renderLabels, one, lending.ownerOfficer),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('who may do what with pieces', () => {
  it.each(['add', 'list', 'edit', 'retire', 'reinstate', 'custody', 'renderLabels'] as const)(
    '%s: only the officers of the owner',
    async (name) => {
      const { resourceId, pieces } = await projectors(1);
      const request = {
        resourceId,
        count: 1,
        prefix: 'N',
        pieceId: pieces[0]?.id,
        condition: 'worn',
        origin: 'https://union.example',
      };
      const ask = (actor: Actor | null) =>
        lending.sharing.ask(pieceContract[name] as typeof pieceContract.list, request as never, actor, {
          ifMatch: 1,
        });
      await expect(ask(null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
      for (const actor of [lending.member, lending.borrowerOfficer]) {
        await expect(ask(actor)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
      }
      await expect(ask(lending.ownerOfficer)).resolves.toBeDefined();
    },
  );
});
