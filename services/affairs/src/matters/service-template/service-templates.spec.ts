import { describe, expect, it } from '@jest/globals';
import type { StepWords } from '@gongxiang/contracts/affairs/matters/matter-step';
import type { ServiceDefinition } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { refusalOf, type StepMark, standingsOf } from '../matter-step/matter-step.model.js';
import { checkDefinition } from '../service-item/service-item.model.js';
import { serviceTemplates } from './service-templates.js';

const today = new Date('2026-11-27T10:00:00+08:00');

const at = new Date('2026-11-20T10:00:00+08:00');

function definitionOf(template: string): ServiceDefinition {
  const found = serviceTemplates.find(({ id }) => id === template);
  if (found === undefined) throw new Error(`there is no template ${template}`);
  return found.definition;
}

const mark = (stepId: string, words: StepWords, writtenBy = 'a'): StepMark => ({
  id: `${stepId} ${writtenBy} ${words.number}`,
  stepId,
  writtenBy,
  at,
  words,
  confirmedBy: null,
});

/** In which ways a matter can end once so much is written in its steps. */
function outcomesOf(template: string): (marks: readonly StepMark[]) => string[] {
  const { steps = [], outcomes } = definitionOf(template);
  return (marks) => {
    const standings = standingsOf(steps, marks, { today: '2026-11-27', answers: {}, startedAt: at });
    return outcomes.filter((outcome) => refusalOf(outcome, standings) === null).map(({ id }) => id);
  };
}

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

  it('for innovation ends at the stage that it has reached, and pays what its conversion was worth', () => {
    const possible = outcomesOf('innovation');
    const yes = (stepId: string, writtenBy: string) =>
      mark(stepId, { agrees: true, text: '同意' }, writtenBy);
    const initiated = ['a', 'b', 'c'].map((juror) => yes('initiated', juror));
    const advanced = mark('advanced', { text: '样机已试装' });
    const practised = [yes('practised', 'd'), yes('practised', 'e')];
    const benefit = mark('converted', { text: '节约工时', benefit: { amount: '10000000', currency: 'CNY' } });
    expect(possible([])).toEqual([]);
    expect(possible([...initiated, advanced])).toEqual(['advanced']);
    expect(possible([...initiated, advanced, ...practised])).toEqual(['practised', 'advanced']);
    // 5 % of 100,000.00 yuan is 5,000.00, below the bound.
    expect(possible([...initiated, advanced, ...practised, benefit])).toEqual([
      'converted',
      'practised',
      'advanced',
    ]);
  });

  it('for innovation is declined by its panel alone', () => {
    const no = ['a', 'b', 'c'].map((juror) => mark('initiated', { agrees: false, text: '重复' }, juror));
    expect(outcomesOf('innovation')(no)).toEqual(['declined']);
  });

  it.each(['legal-advice', 'counselling'])(
    'for %s is read by named people alone, needs no name, and promises an answer within seven days',
    (template) => {
      const { handledBy, anonymous, decideWithin } = definitionOf(template);
      expect({ handledBy, anonymous, decideWithin }).toEqual({
        handledBy: 'named',
        anonymous: true,
        decideWithin: { count: 7, days: 'calendar' },
      });
    },
  );

  it('for what is to be disclosed ends in no way before the department has answered', () => {
    const possible = outcomesOf('disclosure');
    expect(possible([])).toEqual([]);
    expect(possible([mark('answer', { text: '财务部：下月公开' })])).toEqual([
      'disclosed',
      'planned',
      'declined',
    ]);
  });

  it('for the report of a chair has whoever was not approved mend what was found, and looks again', () => {
    const possible = outcomesOf('report');
    const heard = mark('heard', { text: '11 月 20 日，到会 40 人' });
    const vote = (ayes: number) => mark('rated', { entitled: 45, present: 40, yes: ayes, no: 40 - ayes });
    expect(possible([heard])).toEqual([]);
    expect(possible([heard, vote(21)])).toEqual(['passed']);
    expect(possible([heard, vote(20)])).toEqual([]);
  });

  it('for hardship asks for the causes by which they are counted', () => {
    const { questions, topics = [] } = definitionOf('hardship');
    const asked = questions.find(({ id }) => id === 'cause')?.options?.map(({ id }) => id);
    expect(topics.map(({ id }) => id)).toEqual(asked);
  });

  it('for hardship ends in help only for whoever is of a kind in the table', () => {
    const { outcomes } = definitionOf('hardship');
    const helped = outcomes.filter(({ needs }) => needs?.includes('plan'));
    expect(helped.map(({ needs }) => needs?.includes('kind'))).toEqual([true, true]);
  });

  it('for mutual aid has its outcome follow what the mutual-aid organisation decides', () => {
    const possible = outcomesOf('mutual-aid');
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
