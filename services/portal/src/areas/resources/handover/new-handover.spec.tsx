import { buttons, commandsOf, hoursFromNow, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { Loan, Sides } from '../loan/loan.js';
import { handover, loan, noHandovers } from '../resources.fixture.js';
import type { Counted, Handovers } from './handover.js';
import { NewHandover } from './new-handover.js';

const show = pageTests();
const owner: Sides = { isOwner: true, isBorrower: false };
const borrower: Sides = { isOwner: false, isBorrower: true };
const approved: Loan = { ...loan, state: 'approved' };
const out: Loan = { ...loan, state: 'handedOver', startsAt: hoursFromNow(-2) };
const post = 'POST /loans/loan-1/handovers';

interface Given {
  readonly of: Loan;
  readonly sides: Sides;
  readonly handovers?: Handovers;
  readonly counting?: Counted['counting'];
  readonly answers?: Answers;
}

function record({ of, sides, handovers = noHandovers, counting = 'one', answers = {} }: Given) {
  const part = <NewHandover loan={of} sides={sides} handovers={handovers} counting={counting} />;
  return show(part, { answers, texts: ['handovers'] });
}

describe('a handover that is recorded', () => {
  it('is offered to the owner before the time of the loan, and to the borrower from then on', async () => {
    const first = await record({ of: approved, sides: owner });
    expect(buttons()).toEqual(['Hand over']);
    first.unmount();
    const second = await record({ of: approved, sides: borrower });
    expect(buttons()).toEqual([]);
    second.unmount();
    await record({ of: { ...approved, startsAt: hoursFromNow(-1) }, sides: borrower });
    expect(buttons()).toEqual(['I have fetched it']);
  });

  it('is offered to nobody while the other side has one to answer', async () => {
    await record({ of: out, sides: owner, handovers: { ...noHandovers, items: [handover], outNow: 1 } });
    expect(buttons()).toEqual([]);
  });

  it('sends the condition once, under an id that is the key as well', async () => {
    const { sent, user } = await record({ of: approved, sides: owner, answers: { [post]: handover } });
    await press(user, 'Hand over');
    expect(await screen.findByText('Hand over: Projector')).toBeTruthy();
    expect(screen.queryByText(/It is damaged/)).toBeNull();
    await user.selectOptions(screen.getByLabelText('How good it is'), 'Good');
    await user.type(screen.getByLabelText('Its condition'), 'With its bag');
    await press(user, 'Hand over');
    await waitFor(() => expect(screen.queryByText('Hand over: Projector')).toBeNull());
    const [only, ...others] = commandsOf(sent);
    expect(others).toEqual([]);
    expect(only?.body).toEqual({
      operationId: only?.key,
      direction: 'out',
      grade: 'good',
      condition: 'With its bag',
    });
  });

  it('claims a damage of what comes back, in fen, and only with words and an amount', async () => {
    const { sent, user } = await record({ of: out, sides: owner, answers: { [post]: handover } });
    await press(user, 'Take back');
    await user.click(await screen.findByLabelText('It is damaged, and has to be made good'));
    await press(user, 'Take back');
    expect(await screen.findByText('Please say what is damaged')).toBeTruthy();
    expect(await screen.findByText('Please give an amount, such as 120.00')).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
    await user.type(screen.getByLabelText('What is damaged'), 'The lens');
    await user.type(screen.getByLabelText('Estimate (yuan)'), '120.5');
    await press(user, 'Take back');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    // 120.5 yuan are 12050 fen.
    expect(commandsOf(sent)[0]?.body).toMatchObject({
      direction: 'back',
      damage: { note: 'The lens', amount: { amount: '12050', currency: 'CNY' } },
    });
  });

  it('hands over no pieces without their labels, and keeps them where it is refused', async () => {
    const { sent, user } = await record({
      of: approved,
      sides: owner,
      counting: 'pieces',
      answers: { [post]: () => refusal(409, 'PIECE_OUT') },
    });
    await press(user, 'Hand over');
    await screen.findByLabelText('Label codes');
    await press(user, 'Hand over');
    expect(await screen.findByText('Please scan or type the label of each piece')).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
    await user.type(screen.getByLabelText('Label codes'), 'K7WD-M3PX');
    await press(user, 'Hand over');
    expect(await screen.findByText('PIECE_OUT in words')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Label codes').value).toBe('K7WD-M3PX');
    expect(commandsOf(sent)[0]?.body).toMatchObject({ pieces: ['K7WD-M3PX'] });
  });
});
