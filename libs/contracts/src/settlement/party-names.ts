import { PartyDto } from '../words/party.js';
import { Text } from '../core/fields.js';

/** A party with what it is called. */
export class LedgerPartyView extends PartyDto {
  @Text() name: string;
}

/** What a person who did something is called. */
export function PersonName(): PropertyDecorator {
  return Text({
    nullable: true,
    description: 'Masked; null where nobody did it, or the person is not known here yet',
  });
}
