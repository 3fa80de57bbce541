/** What decides whether two records may become one. `grants`: rights in force or to come that the record's account holds. */
export type RecordToMerge = {
  readonly id: string
  readonly mergedIntoId: string | null
  readonly idHash: string | null
  readonly grants: number
}

export type PersonMergeFault = 'same' | 'merged' | 'twoIdNumbers' | 'grants'

/**
 * Why one record cannot go into another, or null. Neither is merged already, so merges never run in a circle; two ID numbers are two
 * people; rights are taken back first, because they would be lost with the account.
 */
export function personMergeFault(gone: RecordToMerge, kept: RecordToMerge): PersonMergeFault | null {
  if (gone.id === kept.id) return 'same'
  if (gone.mergedIntoId !== null || kept.mergedIntoId !== null) return 'merged'
  if (gone.idHash !== null && kept.idHash !== null && gone.idHash !== kept.idHash) return 'twoIdNumbers'
  return gone.grants > 0 ? 'grants' : null
}
