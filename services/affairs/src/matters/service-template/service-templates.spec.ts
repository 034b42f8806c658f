import { describe, expect, it } from '@jest/globals';
import type { StepWords } from '@gongxiang/contracts/affairs/matters/matter-step';
import { refusalOf, type StepMark, standingsOf } from '../matter-step/matter-step.model.js';
import { checkDefinition } from '../service-item/service-item.model.js';
import { serviceTemplates } from './service-templates.js';

const today = new Date('2026-11-27T10:00:00+08:00');

describe('a template', () => {
  it.each(serviceTemplates.map((template) => [template.id, template.definition] as const))(
    '%s is a service as an officer may offer it',
    (_id, definition) => {
      expect(checkDefinition(definition, null, today)).toEqual([]);
    },
  );

  it('has an id of its own', () => {
    const ids = serviceTemplates.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('for mutual aid has its outcome follow what the mutual-aid organisation decides', () => {
    const { steps = [], outcomes = [] } =
      serviceTemplates.find(({ id }) => id === 'mutual-aid')?.definition ?? {};
    const at = new Date('2026-11-20T10:00:00+08:00');
    const mark = (stepId: string, words: StepWords): StepMark => ({
      id: `${stepId} ${words.number}`,
      stepId,
      writtenBy: 'a',
      at,
      words,
    });
    const possible = (marks: readonly StepMark[]): string[] => {
      const standings = standingsOf(steps, marks, { today: '2026-11-27', answers: {}, startedAt: at });
      return outcomes.filter((outcome) => refusalOf(outcome, standings) === null).map(({ id }) => id);
    };
    const check = mark('check', { text: '材料齐全' });
    const forwarded = mark('ruling', { on: '2026-11-21', number: '受 0311' });
    const ruling = (agrees: boolean) =>
      mark('ruling', { on: '2026-11-26', number: '裁 88', agrees, text: '按条款' });
    expect(possible([])).toEqual(['incomplete', 'not-covered']);
    expect(possible([check, forwarded])).toEqual([]);
    expect(possible([check, forwarded, ruling(true)])).toEqual(['paid']);
    expect(possible([check, forwarded, ruling(false)])).toEqual(['refused']);
  });

  it('says where its terms are written', () => {
    const silent = serviceTemplates.filter(({ definition }) => !definition.guidance);
    expect(silent).toEqual([]);
  });
});
