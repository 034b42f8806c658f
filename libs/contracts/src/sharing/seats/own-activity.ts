import { Instant, OneOf, Text, Uuid } from '../../core/fields.js';
import { type ActivityState, activityStates } from '../sharing-events.js';

/** What a person is told of an activity beside their own place in its draw or its queue. */
export class OwnActivityView {
  @Uuid() activityId: string;
  @Text({ max: 200 }) activityTitle: string;
  @OneOf(activityStates, { name: 'ActivityState' }) activityState: ActivityState;
  @Text({ nullable: true, description: 'Where it takes place' }) venue: string | null;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Text({ description: 'IANA zone in which its times are read aloud' }) timeZone: string;
}
