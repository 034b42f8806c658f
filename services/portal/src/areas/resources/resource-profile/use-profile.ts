import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';

type Schemas = components['schemas'];
export type Conditions = Schemas['ResourceConditionsView'];
export type Custodian = Schemas['ResourceCustodianView'];
export type Documents = Schemas['ResourceDocumentsView'];
export type Document = Schemas['ResourceDocumentView'];
export type ResourcePictures = Schemas['ResourcePicturesView'];
export type ResourcePicture = ResourcePictures['items'][number];

/** @param version of the text; the version in force where it is absent */
export function useConditions(resourceId: string, version?: number) {
  return useRead('resource', '/resources/{resourceId}/conditions', {
    resourceId,
    ...(version === undefined ? {} : { version }),
  });
}

/** The contact is part of it for the borrower of a loan, so that a loan changes it too. */
export function useCustodian(resourceId: string) {
  return useRead('resource', '/resources/{resourceId}/custodian', { resourceId });
}

export function useAttributes(resourceId: string) {
  return useRead('resource', '/resources/{resourceId}/attributes', { resourceId });
}

export function useDocuments(resourceId: string) {
  return useRead('resource', '/resources/{resourceId}/documents', { resourceId });
}

export function useResourcePictures(resourceId: string) {
  return useRead('resource', '/resources/{resourceId}/pictures', { resourceId });
}
