import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useDecision } from '../../../api/use-decision.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

type Schemas = components['schemas'];
export type Piece = Schemas['PieceView'];
export type Custody = Schemas['CustodyView'];
export type Counting = Schemas['ResourceView']['counting'];
export type PieceState = Schemas['PieceView']['state'];

export const countings = ['one', 'pieces', 'stock', 'kit'] as const satisfies readonly Counting[];
export const pieceStates = [
  'here',
  'out',
  'outOfService',
  'retired',
] as const satisfies readonly PieceState[];
export const pieceConditions = ['good', 'worn', 'damaged'] as const;

const touches = ['resource', 'piece'];

export interface PieceFilters {
  readonly q?: string;
  readonly state?: PieceState;
}

export function fetchPieces(resourceId: string, filters: PieceFilters): FetchPage<Piece> {
  return (page, signal) => {
    const params = { path: { resourceId }, query: { ...filters, ...page } };
    return answerOf(api.GET('/api/v1/resources/{resourceId}/pieces', { params, signal }));
  };
}

export function usePieces(resourceId: string, filters: PieceFilters) {
  return usePages(['piece', resourceId, filters], fetchPieces(resourceId, filters));
}

export function useTrail({ resourceId, id: pieceId }: Piece) {
  return usePages(['piece', resourceId, pieceId, 'trail'], (page, signal) => {
    const params = { path: { resourceId, pieceId }, query: page };
    return answerOf(api.GET('/api/v1/resources/{resourceId}/pieces/{pieceId}/custody', { params, signal }));
  });
}

/** What a scanned label says. */
export function useScannedPiece(code: string) {
  return useQuery({
    queryKey: ['piece', 'code', code],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/pieces/{code}', { params: { path: { code } }, signal })),
  });
}

export function useAddPieces(resourceId: string) {
  return useSubmit({
    send: (body: Schemas['AddPiecesBody'], key) => {
      const params = { path: { resourceId }, header: { 'Idempotency-Key': key } };
      return answerOf(api.POST('/api/v1/resources/{resourceId}/pieces', { params, body }));
    },
    touches,
  });
}

export function useEditPiece({ resourceId, id: pieceId, version }: Piece) {
  return useSubmit({
    send: (body: Schemas['EditPieceBody'], key) => {
      const params = { path: { resourceId, pieceId }, header: submitHeaders(key, version) };
      return answerOf(api.PATCH('/api/v1/resources/{resourceId}/pieces/{pieceId}', { params, body }));
    },
    touches,
  });
}

export function useTurnPiece({ resourceId, id: pieceId, version }: Piece) {
  return useDecision({
    send: (turn: 'retire' | 'reinstate', key) => {
      const params = { path: { resourceId, pieceId }, header: submitHeaders(key, version) };
      return turn === 'retire'
        ? answerOf(api.POST('/api/v1/resources/{resourceId}/pieces/{pieceId}/retire', { params }))
        : answerOf(api.POST('/api/v1/resources/{resourceId}/pieces/{pieceId}/reinstate', { params }));
    },
    touches,
  });
}

export function useKit(resourceId: string) {
  return useQuery({
    queryKey: ['resource', resourceId, 'contents'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/resources/{resourceId}/contents', { params: { path: { resourceId } }, signal }),
      ),
  });
}

export interface KitContents {
  readonly version: number;
  readonly contents: Schemas['KitContentDto'][];
}

export function useSetKit(resourceId: string) {
  return useSubmit({
    send: ({ version, contents }: KitContents, key) => {
      const params = { path: { resourceId }, header: submitHeaders(key, version) };
      return answerOf(api.PUT('/api/v1/resources/{resourceId}/contents', { params, body: { contents } }));
    },
    touches,
  });
}

/** The pieces of a loan, for its two sides. */
export function useLoanPieces(loanId: string) {
  return useQuery({
    queryKey: ['loan', loanId, 'pieces'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/loans/{loanId}/pieces', { params: { path: { loanId } }, signal })),
  });
}
