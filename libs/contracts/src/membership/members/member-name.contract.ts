import { query } from '../../core/contract.js';
import { ListOf, Text, Uuid, UuidList } from '../../core/fields.js';

/** As many as a page of a list has. */
const namesMax = 200;

export class ListMemberNames {
  @UuidList({ max: namesMax, description: 'Whom another answer names by id and mask' }) personIds: string[];
}

export class MemberNameView {
  @Uuid() personId: string;
  @Text({ description: 'In full', example: '张三' }) name: string;
  @Text({
    nullable: true,
    min: 4,
    max: 4,
    description: 'How their phone ends; null unless somebody else in this answer has the same name',
    example: '1234',
  })
  phoneEnding: string | null;
}

export class MemberNamesView {
  @ListOf(() => MemberNameView, { max: namesMax, description: 'Of those whose name the caller may see' })
  items: MemberNameView[];
}

/** Other services know masks alone: their lists are read with names by this, one page at a time. */
export const memberNameContract = {
  list: query('membership.member-name.list', ListMemberNames, MemberNamesView, {
    http: 'POST members/names',
    tag: 'members',
    summary:
      'What members are called whom other answers name by id and mask: those alone whose name the caller may see, each of whom is told of it',
    status: 200,
    idempotent: false,
    example: { personIds: ['019a0000-0000-7000-8000-000000000021'] },
  }),
};
