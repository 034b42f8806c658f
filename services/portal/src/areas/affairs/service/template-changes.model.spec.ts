import { describe, expect, it } from '@jest/globals';
import { newDefinition, type ServiceDefinition } from './service.model.js';
import { broughtTo, changesBetween, isSame, templateOf } from './template-changes.model.js';

const question = { id: 'adults', kind: 'number', title: 'Adults', required: true } as const;
const old: ServiceDefinition = {
  ...newDefinition,
  name: 'Aid',
  category: 'hardship',
  summary: 'Ours',
  steps: [
    { id: 'visit', kind: 'statements', label: 'Visit', people: 1, bodies: [] },
    { id: 'plan', kind: 'record', label: 'Our plan' },
    { id: 'lunch', kind: 'record', label: 'Lunch' },
  ],
  outcomes: [
    { id: 'lifted', label: 'Helped', needs: ['plan'] },
    { id: 'other', label: 'Otherwise', needs: ['lunch'] },
  ],
  allowance: { per: 'year', uses: ['lifted'] },
  coverage: { kind: 'hardship', outcomes: ['other'] },
};
const template: ServiceDefinition = {
  ...newDefinition,
  name: 'Template',
  category: 'hardship',
  questions: [question, { ...question, id: 'pets', title: 'Pets' }],
  steps: [
    { id: 'authority', kind: 'signatures', label: 'Authority', question: 'adults' },
    { label: 'Visit', people: 1, kind: 'statements', id: 'visit' },
    { id: 'plan', kind: 'householdPlan', label: 'Plan' },
  ],
  outcomes: [
    { id: 'lifted', label: 'Helped', needs: ['plan'] },
    { id: 'joined', label: 'Joined', needsFailed: ['plan'] },
  ],
  coverage: { kind: 'hardship', outcomes: ['lifted'] },
};

describe('a service that is brought to the present form of a template', () => {
  const near = { id: 'near', definition: template };
  const brought = broughtTo(old, near);

  it('says what is added, removed and changed, and what is only written otherwise is the same', () => {
    expect(changesBetween(old, brought)).toEqual({
      steps: { added: ['Authority'], removed: ['Lunch'], changed: ['Plan'] },
      outcomes: { added: ['Joined'], removed: ['Otherwise'], changed: [] },
      questions: { added: ['Adults'], removed: [], changed: [] },
    });
    expect(isSame(changesBetween(brought, broughtTo(brought, near)))).toBe(true);
  });

  it('notes which one that was', () => {
    expect(brought.templateId).toBe('near');
  });

  it('keeps what the union has decided for itself, as far as its outcomes are there', () => {
    const { name, summary, allowance, coverage } = brought;
    expect({ name, summary, allowance, coverage }).toEqual({
      name: 'Aid',
      summary: 'Ours',
      allowance: old.allowance,
      coverage: template.coverage,
    });
  });
});

it('is made from the template that is noted, or else likely from that of its category with which it shares most', () => {
  const stranger = { id: 'stranger', definition: { ...template, category: 'honour' as const } };
  const far = {
    id: 'far',
    definition: { ...template, steps: [{ id: 'visit', kind: 'record' as const, label: '' }], outcomes: [] },
  };
  const near = { id: 'near', definition: template };
  expect(templateOf(old, [stranger, far, near])?.id).toBe('near');
  expect(templateOf({ ...old, steps: [], outcomes: [] }, [stranger, far, near])).toBeUndefined();
  expect(templateOf({ ...old, templateId: 'stranger' }, [stranger, far, near])?.id).toBe('stranger');
  expect(templateOf({ ...old, templateId: 'gone' }, [stranger, far, near])?.id).toBe('near');
});
