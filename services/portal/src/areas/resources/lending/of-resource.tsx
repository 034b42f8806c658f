import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Loaded } from '../../../kit/loaded.js';
import type { Resource } from '../resource/resource-filters.js';
import { useResource } from '../resource/use-resource.js';

/** A page about the resource that its address names. */
export function OfResource({ children }: { readonly children: (resource: Resource) => ReactNode }) {
  const { resourceId = '' } = useParams();
  const resource = useResource(resourceId);
  return <Loaded query={resource}>{children}</Loaded>;
}
