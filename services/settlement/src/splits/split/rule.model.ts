import { DomainError, type FieldProblem, percentOf } from '@gongxiang/domain';

/** A rule for splitting an amount. Money is in fen; percents are decimal text from 0 to 100. */
export type SplitRule =
  | { readonly kind: 'equal' }
  | { readonly kind: 'ratio'; readonly weights: Readonly<Record<string, number>> }
  | { readonly kind: 'headcount'; readonly else?: SplitRule | null }
  | { readonly kind: 'usage'; readonly else?: SplitRule | null }
  | { readonly kind: 'fixed'; readonly amounts: FenByParty; readonly rest: SplitRule }
  | { readonly kind: 'hostShare'; readonly party: string; readonly percent: string; readonly rest: SplitRule }
  | SubsidyRule
  | { readonly kind: 'tiers'; readonly tiers: readonly Tier[] };

/** The part that `source` pays before the parties: `percent` of the total, at most `upTo` fen; one may be null. */
export interface SubsidyRule {
  readonly kind: 'subsidyFirst';
  readonly source: string;
  readonly percent?: string | null;
  readonly upTo?: bigint | null;
  readonly rest: SplitRule;
}

/** `upTo` is the cumulative bound in fen of the amount that reaches the node; the last tier has none. */
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
  /** Fen, not negative: a refund negates existing shares instead. */
  readonly total: bigint;
  /** In the agreement's order, by which ties are broken. */
  readonly parties: readonly SplitParty[];
  /** The left rotation of the order for ties: the agreement's sequence number. */
  readonly rotation: number;
  readonly rule: SplitRule;
  readonly caps?: FenByParty;
  readonly floors?: FenByParty;
  /** Attendees who count for no party; shown in traces of shares by headcount, without effect on amounts. */
  readonly headsOutside?: number;
}

const partiesMax = 1_000;
const ruleDepthMax = 8;
/** Every leaf needs work for every party, so the total number of nodes is bounded, not only the depth. */
const ruleNodesMax = 256;
const weightMax = 1_000_000_000;

/** The maximum number of problems reported at once. */
const problemsMax = 200;

/**
 * Validates a split before any money is divided and reports all problems, each with its pointer.
 * @throws DomainError 422 with the code of the first problem
 */
export function checkSplit(input: SplitInput): void {
  const problems: FieldProblem[] = [];
  const check: RuleCheck = { known: new Set(), nodes: 0, hasTiers: false, problems };
  if (input.total < 0n) addProblem(check, 'TOTAL_NEGATIVE', '/total');
  if (!Number.isSafeInteger(input.rotation) || input.rotation < 0)
    addProblem(check, 'ROTATION_INVALID', '/rotation');
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

/** The state of a validation. */
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

function addProblem(
  check: RuleCheck,
  code: string,
  pointer: string,
  params: FieldProblem['params'] = {},
): void {
  check.problems.push({ pointer, code, params });
}

function checkParties(check: RuleCheck, parties: readonly SplitParty[]): void {
  const { known } = check;
  if (parties.length === 0) addProblem(check, 'PARTIES_REQUIRED', '/parties');
  if (parties.length > partiesMax) addProblem(check, 'TOO_MANY', '/parties', { max: partiesMax });
  for (const [index, party] of parties.entries()) {
    const pointer = `/parties/${index}`;
    if (known.has(party.id)) addProblem(check, 'PARTY_DUPLICATE', `${pointer}/id`, { party: party.id });
    known.add(party.id);
    if (!isCount(party.headcount))
      addProblem(check, 'HEADCOUNT_INVALID', `${pointer}/headcount`, { max: weightMax });
    if (!isCount(party.usage)) addProblem(check, 'USAGE_INVALID', `${pointer}/usage`, { max: weightMax });
  }
}

/** A count may be missing; the rule determines whether it is needed. */
function isCount(count: number | null | undefined): boolean {
  return count === null || count === undefined || isWeight(count);
}

function isWeight(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= weightMax;
}

function checkRule(rule: SplitRule, place: RulePlace): void {
  const { check, pointer, depth } = place;
  // Nodes beyond a limit are not checked further.
  if (depth > ruleDepthMax) return addProblem(check, 'RULE_TOO_DEEP', pointer, { max: ruleDepthMax });
  check.nodes += 1;
  if (check.nodes > ruleNodesMax + 1) return;
  if (check.nodes > ruleNodesMax) return addProblem(check, 'RULE_TOO_LARGE', pointer, { max: ruleNodesMax });
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

/** Checks the part that a rule takes before its `rest`. */
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
      if (depth > 1) addProblem(check, 'SUBSIDY_NOT_AT_ROOT', pointer);
      return checkSubsidy(check, rule, pointer);
  }
}

function checkSubsidy(check: RuleCheck, rule: SubsidyRule, pointer: string): void {
  const { source } = rule;
  if (check.known.has(source))
    addProblem(check, 'SUBSIDY_SOURCE_IS_PARTY', `${pointer}/source`, { party: source });
  const percent = rule.percent ?? null;
  const upTo = rule.upTo ?? null;
  if (percent === null && upTo === null) addProblem(check, 'SUBSIDY_LIMIT_REQUIRED', pointer);
  if (percent !== null) checkPercent(check, percent, `${pointer}/percent`);
  if (upTo !== null && upTo < 0n) addProblem(check, 'AMOUNT_NEGATIVE', `${pointer}/upTo`);
}

function checkTiers(tiers: readonly Tier[], place: RulePlace): void {
  const { check, pointer } = place;
  check.hasTiers = true;
  if (tiers.length === 0) addProblem(check, 'TIERS_REQUIRED', `${pointer}/tiers`);
  let bound = 0n;
  for (const [index, tier] of tiers.entries()) {
    const isLast = index === tiers.length - 1;
    const at = `/tiers/${index}`;
    if (isLast !== (tier.upTo === null)) addProblem(check, 'LAST_TIER_OPEN', `${pointer}${at}/upTo`);
    if (tier.upTo !== null && tier.upTo <= bound)
      addProblem(check, 'TIERS_NOT_RISING', `${pointer}${at}/upTo`);
    bound = tier.upTo ?? bound;
    checkRule(tier.rule, below(place, `${at}/rule`));
  }
}

function checkWeights(check: RuleCheck, weights: Readonly<Record<string, number>>, pointer: string): void {
  for (const [party, weight] of Object.entries(weights)) {
    const at = `${pointer}/${token(party)}`;
    if (!check.known.has(party)) unknownParty(check, party, at);
    if (!isWeight(weight)) addProblem(check, 'WEIGHT_INVALID', at, { max: weightMax });
  }
}

function checkAmounts(check: RuleCheck, amounts: FenByParty, pointer: string): void {
  for (const [party, amount] of Object.entries(amounts)) {
    const at = `${pointer}/${token(party)}`;
    if (!check.known.has(party)) unknownParty(check, party, at);
    if (amount < 0n) addProblem(check, 'AMOUNT_NEGATIVE', at);
  }
}

function checkPercent(check: RuleCheck, percent: string, pointer: string): void {
  try {
    percentOf(0n, percent);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // The money parser checks the format; the pointer of the field is only known here.
    addProblem(check, error.code, pointer);
  }
}

function checkBounds(check: RuleCheck, { caps = {}, floors = {} }: SplitInput): void {
  checkAmounts(check, caps, '/caps');
  checkAmounts(check, floors, '/floors');
  if (check.hasTiers && Object.keys(caps).length > 0) addProblem(check, 'CAPS_WITH_TIERS', '/caps');
  if (check.hasTiers && Object.keys(floors).length > 0) addProblem(check, 'CAPS_WITH_TIERS', '/floors');
  const capOf = new Map(Object.entries(caps));
  for (const [party, floor] of Object.entries(floors)) {
    const cap = capOf.get(party);
    if (cap === undefined || floor <= cap) continue;
    const params = { party, excessFen: String(floor - cap) };
    addProblem(check, 'FLOOR_ABOVE_CAP', `/floors/${token(party)}`, params);
  }
}

function below(place: RulePlace, step: string): RulePlace {
  return { check: place.check, pointer: `${place.pointer}${step}`, depth: place.depth + 1 };
}

function unknownParty(check: RuleCheck, party: string, pointer: string): void {
  addProblem(check, 'UNKNOWN_PARTY', pointer, { party });
}
