import { Injectable } from '@nestjs/common';
import {
  type EntryView,
  ledgerContract,
  type ReverseEntryRequest,
} from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Asked, Batches, type Called, called, Transactions, Turns } from '@gongxiang/persistence';
import { actions } from './actions.js';
import { maySee } from '../reference/reach.model.js';
import { EntryReader } from './entry-reader.js';
import { ReversalRepository, type ReversibleEntry } from './reversal.repository.js';
import { orRefusal, type ReversalDraft, Reversing } from './reversing.service.js';

const key = 'ledger';

/**
 * Taking entries back, in a rush many at a time: an activity that is called off may reverse hundreds, and all of them wait
 * for the account of the same party. One lock of it and one commit serve all who came while the ones before were written.
 */
@Injectable()
export class ReversalService {
  private readonly batches: Batches<Called<ReverseEntryRequest>, Outcome<EntryView>>;

  constructor(
    private readonly transactions: Transactions,
    private readonly reversals: ReversalRepository,
    private readonly reversing: Reversing,
    private readonly entries: EntryReader,
  ) {
    // While one batch only waits for the database, the next gets ready: their locks keep them apart, as they do those of replicas.
    const turns = new Turns({ waitingMax: 2_000, keysAtOnce: 2 });
    this.batches = new Batches(turns, (_key, batch) =>
      this.transactions.commands(ledgerContract.reverse, batch, {
        // The accounts are known only with the entries: they are locked when these are read.
        lock: async () => null,
        decide: (asked) => this.decide(asked),
      }),
    );
  }

  /** E80, E82: the exact negation of the legs, dated today, once. */
  @Handles(ledgerContract.reverse)
  reverse(request: ReverseEntryRequest, call: CallContext): Promise<Outcome<EntryView>> {
    return this.batches.add(key, called(request, call), call.deadline);
  }

  /** Exactly as one after the other. */
  private async decide(asked: readonly Asked<ReverseEntryRequest>[]): Promise<(EntryView | DomainError)[]> {
    const [first] = asked;
    if (first === undefined) return [];
    const ids = asked.map(({ request }) => request.entryId);
    const found = await this.reversals.reversible(first.tx, ids);
    const drafts = asked.map((one) => orRefusal(() => draftOf(one, found.get(one.request.entryId))));
    const allowed = drafts.filter(isDraft);
    const results = await this.reversing.reverse(first.tx, allowed);
    const made = results.flatMap((result) => (result instanceof DomainError ? [] : [result]));
    const views = await this.entries.viewsOf(first.tx, made);
    const outcomes = results.map((result) => (result instanceof DomainError ? result : views.get(result)));
    const outcomeOf = new Map(allowed.map((draft, index) => [draft, outcomes[index]]));
    return drafts.map((draft) => {
      const outcome = draft instanceof DomainError ? draft : outcomeOf.get(draft);
      return outcome ?? new DomainError('INTERNAL');
    });
  }
}

const isDraft = (draft: ReversalDraft | DomainError): draft is ReversalDraft =>
  !(draft instanceof DomainError);

/** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `REVERSE_AT_SOURCE` */
function draftOf(
  { tx, request }: Asked<ReverseEntryRequest>,
  found: ReversibleEntry | undefined,
): ReversalDraft {
  if (found === undefined) throw new DomainError('NOT_FOUND');
  const { entry, postings, unionPath, seenBy } = found;
  const visible = maySee(tx.call.actor, actions.seeLedger, seenBy);
  tx.authorise(actions.reverseEntry, { paths: [unionPath], visible });
  if (entry.kind !== 'costs' && entry.kind !== 'reversal') throw new DomainError('REVERSE_AT_SOURCE');
  return { tx, entry, postings, reason: request.reason, personId: tx.personId };
}
