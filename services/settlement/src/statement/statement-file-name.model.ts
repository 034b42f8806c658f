import { fileNameText } from '@gongxiang/domain';
import type { StatementDocument } from './statement-document.model.js';
import type { StatementAccount } from './statement.model.js';

const unionCharactersMax = 60;

/** What the file is called where it is saved, without its ending: `江城重工工会 工会往来对账单 2026-01-01—2026-03-31`. */
export function fileNameOf(
  { union, from, to }: Pick<StatementAccount, 'union' | 'from' | 'to'>,
  { texts }: Pick<StatementDocument, 'texts'>,
): string {
  const name = fileNameText(union.name, unionCharactersMax);
  return `${name} ${texts.title} ${from}—${to}`;
}
