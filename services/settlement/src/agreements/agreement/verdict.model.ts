import {
  DomainError,
  type FieldProblem,
  type IncomingMoney,
  isUuid,
  parsePartyKey,
  type Party,
  partyKey,
} from '@gongxiang/domain';
import { type IncomingRule, readAmounts, readRule } from '../../splits/split/incoming-rule.model.js';
import { checkSplit } from '../../splits/split/rule.model.js';
import type { SplitRule } from '../../splits/split/rule.model.js';

/** The terms of an agreement, as far as they are about money. */
export interface JudgedTerms {
  readonly parties: readonly Party[];
  readonly rule: IncomingRule;
  readonly fundCategory: string;
  readonly expenseCode: string;
  readonly caps?: Readonly<Record<string, IncomingMoney>> | null;
  readonly floors?: Readonly<Record<string, IncomingMoney>> | null;
}

/** What the terms are judged by. */
export interface Known {
  readonly isKnown: (partyKey: string) => boolean;
  readonly fundCategories: readonly string[];
  readonly expenseCodes: readonly string[];
}

/** Who the terms name: the parties, and the source of a subsidy. Keys that are no party's are left out. */
export function partiesOf(terms: JudgedTerms): string[] {
  const source = subsidySource(terms);
  const keys = terms.parties.map(partyKey);
  return source !== null && isPartyKey(source) ? [...keys, source] : keys;
}

export function subsidySource(terms: JudgedTerms): string | null {
  return terms.rule.kind === 'subsidyFirst' ? (terms.rule.source ?? null) : null;
}

/**
 * May a cost be split by these terms?
 * @returns everything that stands in the way, each with its place in the terms; empty where nothing does
 */
export function judgeTerms(terms: JudgedTerms, known: Known): FieldProblem[] {
  const problems: FieldProblem[] = terms.parties.flatMap((party, index) => judgeParty(party, index, known));
  const source = subsidySource(terms);
  if (source !== null && !isPartyKey(source))
    problems.push({ pointer: '/rule/source', code: 'PARTY_FORMAT' });
  else if (source !== null && !known.isKnown(source)) {
    problems.push({ pointer: '/rule/source', code: 'PARTY_UNKNOWN', params: { party: source } });
  }
  if (!known.fundCategories.includes(terms.fundCategory)) {
    problems.push({ pointer: '/fundCategory', code: 'FUND_CATEGORY_UNKNOWN' });
  }
  if (!known.expenseCodes.includes(terms.expenseCode)) {
    problems.push({ pointer: '/expenseCode', code: 'EXPENSE_CODE_UNKNOWN' });
  }
  return [...problems, ...judgeRule(terms)];
}

/** The rule with bounds and parties, as the split takes them. @throws DomainError */
export function splitTermsOf(terms: JudgedTerms): {
  rule: SplitRule;
  caps: Readonly<Record<string, bigint>>;
  floors: Readonly<Record<string, bigint>>;
} {
  return {
    rule: readRule(terms.rule),
    caps: readAmounts(terms.caps, '/caps'),
    floors: readAmounts(terms.floors, '/floors'),
  };
}

function judgeParty(party: Party, index: number, known: Known): FieldProblem[] {
  const pointer = `/parties/${index}`;
  // Clubs spend through their union, organisations are creditors: neither bears a cost.
  if (party.kind !== 'union' && party.kind !== 'enterprise')
    return [{ pointer, code: 'PARTY_KIND_NOT_PAYING' }];
  if (known.isKnown(partyKey(party))) return [];
  return [{ pointer, code: 'PARTY_UNKNOWN', params: { party: partyKey(party) } }];
}

function judgeRule(terms: JudgedTerms): FieldProblem[] {
  try {
    const parties = terms.parties.map((party) => ({ id: partyKey(party) }));
    checkSplit({ ...splitTermsOf(terms), total: 0n, parties, rotation: 0 });
    return [];
  } catch (error) {
    // A broken rule is the verdict; anything else is our own fault.
    if (error instanceof DomainError) return [...error.errors];
    throw error;
  }
}

function isPartyKey(key: string): boolean {
  try {
    return isUuid(parsePartyKey(key).id);
  } catch {
    return false; // the one thing that it throws is that the text is no key
  }
}
