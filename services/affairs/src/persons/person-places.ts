import { foundationPlaces, moves, type PersonPlace, resolves } from '@gongxiang/persistence';

/** Every column of this service that contains ids of persons, and what a merge of two persons does with it. */
export const personPlaces: readonly PersonPlace[] = [
  ...foundationPlaces,
  ...moves('matters', ['matter.person_id']),
  ...moves('records', ['person_record.person_id']),
  ...moves('offices', ['service_handler.person_id']),
  ...moves('acts', ['matter.colleague_ids'], { isList: true }),
  ...moves('acts', [
    'matter.handler_id',
    'matter.proposed_by',
    'matter_entry.actor_id',
    'matter_paper.added_by',
    'matter_step_mark.written_by',
    'service_handler.named_by',
    'service_handler.ended_by',
    'matter_payment.asked_by',
    'bulletin.created_by',
    'bulletin_revision.author_id',
    'assignment.given_by',
    'assignment_part.returned_by',
    'person_record.entered_by',
    'person_record.verified_by',
    'course.written_by',
  ]),
  ...resolves('records', ['course_taking.person_id'], 'who takes a course, under the id of then'),
  ...resolves('bulletins', ['bulletin_receipt.person_id'], 'who confirmed it, under the id of then'),
  ...moves('none', ['member_ref.person_id', 'role_ref.person_id']),
];
