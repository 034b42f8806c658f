import { query } from '../../core/contract.js';
import { ListOf, Text, Uuid, UuidList } from '../../core/fields.js';

/** As many as a page of a list has. */
const namesMax = 200;

export class ListMemberNames {
  @UuidList({ max: namesMax }) personIds: string[];
}

export class MemberNameView {
  @Uuid() personId: string;
  @Text() name: string;
}

export class MemberNamesView {
  @ListOf(() => MemberNameView, { max: namesMax, description: 'Of those whose name the caller may see' })
  items: MemberNameView[];
}

/** No route of its own: the gateway adds names to lists of a service that has masked ones alone. */
export const memberNameContract = {
  list: query('membership.member-name.list', ListMemberNames, MemberNamesView),
};
