import { sum } from '@gongxiang/domain';
import { nameOf } from '../../reference/named-party.js';
import { countedPools, type NamedAccount, partsOf, totalsOf } from './activity-statement.model.js';
import { activityTexts } from './activity-texts.model.js';
import { expenseWords, fundWords } from './fund-words.model.js';
import {
  day,
  money,
  shanghaiMinute,
  type StatementDocument,
  type DocumentRequester,
  type StatementTable,
  tableOf,
  text,
} from './statement-document.model.js';
import { textsIn } from './statement-texts.model.js';

/**
 * An activity's statement in the requester's language. It contains only computed, unreversed pools, so that its
 * columns add up.
 */
export function activityDocument(named: NamedAccount, requester: DocumentRequester): StatementDocument {
  const { account, names } = named;
  const words = activityTexts(requester.locale);
  const texts = { ...textsIn(requester.locale), title: words.title };
  const { total, subsidy, unpaid } = totalsOf(account);
  const counted = countedPools(account).length;
  const reversed = account.pools.filter(({ state }) => state === 'reversed').length;
  const union = nameOf(account.union, names);
  const balance = (label: string, fen: bigint) => ({ label, fen, isResult: false });
  return {
    locale: requester.locale,
    texts,
    partyName: union,
    period: account.title,
    madeAt: account.readAt,
    facts: [
      { label: texts.activity, value: account.title },
      { label: words.organiser, value: union },
      { label: words.heads, value: words.headCount(account.heads) },
      {
        label: words.pools,
        value: words.poolCount(counted, reversed, account.pools.length - counted - reversed),
      },
      { label: texts.madeAt, value: shanghaiMinute(account.readAt) },
    ],
    balances: [balance(words.costs, total), balance(words.subsidy, subsidy), balance(words.unpaid, unpaid)],
    tables: [billTable(named, requester), partTable(named, requester), debtTable(named, requester)],
  };
}

function billTable({ account, names }: NamedAccount, { locale }: DocumentRequester): StatementTable {
  const words = activityTexts(locale);
  const { amount, purpose } = textsIn(locale);
  const bills = countedPools(account).flatMap((pool) => pool.bills);
  return tableOf(words.bills, textsIn(locale), {
    columns: [
      { title: words.code, kind: 'text', share: 2, characters: 22 },
      { title: purpose, kind: 'text', share: 3, characters: 36 },
      { title: words.payer, kind: 'text', share: 3, characters: 32 },
      { title: words.fund, kind: 'text', share: 1, characters: 14 },
      { title: words.invoice, kind: 'text', share: 2, characters: 24 },
      { title: amount, kind: 'money', share: 0, characters: 18 },
    ],
    rows: bills.map((bill) => [
      text(expenseWords(bill.expenseCode, locale)),
      ...[bill.title, nameOf(bill.payer, names), fundWords(bill.incomeKind, locale)].map(text),
      text(bill.invoiceNumber),
      money(bill.amount),
    ]),
    totals: { 5: sum(bills.map((bill) => bill.amount)) },
  });
}

function partTable({ account, names }: NamedAccount, { locale }: DocumentRequester): StatementTable {
  const words = activityTexts(locale);
  const texts = textsIn(locale);
  const parts = countedPools(account).flatMap(partsOf);
  return tableOf(words.parts, texts, {
    columns: [
      { title: words.party, kind: 'text', share: 1, characters: 44 },
      { title: texts.share, kind: 'money', share: 0, characters: 18 },
      { title: texts.paid, kind: 'money', share: 0, characters: 18 },
      { title: texts.net, kind: 'money', share: 0, characters: 18 },
    ],
    rows: parts.map(({ party, share, paid, net }) => [
      text(nameOf(party, names)),
      money(share),
      money(paid),
      money(net),
    ]),
    totals: {
      1: sum(parts.map(({ share }) => share)),
      2: sum(parts.map(({ paid }) => paid)),
      3: sum(parts.map(({ net }) => net)),
    },
  });
}

function debtTable({ account, names }: NamedAccount, { locale }: DocumentRequester): StatementTable {
  const words = activityTexts(locale);
  const texts = textsIn(locale);
  const debts = account.debts.filter(({ state }) => state !== 'reversed');
  return tableOf(words.debts, texts, {
    columns: [
      { title: texts.date, kind: 'day', share: 0, characters: 12 },
      { title: words.debtor, kind: 'text', share: 3, characters: 36 },
      { title: words.creditor, kind: 'text', share: 3, characters: 36 },
      { title: words.state, kind: 'text', share: 1, characters: 16 },
      { title: texts.amount, kind: 'money', share: 0, characters: 18 },
    ],
    rows: debts.map(({ postedOn, debtor, creditor, state, amount }) => [
      day(postedOn),
      ...[nameOf(debtor, names), nameOf(creditor, names), words.states[state]].map(text),
      money(amount),
    ]),
    totals: { 4: sum(debts.map(({ amount }) => amount)) },
  });
}
