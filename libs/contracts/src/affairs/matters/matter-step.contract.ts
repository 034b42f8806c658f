import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { CalendarDate, Text, Uuid } from '../../core/fields.js';
import { MatterView } from './matter.contract.js';
import { stepTextMax, StepWords } from './matter-step.js';
import { stepIdPattern } from './service-step.js';

export class WriteStep extends StepWords {
  @Uuid() matterId: string;
  @Text({ max: 40, pattern: stepIdPattern, example: 'mediation' }) stepId: string;
}

export class TakeBackMark {
  @Uuid() matterId: string;
  @Uuid() markId: string;
  @Text({ max: 500, example: '票数登记有误，已重新核对' }) reason: string;
}

export class MatterColleague {
  @Uuid() matterId: string;
  @Uuid({ description: 'Another who deals with matters at the union that has it' }) personId: string;
}

export class ListPublicNotices extends PageRequest {}

/** What stands in public about a matter, as long as its notice runs and some days after. */
export class PublicNoticeView {
  @Uuid() id: string;
  @Text({ max: 60 }) serviceName: string;
  @Text({ max: 60, description: 'Of the step' }) label: string;
  @Text({ description: 'The union that has it' }) unionName: string;
  @Text({ max: stepTextMax }) text: string;
  @CalendarDate() from: string;
  @CalendarDate({ description: 'The last day on which somebody may object' }) until: string;
}

const byId = { tag: 'matters', status: 200, ifMatch: true } as const;

export const matterStepContract = {
  write: command('affairs.matter-step.write', WriteStep, MatterView, {
    http: 'POST matters/:matterId/steps/:stepId',
    summary: 'Writes in a step of a matter; the steps come in their order',
    ...byId,
    example: { text: '双方同意分两次付清。', agrees: true },
  }),
  takeBack: command('affairs.matter-step.take-back', TakeBackMark, MatterView, {
    http: 'POST matters/:matterId/step-marks/:markId/take-back',
    summary: 'Takes back what was written in a step, with a reason, as long as no later step was begun',
    ...byId,
    example: { reason: '票数登记有误，已重新核对' },
  }),
  addColleague: command('affairs.matter-step.add-colleague', MatterColleague, MatterView, {
    http: 'POST matters/:matterId/colleagues',
    summary:
      'Lets somebody else read a matter and write in its steps: a second mediator, a member of a panel',
    ...byId,
    example: { personId: '019a0000-0000-7000-8000-000000000001' },
  }),
  removeColleague: command('affairs.matter-step.remove-colleague', MatterColleague, MatterView, {
    http: 'DELETE matters/:matterId/colleagues/:personId',
    summary: 'Ends that; what they have written stays',
    ...byId,
  }),
  publicNotices: query('affairs.matter-step.public-notices', ListPublicNotices, pageOf(PublicNoticeView), {
    http: 'GET public/public-notices',
    tag: 'public',
    summary: 'What is on public notice now, and what was in the last 30 days, the newest first',
    public: true,
    remembered: true,
  }),
};
