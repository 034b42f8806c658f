import { exempt, foundationPlaces, moves, type PersonPlace } from '@gongxiang/persistence';

/** Every column of this service that contains ids of persons, and what a merge of two persons does with it. */
export const personPlaces: readonly PersonPlace[] = [
  ...foundationPlaces,
  ...moves('notices', ['notice.person_id', 'notice_address.person_id']),
  ...moves('none', ['notice_preference.person_id', 'address_code.person_id']),
  ...moves('none', ['await_person.person_id', 'await_except.person_id', 'await_told.person_id']),
  ...moves('none', ['role_ref.person_id', 'delegation_ref.person_id']),
  ...moves('none', ['delegation_ref.matter_id'], { where: "matter_kind = 'person'" }),
  ...moves('none', ['await_matter.id'], { where: "kind = 'person'" }),
  ...exempt(
    ['notice.cause'],
    'what has happened, so that nobody hears of it twice: of what happened to that id',
  ),
  ...exempt(['notice.about'], 'what a link leads to: whoever follows it reads by all ids of a person'),
  ...exempt(
    ['text_message.sealed'],
    'a phone, sealed, of nobody who is named: gone once the message has left, or after some minutes, a day at most',
  ),
];
