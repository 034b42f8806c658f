import { DomainError, percentOf } from '@gongxiang/domain';

/** How an amount is split. Money is fen; percents are decimal text from 0 to 100. */
export type SplitRule =
  | { readonly kind: 'equal' }
  | { readonly kind: 'ratio'; readonly weights: Readonly<Record<string, number>> }
  | { readonly kind: 'headcount'; readonly else?: SplitRule | null }
  | { readonly kind: 'usage'; readonly else?: SplitRule | null }
  | { readonly kind: 'fixed'; readonly amounts: FenByParty; readonly rest: SplitRule }
  | { readonly kind: 'hostShare'; readonly party: string; readonly percent: string; readonly rest: SplitRule }
  | SubsidyRule
  | { readonly kind: 'tiers'; readonly tiers: readonly Tier[] };

/** What `source` gives before the parties pay: `percent` of the total, at most `upTo` fen; one may be null. */
export interface SubsidyRule {
  readonly kind: 'subsidyFirst';
  readonly source: string;
  readonly percent?: string | null;
  readonly upTo?: bigint | null;
  readonly rest: SplitRule;
}

/** `upTo` is the cumulative bound in fen of what reaches the node; the last tier has none. */
export interface Tier {
  readonly upTo: bigint | null;
  readonly rule: SplitRule;
}

export type FenByParty = Readonly<Record<string, bigint>>;

export interface SplitParty {
  readonly id: string;
  readonly headcount?: number | null;
  readonly usage?: number | null;
}

export interface SplitInput {
  /** Fen, not negative: a refund negates the shares of what it refunds. */
  readonly total: bigint;
  /** In the agreement's order, by which ties are broken. */
  readonly parties: readonly SplitParty[];
  /** How far the order is rotated left for ties: the agreement's sequence number. */
  readonly rotation: number;
  readonly rule: SplitRule;
  readonly caps?: FenByParty;
  readonly floors?: FenByParty;
}

export const partiesMax = 1_000;
export const ruleDepthMax = 8;
/** Each leaf costs work for each party, so a rule is bounded as a whole and not by its depth alone. */
export const ruleNodesMax = 256;
const weightMax = 1_000_000_000;

/**
 * Checks everything that can be said of a split before money is divided, with the pointer of what is wrong.
 * @throws DomainError with one of the codes of this file, all of them broken rules (422)
 */
export function checkSplit(input: SplitInput): void {
  if (input.total < 0n) fail('TOTAL_NEGATIVE', '/total');
  if (!Number.isSafeInteger(input.rotation) || input.rotation < 0) fail('ROTATION_INVALID', '/rotation');
  const known = checkParties(input.parties);
  const check = { known, nodes: 0, hasTiers: false };
  checkRule(input.rule, { check, pointer: '/rule', depth: 1 });
  checkBounds(input, known, check.hasTiers);
}

/** One token of a JSON pointer (RFC 6901). */
export function token(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function checkParties(parties: readonly SplitParty[]): ReadonlySet<string> {
  if (parties.length === 0) fail('PARTIES_REQUIRED', '/parties');
  if (parties.length > partiesMax) fail('TOO_MANY', '/parties', { max: partiesMax });
  const known = new Set<string>();
  for (const [index, party] of parties.entries()) {
    const pointer = `/parties/${index}`;
    if (known.has(party.id)) fail('PARTY_DUPLICATE', `${pointer}/id`, { party: party.id });
    known.add(party.id);
    checkCount(party.headcount, 'HEADCOUNT_INVALID', `${pointer}/headcount`);
    checkCount(party.usage, 'USAGE_INVALID', `${pointer}/usage`);
  }
  return known;
}

function checkCount(count: number | null | undefined, code: string, pointer: string): void {
  if (count !== null && count !== undefined && !isWeight(count)) fail(code, pointer, { max: weightMax });
}

function isWeight(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= weightMax;
}

interface RuleCheck {
  readonly known: ReadonlySet<string>;
  nodes: number;
  hasTiers: boolean;
}

interface RulePlace {
  readonly check: RuleCheck;
  readonly pointer: string;
  readonly depth: number;
}

function checkRule(rule: SplitRule, place: RulePlace): void {
  const { check, pointer, depth } = place;
  if (depth > ruleDepthMax) fail('RULE_TOO_DEEP', pointer, { max: ruleDepthMax });
  check.nodes += 1;
  if (check.nodes > ruleNodesMax) fail('RULE_TOO_LARGE', pointer, { max: ruleNodesMax });
  switch (rule.kind) {
    case 'equal':
      return;
    case 'ratio':
      return checkWeights(rule.weights, check.known, `${pointer}/weights`);
    case 'headcount':
    case 'usage':
      if (rule.else) checkRule(rule.else, below(place, '/else'));
      return;
    case 'tiers':
      return checkTiers(rule.tiers, place);
    default:
      checkTaken(rule, place);
      return checkRule(rule.rest, below(place, '/rest'));
  }
}

/** What a rule takes off before its `rest`. */
function checkTaken(
  rule: Extract<SplitRule, { rest: SplitRule }>,
  { check, pointer, depth }: RulePlace,
): void {
  switch (rule.kind) {
    case 'fixed':
      return checkAmounts(rule.amounts, check.known, `${pointer}/amounts`);
    case 'hostShare':
      if (!check.known.has(rule.party)) unknownParty(rule.party, `${pointer}/party`);
      return checkPercent(rule.percent, `${pointer}/percent`);
    case 'subsidyFirst':
      if (depth > 1) fail('SUBSIDY_NOT_AT_ROOT', pointer);
      return checkSubsidy(rule, check.known, pointer);
  }
}

function checkSubsidy(rule: SubsidyRule, known: ReadonlySet<string>, pointer: string): void {
  if (known.has(rule.source)) fail('SUBSIDY_SOURCE_IS_PARTY', `${pointer}/source`, { party: rule.source });
  const percent = rule.percent ?? null;
  const upTo = rule.upTo ?? null;
  if (percent === null && upTo === null) fail('SUBSIDY_LIMIT_REQUIRED', pointer);
  if (percent !== null) checkPercent(percent, `${pointer}/percent`);
  if (upTo !== null && upTo < 0n) fail('AMOUNT_NEGATIVE', `${pointer}/upTo`);
}

function checkTiers(tiers: readonly Tier[], place: RulePlace): void {
  const { check, pointer } = place;
  check.hasTiers = true;
  if (tiers.length === 0) fail('TIERS_REQUIRED', `${pointer}/tiers`);
  let bound = 0n;
  for (const [index, tier] of tiers.entries()) {
    const isLast = index === tiers.length - 1;
    const at = `/tiers/${index}`;
    if (isLast !== (tier.upTo === null)) fail('LAST_TIER_OPEN', `${pointer}${at}/upTo`);
    if (tier.upTo !== null && tier.upTo <= bound) fail('TIERS_NOT_RISING', `${pointer}${at}/upTo`);
    bound = tier.upTo ?? bound;
    checkRule(tier.rule, below(place, `${at}/rule`));
  }
}

function checkWeights(
  weights: Readonly<Record<string, number>>,
  known: ReadonlySet<string>,
  pointer: string,
): void {
  for (const [party, weight] of Object.entries(weights)) {
    const at = `${pointer}/${token(party)}`;
    if (!known.has(party)) unknownParty(party, at);
    if (!isWeight(weight)) fail('WEIGHT_INVALID', at, { max: weightMax });
  }
}

function checkAmounts(amounts: FenByParty, known: ReadonlySet<string>, pointer: string): void {
  for (const [party, amount] of Object.entries(amounts)) {
    const at = `${pointer}/${token(party)}`;
    if (!known.has(party)) unknownParty(party, at);
    if (amount < 0n) fail('AMOUNT_NEGATIVE', at);
  }
}

function checkPercent(percent: string, pointer: string): void {
  try {
    percentOf(0n, percent);
  } catch (error) {
    // The money rule knows the format; only here is it known which field broke it.
    if (error instanceof DomainError) fail(error.code, pointer);
    throw error;
  }
}

function checkBounds(input: SplitInput, known: ReadonlySet<string>, hasTiers: boolean): void {
  const { caps = {}, floors = {} } = input;
  checkAmounts(caps, known, '/caps');
  checkAmounts(floors, known, '/floors');
  if (hasTiers && Object.keys(caps).length > 0) fail('CAPS_WITH_TIERS', '/caps');
  if (hasTiers && Object.keys(floors).length > 0) fail('CAPS_WITH_TIERS', '/floors');
  const capOf = new Map(Object.entries(caps));
  for (const [party, floor] of Object.entries(floors)) {
    const cap = capOf.get(party);
    if (cap !== undefined && floor > cap) {
      fail('FLOOR_ABOVE_CAP', `/floors/${token(party)}`, { party, excessFen: String(floor - cap) });
    }
  }
}

function below(place: RulePlace, step: string): RulePlace {
  return { check: place.check, pointer: `${place.pointer}${step}`, depth: place.depth + 1 };
}

function unknownParty(party: string, pointer: string): never {
  return fail('UNKNOWN_PARTY', pointer, { party });
}

function fail(code: string, pointer: string, params: Readonly<Record<string, string | number>> = {}): never {
  throw new DomainError(code, { pointer, params });
}
