import { Injectable } from '@nestjs/common';
import {
  type EntryView,
  ledgerContract,
  type ReverseEntryRequest,
} from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import {
  type GroupedRequest,
  Batches,
  type PendingRequest,
  pendingRequest,
  Transactions,
  Turns,
} from '@gongxiang/persistence';
import { actions } from './actions.js';
import { maySee } from '../reference/reach.model.js';
import { EntryReader } from './entry-reader.js';
import { ReversalRepository, type ReversibleEntry } from './reversal.repository.js';
import { orRefusal, type ReversalDraft, EntryReversal } from './entry-reversal.js';

const key = 'ledger';

/**
 * Reverses entries, batching concurrent requests: a cancelled activity may reverse hundreds, all of which need the
 * account of the same party. One lock and one commit serve all requests that arrived while the previous batch was
 * written.
 */
@Injectable()
export class ReversalService {
  private readonly batches: Batches<PendingRequest<ReverseEntryRequest>, Outcome<EntryView>>;

  constructor(
    private readonly transactions: Transactions,
    private readonly reversals: ReversalRepository,
    private readonly entryReversal: EntryReversal,
    private readonly entries: EntryReader,
  ) {
    // While one batch waits for the database, the next is prepared; row locks isolate them, as they isolate replicas.
    const turns = new Turns({ waitingMax: 2_000, keysAtOnce: 2 });
    this.batches = new Batches(turns, (_key, batch) =>
      this.transactions.commands(ledgerContract.reverse, batch, {
        // The accounts are only known once the entries are read; they are locked then.
        lock: async () => null,
        decide: (asked) => this.decide(asked),
      }),
    );
  }

  /** E80, E82: reverses an entry once by the exact negation of its legs, dated today. */
  @Handles(ledgerContract.reverse)
  reverse(request: ReverseEntryRequest, call: CallContext): Promise<Outcome<EntryView>> {
    return this.batches.add(key, pendingRequest(request, call), call.deadline);
  }

  /** The results are the same as if the requests ran one after the other. */
  private async decide(
    asked: readonly GroupedRequest<ReverseEntryRequest>[],
  ): Promise<(EntryView | DomainError)[]> {
    const [first] = asked;
    if (first === undefined) return [];
    const ids = asked.map(({ request }) => request.entryId);
    const found = await this.reversals.reversible(first.tx, ids);
    const drafts = asked.map((one) => orRefusal(() => draftOf(one, found.get(one.request.entryId))));
    const allowed = drafts.filter(isDraft);
    const results = await this.entryReversal.reverse(first.tx, allowed);
    const made = results.flatMap((result) => (result instanceof DomainError ? [] : [result]));
    const views = await this.entries.viewsOfWritten(first.tx, made);
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
  { tx, request }: GroupedRequest<ReverseEntryRequest>,
  found: ReversibleEntry | undefined,
): ReversalDraft {
  if (found === undefined) throw new DomainError('NOT_FOUND');
  const { entry, postings, unionPath, seenBy } = found;
  const visible = maySee(tx.call.actor, actions.seeLedger, seenBy);
  tx.authorise(actions.reverseEntry, { paths: [unionPath], visible });
  if (entry.kind !== 'costs' && entry.kind !== 'reversal') throw new DomainError('REVERSE_AT_SOURCE');
  return { tx, entry, postings, reason: request.reason, personId: tx.personId };
}
