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

/** The terms of an agreement that concern money. */
export interface JudgedTerms {
  readonly parties: readonly Party[];
  readonly rule: IncomingRule;
  readonly fundCategory: string;
  readonly expenseCode: string;
  readonly caps?: Readonly<Record<string, IncomingMoney>> | null;
  readonly floors?: Readonly<Record<string, IncomingMoney>> | null;
}

/** The reference data for judging the terms. */
interface Known {
  readonly isKnown: (partyKey: string) => boolean;
  readonly fundCategories: readonly string[];
  readonly expenseCodes: readonly string[];
}

/** The parties named by the terms, including the source of a subsidy. Invalid keys are skipped. */
export function partiesOf(terms: JudgedTerms): string[] {
  const source = subsidySource(terms);
  const keys = terms.parties.map(partyKey);
  return source !== null && isPartyKey(source) ? [...keys, source] : keys;
}

export function subsidySource(terms: JudgedTerms): string | null {
  return terms.rule.kind === 'subsidyFirst' ? (terms.rule.source ?? null) : null;
}

/**
 * Checks whether a cost can be split by these terms.
 * @returns all problems, each with its pointer into the terms; empty if there are none
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

/** The rule and bounds in the form the split takes. @throws DomainError */
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
  // Clubs spend through their union and organisations are creditors, so neither bears costs.
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
    // A DomainError is the verdict; any other error is a bug.
    if (error instanceof DomainError) return [...error.errors];
    throw error;
  }
}

function isPartyKey(key: string): boolean {
  try {
    return isUuid(parsePartyKey(key).id);
  } catch {
    return false; // it only throws for an invalid key
  }
}
