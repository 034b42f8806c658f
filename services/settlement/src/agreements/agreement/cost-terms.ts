import { ListOf, Nested, Text } from '@gongxiang/contracts/core/fields';
import { validateAs } from '@gongxiang/contracts/core/validate';
import { MoneyByParty, SplitRuleDto } from '@gongxiang/contracts/settlement/splits/split.contract';
import { ApprovalRuleDto } from '@gongxiang/contracts/sharing/activities/agreement.contract';
import type { Money } from '@gongxiang/contracts/words/money';
import { PartyDto } from '@gongxiang/contracts/words/party';

/** The part of an agreement's terms that settlement reads; tasks belong to sharing. Party keys are `union:<id>`. */
export class CostTerms {
  @ListOf(() => PartyDto, { max: 1_000 }) parties: PartyDto[];
  @Nested(() => SplitRuleDto) rule: SplitRuleDto;
  @Text() fundCategory: string;
  @Text() expenseCode: string;
  @MoneyByParty({ optional: true }) caps?: Record<string, Money> | null;
  @MoneyByParty({ optional: true }) floors?: Record<string, Money> | null;
  /** The period in which each party may confirm its share, and the meaning of its silence. */
  @Nested(() => ApprovalRuleDto, { optional: true }) approval?: ApprovalRuleDto | null;
}

/** @throws DomainError `VALIDATION_FAILED` with pointers into the terms */
export function readTerms(terms: unknown): CostTerms {
  return validateAs(CostTerms, terms, { refuseUnknown: false });
}
