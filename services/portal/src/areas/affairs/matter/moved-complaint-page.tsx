import { Navigate, useParams } from 'react-router';

/** Where a complaint stood before it was a matter: notices from then lead here, and its id is the same. */
export function MovedComplaintPage() {
  const { complaintId = '' } = useParams();
  return <Navigate to={`/matters/${complaintId}`} replace />;
}
