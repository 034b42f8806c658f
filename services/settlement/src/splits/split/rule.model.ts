import { DomainError, type FieldProblem, percentOf } from '@gongxiang/domain';

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
  /** Heads that were there and count for no party: told where a share goes by heads, and of no effect. */
  readonly headsOutside?: number;
}

export const partiesMax = 1_000;
export const ruleDepthMax = 8;
/** Each leaf costs work for each party, so a rule is bounded as a whole and not by its depth alone. */
export const ruleNodesMax = 256;
const weightMax = 1_000_000_000;

/** So many are named at once: enough to put a rule right, and an answer that stays small. */
const problemsMax = 200;

/**
 * Checks everything that can be said of a split before money is divided, and names all of it, each with its pointer.
 * @throws DomainError with the first of the codes of this file that applies, all of them broken rules (422)
 */
export function checkSplit(input: SplitInput): void {
  const problems: FieldProblem[] = [];
  const check: RuleCheck = { known: new Set(), nodes: 0, hasTiers: false, problems };
  if (input.total < 0n) note(check, 'TOTAL_NEGATIVE', '/total');
  if (!Number.isSafeInteger(input.rotation) || input.rotation < 0)
    note(check, 'ROTATION_INVALID', '/rotation');
  checkParties(check, input.parties);
  checkRule(input.rule, { check, pointer: '/rule', depth: 1 });
  checkBounds(check, input);
  const [first] = problems;
  if (first === undefined) return;
  throw new DomainError(first.code, { errors: problems.slice(0, problemsMax), params: first.params ?? {} });
}

/** One token of a JSON pointer (RFC 6901). */
export function token(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** What is found while a split is checked. */
interface RuleCheck {
  readonly known: Set<string>;
  readonly problems: FieldProblem[];
  nodes: number;
  hasTiers: boolean;
}

interface RulePlace {
  readonly check: RuleCheck;
  readonly pointer: string;
  readonly depth: number;
}

function note(check: RuleCheck, code: string, pointer: string, params: FieldProblem['params'] = {}): void {
  check.problems.push({ pointer, code, params });
}

function checkParties(check: RuleCheck, parties: readonly SplitParty[]): void {
  const { known } = check;
  if (parties.length === 0) note(check, 'PARTIES_REQUIRED', '/parties');
  if (parties.length > partiesMax) note(check, 'TOO_MANY', '/parties', { max: partiesMax });
  for (const [index, party] of parties.entries()) {
    const pointer = `/parties/${index}`;
    if (known.has(party.id)) note(check, 'PARTY_DUPLICATE', `${pointer}/id`, { party: party.id });
    known.add(party.id);
    if (!isCount(party.headcount))
      note(check, 'HEADCOUNT_INVALID', `${pointer}/headcount`, { max: weightMax });
    if (!isCount(party.usage)) note(check, 'USAGE_INVALID', `${pointer}/usage`, { max: weightMax });
  }
}

/** A count may be missing: whether it is needed, the rule says. */
function isCount(count: number | null | undefined): boolean {
  return count === null || count === undefined || isWeight(count);
}

function isWeight(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= weightMax;
}

function checkRule(rule: SplitRule, place: RulePlace): void {
  const { check, pointer, depth } = place;
  // What is beyond a limit is not looked at any further.
  if (depth > ruleDepthMax) return note(check, 'RULE_TOO_DEEP', pointer, { max: ruleDepthMax });
  check.nodes += 1;
  if (check.nodes > ruleNodesMax + 1) return;
  if (check.nodes > ruleNodesMax) return note(check, 'RULE_TOO_LARGE', pointer, { max: ruleNodesMax });
  switch (rule.kind) {
    case 'equal':
      return;
    case 'ratio':
      return checkWeights(check, rule.weights, `${pointer}/weights`);
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
      return checkAmounts(check, rule.amounts, `${pointer}/amounts`);
    case 'hostShare':
      if (!check.known.has(rule.party)) unknownParty(check, rule.party, `${pointer}/party`);
      return checkPercent(check, rule.percent, `${pointer}/percent`);
    case 'subsidyFirst':
      if (depth > 1) note(check, 'SUBSIDY_NOT_AT_ROOT', pointer);
      return checkSubsidy(check, rule, pointer);
  }
}

function checkSubsidy(check: RuleCheck, rule: SubsidyRule, pointer: string): void {
  const { source } = rule;
  if (check.known.has(source)) note(check, 'SUBSIDY_SOURCE_IS_PARTY', `${pointer}/source`, { party: source });
  const percent = rule.percent ?? null;
  const upTo = rule.upTo ?? null;
  if (percent === null && upTo === null) note(check, 'SUBSIDY_LIMIT_REQUIRED', pointer);
  if (percent !== null) checkPercent(check, percent, `${pointer}/percent`);
  if (upTo !== null && upTo < 0n) note(check, 'AMOUNT_NEGATIVE', `${pointer}/upTo`);
}

function checkTiers(tiers: readonly Tier[], place: RulePlace): void {
  const { check, pointer } = place;
  check.hasTiers = true;
  if (tiers.length === 0) note(check, 'TIERS_REQUIRED', `${pointer}/tiers`);
  let bound = 0n;
  for (const [index, tier] of tiers.entries()) {
    const isLast = index === tiers.length - 1;
    const at = `/tiers/${index}`;
    if (isLast !== (tier.upTo === null)) note(check, 'LAST_TIER_OPEN', `${pointer}${at}/upTo`);
    if (tier.upTo !== null && tier.upTo <= bound) note(check, 'TIERS_NOT_RISING', `${pointer}${at}/upTo`);
    bound = tier.upTo ?? bound;
    checkRule(tier.rule, below(place, `${at}/rule`));
  }
}

function checkWeights(check: RuleCheck, weights: Readonly<Record<string, number>>, pointer: string): void {
  for (const [party, weight] of Object.entries(weights)) {
    const at = `${pointer}/${token(party)}`;
    if (!check.known.has(party)) unknownParty(check, party, at);
    if (!isWeight(weight)) note(check, 'WEIGHT_INVALID', at, { max: weightMax });
  }
}

function checkAmounts(check: RuleCheck, amounts: FenByParty, pointer: string): void {
  for (const [party, amount] of Object.entries(amounts)) {
    const at = `${pointer}/${token(party)}`;
    if (!check.known.has(party)) unknownParty(check, party, at);
    if (amount < 0n) note(check, 'AMOUNT_NEGATIVE', at);
  }
}

function checkPercent(check: RuleCheck, percent: string, pointer: string): void {
  try {
    percentOf(0n, percent);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // The money rule knows the format; only here is it known which field broke it.
    note(check, error.code, pointer);
  }
}

function checkBounds(check: RuleCheck, { caps = {}, floors = {} }: SplitInput): void {
  checkAmounts(check, caps, '/caps');
  checkAmounts(check, floors, '/floors');
  if (check.hasTiers && Object.keys(caps).length > 0) note(check, 'CAPS_WITH_TIERS', '/caps');
  if (check.hasTiers && Object.keys(floors).length > 0) note(check, 'CAPS_WITH_TIERS', '/floors');
  const capOf = new Map(Object.entries(caps));
  for (const [party, floor] of Object.entries(floors)) {
    const cap = capOf.get(party);
    if (cap === undefined || floor <= cap) continue;
    const params = { party, excessFen: String(floor - cap) };
    note(check, 'FLOOR_ABOVE_CAP', `/floors/${token(party)}`, params);
  }
}

function below(place: RulePlace, step: string): RulePlace {
  return { check: place.check, pointer: `${place.pointer}${step}`, depth: place.depth + 1 };
}

function unknownParty(check: RuleCheck, party: string, pointer: string): void {
  note(check, 'UNKNOWN_PARTY', pointer, { party });
}
