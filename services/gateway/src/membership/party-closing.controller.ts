import { Controller } from '@nestjs/common';
import { query } from '@gongxiang/contracts/core/contract';
import {
  GetClubRequest,
  GetOrganisationRequest,
} from '@gongxiang/contracts/membership/clubs/organisation.contract';
import { GetUnionRequest } from '@gongxiang/contracts/membership/unions/union.contract';
import {
  ClosingPreviewView,
  membershipClosing,
  partyClosingContract,
  type PartyToClose,
} from '@gongxiang/contracts/words/party-closing';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { askServices } from './ask-every-service.js';

const club = query('operations.preview-club-closing', GetClubRequest, ClosingPreviewView, {
  http: 'GET clubs/:clubId/closing',
  tag: 'clubs',
  summary: 'What there still is of a club in every service, for whoever may close it; changes nothing',
});
const organisation = query(
  'operations.preview-organisation-closing',
  GetOrganisationRequest,
  ClosingPreviewView,
  {
    http: 'GET organisations/:organisationId/closing',
    tag: 'enterprises',
    summary:
      'What there still is of an organisation in every service, for whoever may close it; changes nothing',
  },
);
const union = query('operations.preview-union-closing', GetUnionRequest, ClosingPreviewView, {
  http: 'GET unions/:unionId/closing',
  tag: 'unions',
  summary: 'What there still is of a union in every service, for officers of it and above; changes nothing',
});

interface Preview {
  readonly body: ClosingPreviewView;
  readonly existing: boolean;
}

/** What there still is of a party concerns several services: each counts its own. */
@Controller()
export class PartyClosingController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint(club)
  club(@Input() { clubId: id }: GetClubRequest, @Call() call: CallContext): Promise<Preview> {
    return this.preview({ kind: 'club', id }, call);
  }

  @Endpoint(organisation)
  organisation(
    @Input() { organisationId: id }: GetOrganisationRequest,
    @Call() call: CallContext,
  ): Promise<Preview> {
    return this.preview({ kind: 'organisation', id }, call);
  }

  @Endpoint(union)
  union(@Input() { unionId: id }: GetUnionRequest, @Call() call: CallContext): Promise<Preview> {
    return this.preview({ kind: 'union', id }, call);
  }

  /** Membership says who may ask; its refusal is the answer, while another service that is silent is only missing. */
  private async preview(party: PartyToClose, call: CallContext): Promise<Preview> {
    const own = (await this.rpc.call(membershipClosing.findings, party, call)).body;
    const others = await askServices(
      ['sharing', 'settlement'] as const,
      call,
      (service, asked) => this.rpc.call(partyClosingContract(service).findings, party, asked),
      { findings: [] },
    );
    const services = [{ service: 'membership' as const, answered: true, ...own }, ...others];
    const complete = services.every(({ answered }) => answered);
    const possible = services.every(({ findings }) => findings.every(({ blocks }) => !blocks));
    return { body: { complete, possible, services }, existing: false };
  }
}
