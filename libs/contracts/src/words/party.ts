import { type PartyKind, partyKinds } from '@gongxiang/domain';
import { OneOf, Uuid } from '../core/fields.js';

/** Whoever takes a role in the network. */
export class PartyDto {
  @OneOf(partyKinds, { name: 'PartyKind' })
  kind: PartyKind;

  @Uuid()
  id: string;
}
