import type {
  DisclosureBoardLine,
  DisclosureItemView,
  DisclosureOccasionView,
} from '@gongxiang/contracts/affairs/bulletins/disclosure-item.contract';
import { type Actor, mayDo, shanghaiDate } from '@gongxiang/domain';
import { actions } from '../actions.js';
import { maySee } from '../bulletin/bulletin.view.js';
import type { BulletinRecord } from '../bulletin/bulletin.repository.js';
import type { DisclosureItemRow, DisclosureMetRow } from './disclosure.entity.js';
import { disclosedOnOf, occasionsOfYear, occasionStateOf } from './disclosure.model.js';
import type { BoardUnion } from './disclosure.repository.js';

/** What was disclosed of some items. */
export interface Disclosed {
  readonly met: readonly DisclosureMetRow[];
  readonly bulletins: readonly BulletinRecord[];
}

/** Of which year it is shown, and who reads it when. */
export interface Reading {
  readonly year: number;
  readonly now: Date;
  readonly actor: Actor | null;
}

export function disclosureItemView(
  row: DisclosureItemRow,
  union: Omit<BoardUnion, 'id'>,
  { disclosed, reading }: { readonly disclosed: Disclosed; readonly reading: Reading },
): DisclosureItemView {
  const { id, version, unionId, state, title, owedBy, department, basis, rhythm, firstDueOn } = row;
  const isManager =
    reading.actor !== null && mayDo(reading.actor, actions.manageDisclosures, { paths: [union.path] });
  return {
    id,
    version,
    unionId,
    unionName: union.name,
    state,
    title,
    owedBy,
    department,
    basis,
    rhythm,
    firstDueOn,
    endedOn: row.endedOn,
    endReason: row.endReason,
    occasions: occasionViews(row, disclosed, reading),
    changeable: isManager && state === 'active',
  };
}

/** @param items of that very union */
export function disclosureBoardLine(
  { id: unionId, name: unionName }: BoardUnion,
  items: readonly DisclosureItemRow[],
  { disclosed, reading }: { readonly disclosed: Disclosed; readonly reading: Reading },
): DisclosureBoardLine {
  const occasions = items.flatMap((item) => occasionViews(item, disclosed, reading));
  const countOf = (wanted: DisclosureOccasionView['state']): number =>
    occasions.filter(({ state }) => state === wanted).length;
  return {
    unionId,
    unionName,
    items: items.filter(({ state }) => state === 'active').length,
    owed: occasions.length,
    met: countOf('met'),
    metLate: countOf('metLate'),
    missing: countOf('missing'),
  };
}

function occasionViews(
  row: DisclosureItemRow,
  { met, bulletins }: Disclosed,
  { year, now, actor }: Reading,
): DisclosureOccasionView[] {
  return occasionsOfYear(row, year).map(({ on, period }) => {
    const link = met.find(({ itemId, dueOn }) => itemId === row.id && dueOn === on);
    const bulletin = link && bulletins.find(({ id }) => id === link.bulletinId);
    const disclosedOn = bulletin === undefined ? null : disclosedOnOf(bulletin);
    const isRead = bulletin !== undefined && disclosedOn !== null && maySee(bulletin, actor, now);
    return {
      on,
      period,
      state: occasionStateOf(on, disclosedOn, shanghaiDate(now)),
      bulletinId: isRead ? bulletin.id : null,
      bulletinTitle: disclosedOn === null ? null : (bulletin?.title ?? null),
      disclosedOn,
    };
  });
}
