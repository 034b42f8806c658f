import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { AnonymousForm } from './anonymous-form.js';
import { SendForm } from './send-form.js';
import { newDefinition, type Service } from './service.model.js';

const show = pageTests();
const texts = ['matter', 'signUpForm'] as const;
const service: Service = {
  ...newDefinition,
  guidance: null,
  papers: [],
  topics: [],
  steps: [],
  limitation: null,
  allowance: null,
  handledBy: 'officers',
  pays: null,
  occasion: null,
  coverage: null,
  templateId: null,
  id: 'service',
  version: 1,
  edition: 1,
  state: 'open',
  name: 'Library card',
  anonymous: true,
  unionId: 'u1',
  unionName: 'Union',
  usable: true,
  changeable: false,
  closeReason: null,
  openedAt: null,
};
const receipt = { id: 'm1', number: '20261127-7K3M9QPA', code: '8WQ4-T2ZK-M7XD' };
const phoneLabel = 'Phone (optional)';
const phoneOf = (): string => screen.getByLabelText<HTMLInputElement>(phoneLabel).value;

const bringing = async (answers: Answers) => {
  const shown = await show(<SendForm service={service} onSent={() => undefined} />, {
    answers: { 'GET /me': { name: 'Li Na', roles: [] }, 'POST /matters': [201, receipt], ...answers },
    texts,
  });
  await screen.findByLabelText(phoneLabel);
  return shown;
};
const contactIn = (sent: Parameters<typeof commandsOf>[0]) => commandsOf(sent).map(({ body }) => body);

describe('the phone of a matter', () => {
  it('is that on record, as its person confirms it', async () => {
    const { sent, user } = await bringing({ 'GET /me/phone': { phone: '13800001234' } });
    expect(phoneOf()).toBe('13800001234');
    expect(screen.getByText(/From your membership record\. Change or clear it if needed\./)).toBeTruthy();
    await press(user, 'Submit');
    await waitFor(() =>
      expect(contactIn(sent)).toEqual([
        { serviceId: 'service', answers: {}, contact: { name: 'Li Na', phone: '13800001234' } },
      ]),
    );
  });

  it('is another one, or none, where they change it', async () => {
    const { sent, user } = await bringing({ 'GET /me/phone': { phone: '13800001234' } });
    await user.clear(screen.getByLabelText(phoneLabel));
    await press(user, 'Submit');
    await waitFor(() => expect(contactIn(sent)).toMatchObject([{ contact: { name: 'Li Na', phone: null } }]));
  });

  it.each<[string, Answers]>([
    ['none is on record', { 'GET /me/phone': { phone: null } }],
    ['the record cannot be read now', { 'GET /me/phone': refusal(503, 'UNAVAILABLE') }],
  ])('is typed where %s', async (_why, answers) => {
    const { sent, user } = await bringing(answers);
    expect(phoneOf()).toBe('');
    await user.type(screen.getByLabelText(phoneLabel), ' 13900005678 ');
    await press(user, 'Submit');
    await waitFor(() => expect(contactIn(sent)).toMatchObject([{ contact: { phone: '13900005678' } }]));
  });

  it('is neither asked for nor read for a matter without a name', async () => {
    const { sent, user } = await show(<AnonymousForm service={service} onSent={() => undefined} />, {
      answers: { 'POST /anonymous-matters': [201, receipt] },
      texts,
    });
    await screen.findByText(
      /Nothing about your identity is stored\. You get a number and a code; they are the only way to see the answer, so please write them down\./,
    );
    expect(screen.queryByLabelText(phoneLabel)).toBeNull();
    await press(user, 'Submit anonymously');
    await waitFor(() => expect(commandsOf(sent)).toHaveLength(1));
    expect(commandsOf(sent)[0]?.body).not.toHaveProperty('contact');
    expect(sent.filter(({ path }) => path.startsWith('/me'))).toEqual([]);
  });
});
