import { findLocalDutyFile } from '~/data/duties/local-duties.server'
import type { Acting } from '~/domain/accounts/acting'
import { NotFound } from '~/domain/shared/faults'
import { openDocument } from '~/gateways/source-documents.server'
import { dutiesNow, localDuties } from './duties-now.server'
import { getLocalDuty } from './reached-local-duty.server'

export type ReadDocument = { name: string; type: 'application/pdf' | 'image/jpeg'; bytes: Uint8Array }

async function opened(fileId: string | undefined): Promise<ReadDocument> {
  const found = fileId === undefined ? null : await findLocalDutyFile(fileId)
  if (found === null) throw new NotFound()
  return { name: found.name, type: found.kind === 'pdf' ? 'application/pdf' : 'image/jpeg', bytes: openDocument(found.sealed) }
}

/** The document of a local duty that came or comes into force: for anybody. */
export function readPublishedDocument(dutyId: string): Promise<ReadDocument> {
  return opened(dutiesNow().has(dutyId) ? localDuties().get(dutyId)?.published.fileId : undefined)
}

/** The document of a local duty in whatever state, for whoever supervises its place as a whole. */
export async function readOwnDocument(acting: Acting, dutyId: string): Promise<ReadDocument> {
  return opened(getLocalDuty(acting, dutyId).file?.id)
}
