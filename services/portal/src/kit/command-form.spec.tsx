import { type Answers, pageTests, refusal } from '../app/page.fixture.js';
import { afterEach, describe, expect, it } from '@jest/globals';
import { onlineManager } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { Form } from 'antd';
import { useState } from 'react';
import { useCommand } from '../api/use-command.js';
import { CommandForm } from './command-form.js';
import { lastDone } from './done-said.js';
import { Input } from './input.js';

const show = pageTests();
const path = '/netting-runs/1/withdraw';
const post = `POST ${path}`;
const done: string[] = [];

afterEach(() => {
  done.length = 0;
});

interface Given {
  readonly draft?: string;
  readonly done?: string | null;
  readonly confirm?: { readonly question: string; readonly text: string };
  readonly initialValues?: { readonly reason: string };
}

function Withdraw(given: Given) {
  const withdraw = useCommand('nettingRun', 'post', '/netting-runs/{nettingRunId}/withdraw', {
    onStale: 'refuse',
  });
  return (
    <CommandForm
      command={withdraw}
      input={({ reason }: { reason: string }) => ({ nettingRunId: '1', version: 7, body: { reason } })}
      submit="Withdraw"
      refused="Not withdrawn"
      onDone={({ id }) => done.push(id)}
      {...given}
    >
      <Form.Item name="reason" label="Reason" rules={[{ required: true, message: 'Say why' }]}>
        <Input />
      </Form.Item>
    </CommandForm>
  );
}

function WithdrawKnownLate() {
  const [isKnown, setIsKnown] = useState(false);
  return (
    <>
      <Withdraw {...(isKnown ? { initialValues: { reason: 'wrong period' } } : {})} />
      <button onClick={() => setIsKnown(true)}>Known now</button>
    </>
  );
}

async function filled(answers: Answers, given: Given = {}) {
  const shown = await show(<Withdraw {...given} />, { answers });
  await shown.user.type(screen.getByLabelText('Reason'), 'wrong period');
  return { ...shown, press: (name: string) => shown.user.click(screen.getByRole('button', { name })) };
}

describe('a form that sends a command', () => {
  it('sends what was typed once, with a key and the version that was seen', async () => {
    const { sent, press } = await filled({ [post]: { id: 'run' } });
    await press('Withdraw');
    await waitFor(() => expect(done).toEqual(['run']));
    expect(sent).toEqual([
      { method: 'POST', path, key: expect.any(String), version: '"7"', body: { reason: 'wrong period' } },
    ]);
  });

  it.each([
    ['fills a field that nobody has touched', '', 'wrong period'],
    ['leaves what was typed', 'paid twice', 'paid twice'],
  ])('%s when a default becomes known late', async (_what, typed, shown) => {
    const { user } = await show(<WithdrawKnownLate />, { answers: {} });
    const field = screen.getByLabelText('Reason');
    if (typed !== '') await user.type(field, typed);
    await user.click(screen.getByRole('button', { name: 'Known now' }));
    await waitFor(() => expect(field).toHaveProperty('value', shown));
  });

  it('sends nothing while a field is wrong, and says so there', async () => {
    const { sent, user, press } = await filled({});
    await user.clear(screen.getByLabelText('Reason'));
    await press('Withdraw');
    expect(await screen.findByText('Say why')).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it('shows a refusal at the field that it names, and keeps what was typed', async () => {
    const { press } = await filled({ [post]: () => refusal(422, 'REASON_TOO_SHORT', '/reason') });
    await press('Withdraw');
    expect(await screen.findByText('REASON_TOO_SHORT in words')).toBeTruthy();
    expect(screen.queryByText('Not withdrawn')).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('wrong period');
    expect(done).toEqual([]);
  });

  it('shows above the buttons what no field can show', async () => {
    const { press } = await filled({ [post]: () => refusal(409, 'RUN_CONFIRMED') });
    await press('Withdraw');
    expect(await screen.findByText('Not withdrawn')).toBeTruthy();
    expect(screen.getByText('RUN_CONFIRMED in words')).toBeTruthy();
  });

  it('says that somebody else has changed it, and keeps what was typed', async () => {
    const { press } = await filled({ [post]: () => refusal(412, 'VERSION_STALE') });
    await press('Withdraw');
    expect(await screen.findByText('Someone has just changed this')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('wrong period');
  });

  it('sends the same key again after an answer that was lost', async () => {
    const lost = [refusal(503, 'UNAVAILABLE'), { id: 'run' }];
    const { sent, press } = await filled({ [post]: () => lost.shift() ?? {} });
    await press('Withdraw');
    await waitFor(() => expect(done).toEqual(['run']), { timeout: 10_000 });
    expect(sent.length).toBe(2);
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  it('asks once before an act that binds, and sends nothing where the person keeps it as it is', async () => {
    const confirm = { question: 'Withdraw the run?', text: 'Yes, withdraw it' };
    const { sent, press } = await filled({ [post]: { id: 'run' } }, { confirm });
    await press('Withdraw');
    expect(await screen.findByText('Withdraw the run?')).toBeTruthy();
    await press('Not now');
    expect(sent).toEqual([]);
    await press('Withdraw');
    await press('Yes, withdraw it');
    await waitFor(() => expect(done).toEqual(['run']));
    expect(sent.length).toBe(1);
  });

  it('says at the button that nothing is sent without a network, and sends it once there is one', async () => {
    const { sent, press } = await filled({ [post]: { id: 'run' } });
    onlineManager.setOnline(false);
    try {
      await press('Withdraw');
      expect(
        await screen.findByText(
          /You are offline and nothing has been sent yet\. It will be sent automatically once you are back online; please keep this page open\./,
        ),
      ).toBeTruthy();
      expect(sent).toEqual([]);
    } finally {
      onlineManager.setOnline(true);
    }
    await waitFor(() => expect(done).toEqual(['run']));
    expect(
      screen.queryByText(
        /You are offline and nothing has been sent yet\. It will be sent automatically once you are back online; please keep this page open\./,
      ),
    ).toBeNull();
  });

  it.each([
    ['names the act that is done', {}, 'Done: Withdraw'],
    ['says what it is told to say', { done: 'The run is withdrawn' }, 'The run is withdrawn'],
  ])('%s', async (_what, given, said) => {
    const { press } = await filled({ [post]: { id: 'run' } }, given);
    await press('Withdraw');
    await waitFor(() => expect(lastDone.current()).toEqual({ text: said, pathname: '/' }));
  });

  it('says nothing where the page says it itself', async () => {
    const before = lastDone.current();
    const { press } = await filled({ [post]: { id: 'run' } }, { done: null });
    await press('Withdraw');
    await waitFor(() => expect(done).toEqual(['run']));
    expect(lastDone.current()).toBe(before);
  });

  it('says that it begins with what was typed before, and begins anew where it is asked to', async () => {
    const first = await filled({}, { draft: 'withdraw.2' });
    expect(screen.queryByText('Your unfinished draft has been restored')).toBeNull();
    first.unmount();
    const second = await show(<Withdraw draft="withdraw.2" />);
    expect(screen.getByText('Your unfinished draft has been restored')).toBeTruthy();
    await second.user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('');
    expect(screen.queryByText('Your unfinished draft has been restored')).toBeNull();
    second.unmount();
    await show(<Withdraw draft="withdraw.2" />);
    expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('');
  });

  it('keeps what was typed over a reload, until it is sent', async () => {
    const first = await filled({ [post]: { id: 'run' } }, { draft: 'withdraw.1' });
    first.unmount();
    const second = await show(<Withdraw draft="withdraw.1" />, { answers: { [post]: { id: 'run' } } });
    expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('wrong period');
    await second.user.click(screen.getByRole('button', { name: 'Withdraw' }));
    await waitFor(() => expect(done).toEqual(['run']));
    second.unmount();
    await show(<Withdraw draft="withdraw.1" />);
    expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('');
  });
});
