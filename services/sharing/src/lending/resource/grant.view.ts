import type { GranteeDto, GrantPriceDto } from '@gongxiang/contracts/sharing/lending/grant-terms';
import type { GrantView } from '@gongxiang/contracts/sharing/lending/grant.contract';
import { toWire } from '@gongxiang/domain';
import type { GrantRow } from './grant.entity.js';
import type { Grantee } from './grantee.model.js';
import { isLimited } from './quota.model.js';
import type { Terms } from './terms.model.js';

export function grantView(row: GrantRow): GrantView {
  const { times, quota } = termsOf(row);
  return {
    id: row.id,
    version: row.version,
    resourceId: row.resourceId,
    to: granteeView(granteeOf(row)),
    from: row.validFrom.toISOString(),
    until: row.validUntil.toISOString(),
    approval: row.approval,
    price: priceView(row),
    businesses: row.businesses,
    times: times.weekdays.length === 0 && times.from === null ? null : { ...times, weekdays: row.weekdays },
    quota: isLimited(quota) ? { ...quota } : null,
    decideWithinHours: row.decideWithinHours,
    onSilence: row.onSilence,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    revokeReason: row.revokeReason,
    futureLoans: row.futureLoans,
  };
}

export function granteeOf(row: GrantRow): Grantee {
  return {
    kind: row.granteeKind,
    unionId: row.granteeUnionId,
    sizeClass: row.granteeSizeClass,
    partyKind: row.granteePartyKind,
    partyId: row.granteePartyId,
    withinKm: row.granteeWithinKm,
    onlySizes: row.onlySizes,
    exceptUnionIds: row.exceptUnionIds,
  };
}

export function termsOf(row: GrantRow): Terms {
  return {
    businesses: row.businesses,
    times: { weekdays: row.weekdays, from: row.timeFrom, until: row.timeUntil },
    quota: {
      hoursPerMonth: row.hoursPerMonth,
      loansPerMonth: row.loansPerMonth,
      piecesPerMonth: row.piecesPerMonth,
    },
    approval: row.approval,
    decideWithinHours: row.decideWithinHours,
    onSilence: row.onSilence,
    charge: {
      kind: row.priceKind,
      text: row.priceText,
      feeFen: row.feeFen,
      per: row.feePer,
      depositFen: row.depositFen,
    },
  };
}

/** The columns of a grantee and its terms. */
export function columnsOf(grantee: Grantee, terms: Terms) {
  const { charge, times, quota } = terms;
  return {
    granteeKind: grantee.kind,
    granteeUnionId: grantee.unionId,
    granteeSizeClass: grantee.sizeClass,
    granteePartyKind: grantee.partyKind,
    granteePartyId: grantee.partyId,
    granteeWithinKm: grantee.withinKm,
    onlySizes: [...grantee.onlySizes],
    exceptUnionIds: [...grantee.exceptUnionIds],
    businesses: [...terms.businesses],
    weekdays: [...times.weekdays],
    timeFrom: times.from,
    timeUntil: times.until,
    ...quota,
    approval: terms.approval,
    decideWithinHours: terms.decideWithinHours,
    onSilence: terms.onSilence,
    priceKind: charge.kind,
    priceText: charge.text,
    feeFen: charge.feeFen,
    feePer: charge.per,
    depositFen: charge.depositFen,
  };
}

function granteeView(grantee: Grantee): GranteeDto {
  const { kind, partyKind, partyId, withinKm } = grantee;
  const isParty = kind === 'party' && partyKind !== null && partyId !== null;
  return {
    kind,
    unionId: grantee.unionId,
    sizeClass: grantee.sizeClass,
    party: isParty ? { kind: partyKind, id: partyId } : null,
    clubId: kind === 'club' ? partyId : null,
    neighbours: kind === 'neighbours' ? { withinKm, samePark: withinKm === null } : null,
    onlySizes: [...grantee.onlySizes],
    exceptUnionIds: [...grantee.exceptUnionIds],
  };
}

function priceView({ priceKind, priceText, feeFen, feePer, depositFen }: GrantRow): GrantPriceDto {
  return {
    kind: priceKind,
    text: priceText,
    fee: feeFen === null ? null : toWire(feeFen),
    per: feePer,
    deposit: depositFen === null ? null : toWire(depositFen),
  };
}
