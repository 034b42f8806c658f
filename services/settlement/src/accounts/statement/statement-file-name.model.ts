import { fileNameText } from '@gongxiang/domain';
import type { StatementDocument } from './statement-document.model.js';
import type { StatementAccount } from './statement.model.js';

const partyCharactersMax = 60;

/** The file name without extension, such as `江城重工工会 工会往来对账单 2026-01-01—2026-03-31`. */
export function fileNameOf(
  { party, from, to }: Pick<StatementAccount, 'party' | 'from' | 'to'>,
  { texts }: Pick<StatementDocument, 'texts'>,
): string {
  const name = fileNameText(party.name, partyCharactersMax);
  return `${name} ${texts.title} ${from}—${to}`;
}
