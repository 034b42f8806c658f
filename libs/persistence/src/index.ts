export * from './audit.js';
export * from './batches.js';
export * from './bootstrap.js';
export * from './chain.js';
export * from './chain-walk.js';
export * from './cipher.js';
export * from './columns.js';
export { connectDatabase } from './connect.js';
export * from './data-cipher.js';
export * from './data-source.js';
export * from './foundation-tables.js';
export { canonicalJson, jsonList } from './canonical-json.js';
export { contentProof } from './content-proof.js';
export { deleteExpiredAnswers } from './idempotency.js';
export { asksForRetry, brokenConstraint, inTransaction, settled, sqlState } from './in-transaction.js';
export { byColumn, insertAll } from './insert-all.js';
export * from './keyset.js';
export { countOf, type Counted } from './list-count.js';
export {
  inListOrder,
  inOrderParts,
  newestPart,
  orderCursorOf,
  orderedBy,
  orderOfIds,
  type OrderPart,
  type OrderSql,
  partInSql,
} from './list-order.js';
export * from './baseline.js';
export * from './migrate.js';
export { fewOwners, newestOf, type Ownership } from './newest-of.js';
export {
  fewUnionsWithin,
  newestWithin,
  parameterOf,
  placeholdersIn,
  reachCondition,
  subtreesOf,
  type UnionReach,
} from './union-reach.js';
export { isDatabaseAway } from './outage.js';
export * from './reseal.js';
export * from './sealed-answers.js';
export { keptAnswers, type SealedPlace } from './sealed-place.js';
export * from './link-secret.js';
export * from './select-list.js';
export * from './transaction.js';
export * from './transactions.js';
export * from './turns.js';
export * from './merge-persons.js';
export * from './person-aliases.js';
export * from './person-merge-tables.js';
export * from './person-places.js';
export * from './person-data.js';
export * from './person-export.js';
export * from './person-files.js';
export * from './person-looks.js';
export * from './erase-person.js';
export * from './pinyin.js';
export * from './title-index.js';
export * from './title-search.js';
export * from './title-table.js';
