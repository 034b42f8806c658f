import { expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { pageTests } from '../../../app/page.fixture.js';
import { newDefinition, type ServiceDefinition } from './service.model.js';
import { TemplateUpdate } from './template-update.js';

const show = pageTests();

const old: ServiceDefinition = {
  ...newDefinition,
  name: 'Our aid',
  category: 'hardship',
  steps: [{ id: 'plan', kind: 'record', label: 'Plan' }],
  outcomes: [{ id: 'lifted', label: 'Helped', needs: ['plan'] }],
};
const present: ServiceDefinition = {
  ...old,
  name: 'Aid',
  steps: [
    { id: 'visit', kind: 'record', label: 'Visit' },
    { id: 'plan', kind: 'householdPlan', label: 'Plan' },
  ],
};
const asked = (definition: ServiceDefinition, onBring: (brought: ServiceDefinition) => void) =>
  show(<TemplateUpdate definition={definition} onBring={onBring} />, {
    answers: { 'GET /service-templates': { items: [{ id: 'hardship', definition: present }] } },
    texts: ['serviceDesign', 'matter'],
  });

it('says what the template would change, and changes nothing but the form', async () => {
  const onBring = jest.fn<(brought: ServiceDefinition) => void>();
  const { user, sent } = await asked(old, onBring);
  await user.click(await screen.findByText('Bring to the template’s present form'));
  expect(await screen.findByText('Steps added: Visit')).toBeTruthy();
  expect(screen.getByText('Steps with the settings of the template: Plan')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Put it in the form' }));
  expect(onBring).toHaveBeenCalledWith({ ...old, steps: present.steps, templateId: 'hardship' });
  expect(sent.filter(({ method }) => method !== 'GET')).toEqual([]);
});

it('says that nothing is different', async () => {
  await asked({ ...old, steps: present.steps ?? [] }, () => undefined);
  expect(await screen.findByText('Steps and outcomes are those of the template.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Put it in the form' })).toBeNull();
});
